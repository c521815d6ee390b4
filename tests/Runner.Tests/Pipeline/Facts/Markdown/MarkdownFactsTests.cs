using System.Text;
using Gates.Formats.Markdown;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Markdown;

public sealed class MarkdownFactsTests
{
    [Fact]
    public void AForm_IsItsHeadingsTasksBoxesTablesAndLinks()
    {
        var page = MarkdownReader.Read("""
            # Ready?
            <!-- - [ ] no task -->
            Two
            ===

            ## 1. **Build**
            - ☐ Group
              - [x] done, see [it](https://example.org/a "t")
              - [ ] open
            ```
            - [ ] in code
            ```
            **Status:** ☐ Approved ☑ Blocker

            | a | b \| c |
            |---|:--:|
            | `1` | 2 |
            """, "a.md");

        page.Headings.Select(one => (one.Level, one.Text, one.Line)).ShouldBe([(1, "Ready?", 1), (1, "Two", 3), (2, "1. Build", 6)]);
        page.Tasks.Select(one => (one.Text, one.Done, one.Line, one.Depth, one.Section)).ShouldBe(
            [("Group", false, 7, 0, "Two / 1. Build"), ("done, see it", true, 8, 1, "Two / 1. Build"), ("open", false, 9, 1, "Two / 1. Build")]);
        var choice = page.Choices.ShouldHaveSingleItem();
        (choice.Label, choice.Line).ShouldBe(("Status", 13));
        choice.Options.ShouldBe([new MarkdownOption("Approved", false), new MarkdownOption("Blocker", true)]);
        var table = page.Tables.ShouldHaveSingleItem();
        table.Header.ShouldBe(["a", "b | c"]);
        (table.Line, table.Rows[0].Line).ShouldBe((15, 17));
        table.Rows[0].Cells.ShouldBe(["1", "2"]);
        page.Links.Select(one => (one.Text, one.Target, one.Line)).ShouldBe([("it", "https://example.org/a", 8)]);
        page.Mended.ShouldBeNull();
    }

    [Theory]
    [InlineData(10000, "mac-roman")]
    [InlineData(1252, "windows-1252")]
    public void UnicodeThatWasTakenForAnotherEncoding_IsMended(int page, string name)
    {
        const string Meant = "- [ ] größer ≥ 3 – \u2713 „ja“";
        var mistaken = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(Encoding.UTF8.GetBytes(Meant));

        var file = MarkdownReader.Read(mistaken, "a.md");

        (file.Text, file.Mended).ShouldBe((Meant, name));
    }

    [Theory]
    [InlineData("Äpfel, größer ≥ 3, ☐ und ✅")]
    [InlineData("plain")]
    public void TextThatIsRight_StaysAsItIs(string text)
    {
        var file = MarkdownReader.Read(text, "a.md");

        (file.Text, file.Mended).ShouldBe((text, null));
    }

    [Fact]
    public void HostileLines_AreReadInTime()
    {
        var text = string.Concat("[#|`".Select(sign => new string(sign, 100_000) + "\n")) + string.Concat(Enumerable.Repeat("[a](", 50_000));

        MarkdownReader.Read(text, "a.md").Tasks.ShouldBeEmpty();
    }
}
