using System.Text.RegularExpressions;
using Gates.Formats.Foundation.Text;
using Runner.Tests.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Text;

/// <summary>What a policy hands over as Markdown keeps its shape and nothing that acts.</summary>
public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("# Drift\n\nText", "### Drift\n\nText\n")]
    [InlineData("##### Deep", "###### Deep\n")]
    [InlineData("- one\n  - two\n1. three\n- [x] done", "- one\n  - two\n1. three\n- [x] done\n")]
    [InlineData("> said", "> said\n")]
    [InlineData("| a | b |\n|---|--:|\n| `x|y` | 2 |", "| a | b |\n|---|--:|\n| &#96;x|y&#96; | 2 |\n")]
    [InlineData("| `x\\|y` | a\\|b |", "| `x\\|y` | a&#124;b |\n")]
    [InlineData("a `code <b>` b", "a `code <b>` b\n")]
    [InlineData("``a ` b`` c", "``a ` b`` c\n")]
    [InlineData("a ` b", "a &#96; b\n")]
    [InlineData("**strong & plain** *x*", "**strong &#38; plain** &#42;x&#42;\n")]
    [InlineData("```csharp\n<b> @you\n```", "```\n<b> @you\n```\n")]
    [InlineData("```\nnever closed", "```\nnever closed\n```\n")]
    [InlineData("\\*not\\*", "&#42;not&#42;\n")]
    [InlineData("---", "---\n")]
    [InlineData("    ````mermaid\n    graph\n    ````", "```\n    graph\n```\n")]
    public void Structure_Stays(string text, string page) => SafeMarkdown.Of(text, headings: 3).ShouldBe(page);

    [Theory]
    [InlineData("<img src=x>")]
    [InlineData("</details><script>")]
    [InlineData("[click](https://evil.example)")]
    [InlineData("![x](https://evil.example/pixel)")]
    [InlineData("[a]: https://evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:\\//evil.example")]
    [InlineData("www.evil.example")]
    [InlineData("@octocat")]
    [InlineData("\\@octocat")]
    [InlineData("acme/shop#12")]
    [InlineData("gh\\-12")]
    [InlineData("GH-12")]
    [InlineData("<!-- comment")]
    [InlineData("- <b>x</b>")]
    [InlineData("| <b>x</b> | @octocat |")]
    [InlineData("**@octocat <i>**")]
    [InlineData("# <h1> @octocat")]
    [InlineData("[^1]: note")]
    [InlineData("$x$ ~~y~~ ^z")]
    [InlineData("text\n===")]
    [InlineData("`a\n`<b>`")]
    public void WhatActs_BecomesText(string text) => ShouldBeInert(SafeMarkdown.Of(text, headings: 1));

    [Fact]
    public void HostileText_StaysText() => Hostile.Hold(text =>
    {
        ShouldBeInert(SafeMarkdown.Of(text, headings: 1));
        ShouldBeInert(SafeMarkdown.Of($"| {text} | `{text}` |\n```\n{text}\n", headings: 1));
    });

    [Fact]
    public void LongLinesOfSigns_TakeNoTime()
    {
        foreach (var sign in new[] { "`", "*", "**", "\\", "|", "**a", "`` ` ", "[" })
        {
            ShouldBeInert(SafeMarkdown.Of(string.Concat(Enumerable.Repeat(sign, 30_000)), headings: 1));
        }
    }

    /// <summary>Outside code no sign of markup stands there raw, but those that make the page's shape.</summary>
    private static void ShouldBeInert(string page)
    {
        var outside = Regex.Replace(page, "^```\n(.*?\n)??```$", "", RegexOptions.Multiline | RegexOptions.Singleline);
        Regex.IsMatch(outside, "^ *```[^`]*$", RegexOptions.Multiline).ShouldBeFalse(outside);
        outside = Regex.Replace(outside, "(?<!`)(`+)(?!`)[^\n]*?(?<!`)\\1(?!`)", "");
        foreach (var live in new[] { "<", "`", "@", "](", "://", "www.", "$", "^", "~" })
        {
            outside.ShouldNotContain(live);
        }

        Regex.IsMatch(outside, "(?<!&)#[^# ]").ShouldBeFalse(outside);
        Regex.IsMatch(outside, "&(?:#64;|#35;)(?!&#8203;)").ShouldBeFalse(outside);
        Regex.IsMatch(outside, "gh-[0-9]", RegexOptions.IgnoreCase).ShouldBeFalse(outside);
        Regex.IsMatch(outside, @"^\s*=+\s*$", RegexOptions.Multiline).ShouldBeFalse(outside);
        page.Count(sign => char.IsControl(sign) && sign != '\n').ShouldBe(0);
    }
}
