using System.Text;
using System.Text.RegularExpressions;

namespace Runner.Tests.Configuration;

/// <summary>Reads <c>gates.d.ts</c>, which is written in one plain style, into pages of Markdown.</summary>
internal static partial class TypeDeclarations
{
    /// <summary>A heading, the comment and the members of every type, in the file's order.</summary>
    public static string ToMarkdown(string text)
    {
        var page = new StringBuilder();
        foreach (Match match in Declaration().Matches(text))
        {
            page.Append($"\n## {match.Groups["name"].Value}\n\n{Prose(match.Groups["doc"].Value)}\n");
            if (match.Groups["body"].Success)
            {
                page.Append("\n| member | meaning |\n|---|---|\n");
                foreach (Match member in Member().Matches(match.Groups["body"].Value))
                {
                    page.Append($"| `{Cell(member.Groups["signature"].Value)}` | {Cell(string.Join(' ', Lines(member.Groups["doc"].Value)))} |\n");
                }
            }
            else
            {
                page.Append($"\n```ts\n{match.Groups["alias"].Value.Trim()}\n```\n");
            }
        }

        return page.ToString();
    }

    private static string Prose(string comment) => string.Join('\n', Lines(comment)).Trim();

    private static IEnumerable<string> Lines(string comment) =>
        comment.Split('\n').Select(line => Star().Replace(line, "").TrimEnd()).Where((line, i) => i > 0 || line.Length > 0);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Trim().TrimEnd(';');

    [GeneratedRegex(
        @"^(?:/\*\*(?<doc>(?:(?!\*/)[\s\S])*)\*/\n)?(?:interface (?<name>\w+) \{\n(?<body>[\s\S]*?)^\}|(?<alias>type (?<name>\w+) =[\s\S]*?;\n))",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        5000)]
    private static partial Regex Declaration();

    [GeneratedRegex(
        @"^  (?:/\*\*(?<doc>(?:(?!\*/)[\s\S])*)\*/\n  )?(?<signature>[A-Za-z\[""][^\n]*);",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        5000)]
    private static partial Regex Member();

    [GeneratedRegex(@"^\s*\*? ?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Star();
}
