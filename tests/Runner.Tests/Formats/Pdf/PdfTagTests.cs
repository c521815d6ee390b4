using System.Text.RegularExpressions;
using Gates.Formats.Pdf;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Formats.Pdf;

/// <summary>What a document says of its own parts, to whoever cannot see them.</summary>
public sealed class PdfTagTests : IDisposable
{
    private static readonly PdfText Look = new(PdfFace.Regular, 10, PdfText.Black);

    private readonly TempFolder folder = new();

    [Fact]
    public void Parts_AreWhatTheyAre_InTheOrderOfReading()
    {
        Assert.SkipUnless(ExternalProgram.Exists("pdfinfo"), "pdfinfo is not installed: apt-get install poppler-utils");
        var document = Document();
        document.Title("The title", "below it", 1);
        document.Heading("Section", 1);
        document.Paragraph("A paragraph.", Look);
        document.Bullets(["one", "two"], Look);
        document.Heading("Part", 2);
        document.Table(new PdfTable([1, 1], ["Left", "Right"], [[new PdfCell("a", Look) { Place = "a" }, new PdfCell("b", Look) { Link = "a" }]]));
        document.Table(new PdfTable([1, 1], [], [[new PdfCell("name", Look), new PdfCell([("v", Look), ("w", Look)])]]));
        Write(document);

        var tree = ExternalProgram.Run("pdfinfo", ["-struct-text", File]).Succeeded();

        Regex.Replace(tree, @"(\s+Object [0-9]+ 0)?\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(5)).Trim().ShouldBe(
            "Document H1 (block) \"The title\" P (block) \"below it\" H2 (block) \"Section\" P (block) \"A paragraph.\" "
            + "L (block) LI (block) Lbl (block) \"•\" LBody (block) \"one\" LI (block) Lbl (block) \"•\" LBody (block) \"two\" H3 (block) \"Part\" "
            + "Table (block) TR TH: /Scope /Column \"Left\" TH: /Scope /Column \"Right\" TR TD \"a\" TD Link (inline) \"b\" "
            + "Table (block) TR TH: /Scope /Row \"name\" TD P (block) \"v\" P (block) \"w\"");
    }

    [Fact]
    public void HeadersOfTables_SayWhatTheyHead()
    {
        Assert.SkipUnless(ExternalProgram.Exists("pdfinfo"), "pdfinfo is not installed: apt-get install poppler-utils");
        var document = Document();
        document.Table(new PdfTable([1, 1], ["Left", "Right"], [[new PdfCell("a", Look), new PdfCell("b", Look)]]));
        document.Table(new PdfTable([1, 1], [], [[new PdfCell("name", Look), new PdfCell("value", Look)]]));
        Write(document);

        var scopes = ExternalProgram.Run("pdfinfo", ["-struct", File]).Succeeded().Split('\n').Select(line => line.Trim())
            .Where(line => line.StartsWith("/Scope", StringComparison.Ordinal));

        scopes.ShouldBe(["/Scope /Column", "/Scope /Column", "/Scope /Row"]);
    }

    /// <summary>What is repeated on each page is read aloud once, and what only decorates never.</summary>
    [Fact]
    public void HeadersAgain_AndHeadsAndFeetOfPages_AreNoPartOfTheDocument()
    {
        Assert.SkipUnless(ExternalProgram.Exists("pdfinfo"), "pdfinfo is not installed: apt-get install poppler-utils");
        var document = Document();
        document.Table(new PdfTable([1, 1], ["Left", "Right"], Rows(120, "b")));
        Write(document);

        var tree = ExternalProgram.Run("pdfinfo", ["-struct-text", File]).Succeeded();
        var text = ExternalProgram.Run("pdftotext", ["-layout", File, "-"]).Succeeded();

        Count(text, "Left").ShouldBe(Count(text, "page "));
        Count(text, "Left").ShouldBeGreaterThan(2);
        Count(tree, "\"Left\"").ShouldBe(1);
        Count(tree, "A title").ShouldBe(0);
        Count(tree, "row ").ShouldBe(120);
        ExternalProgram.Run("pdfinfo", [File]).Succeeded().ShouldMatch("Tagged: +yes");
    }

    /// <summary>Every mark on a page is content of a part, or of none: nothing is drawn outside of both.</summary>
    [Fact]
    public void EverythingThatIsDrawn_IsMarked()
    {
        var document = Document();
        document.Heading("Section", 1);
        document.Table(new PdfTable([1, 1], ["Left", "Right"], Rows(80, "")));
        var file = System.Text.Encoding.Latin1.GetString(document.ToArray());

        var depth = 0;
        foreach (var line in file.Split('\n'))
        {
            depth += line.EndsWith(" BDC", StringComparison.Ordinal) ? 1 : line == "EMC" ? -1 : 0;
            depth.ShouldBeInRange(0, 1);
            if (Regex.IsMatch(line, "^BT | [Sf]$", RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                depth.ShouldBe(1, line);
            }
        }

        depth.ShouldBe(0);
        file.ShouldContain("/Lang (en-GB)");
        file.ShouldContain("/DisplayDocTitle true");
    }

    [Fact]
    public void ALinkToNowhere_IsAFaultOfOurs()
    {
        var document = Document();
        document.Table(new PdfTable([1], ["Left"], [[new PdfCell("a", Look) { Link = "nowhere" }]]));

        Should.Throw<InvalidOperationException>(document.ToArray).Message.ShouldBe("no place is named nowhere");
    }

    public void Dispose() => folder.Dispose();

    private string File => Path.Combine(folder.Path, "a.pdf");

    private static PdfDocument Document() => new(new PdfInfo("A title", "A subject", "gates", DateTimeOffset.UnixEpoch), "foot", fonts: null);

    private static List<IReadOnlyList<PdfCell>> Rows(int count, string text) =>
        [.. Enumerable.Range(0, count).Select(i => (IReadOnlyList<PdfCell>)[new PdfCell($"row {i}", Look), new PdfCell(text, Look)])];

    private static int Count(string text, string word) => Regex.Count(text, Regex.Escape(word), RegexOptions.None, TimeSpan.FromSeconds(5));

    private void Write(PdfDocument document) => System.IO.File.WriteAllBytes(File, document.ToArray());
}
