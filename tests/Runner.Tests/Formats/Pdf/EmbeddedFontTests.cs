using System.Text.RegularExpressions;
using Gates.Formats.Fonts;
using Gates.Formats.Pdf;
using Runner.Tests.Formats.Fonts;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Formats.Pdf;

/// <summary>What other programs make of a document that embeds its fonts.</summary>
public sealed class EmbeddedFontTests : IDisposable
{
    private static readonly PdfText Look = new(PdfFace.Regular, 10, PdfText.Black);

    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("Latin: naïve Łódź ș € “quoted” fi ﬁ")]
    [InlineData("Кириллица: проверка поставок")]
    [InlineData("Ελληνικά: έλεγχος")]
    [InlineData("供应链安全控制与验证")]
    [InlineData("セキュリティ検証のかな")]
    [InlineData("한국어 통제")]
    [InlineData("≤≥→✓✗−∞")]
    public void Text_OfManyScripts_ComesOutAsItWentIn(string text)
    {
        Demand("pdftotext", "poppler-utils");
        Write(text).HasMarks.ShouldBeFalse();

        ExternalProgram.Run("pdftotext", [File, "-"]).Succeeded().ShouldContain(text);
    }

    [Theory]
    [InlineData("a\u202Eb\u0007", "a[U+202E]b[U+0007]†")]
    [InlineData("zero\u200Bwidth\uFEFF", "zero[U+200B]width[U+FEFF]†")]
    [InlineData("\U0001F9FF \uE000", "[U+1F9FF] [U+E000]†")]
    [InlineData("שלום", "[U+05E9][U+05DC][U+05D5][U+05DD]†")]
    public void Text_ThatNoFontShows_OrThatWouldHide_StandsAsCodePointsAndIsMarked(string text, string expected)
    {
        Demand("pdftotext", "poppler-utils");
        Write(text).HasMarks.ShouldBeTrue();

        ExternalProgram.Run("pdftotext", [File, "-"]).Succeeded().ShouldContain(expected);
    }

    [Fact]
    public void Fonts_ThatAreUsed_AreEmbeddedAndSubset_AndTheOthersAreLeftOut()
    {
        Demand("pdffonts", "poppler-utils");
        Write("供应链 Łódź");

        var fonts = ExternalProgram.Run("pdffonts", [File]).Succeeded().Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        fonts.Select(line => Regex.Replace(line, @"^[A-Z]{6}\+(\S+) +(.*?) +\d+ +0$", "$1 $2", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe([
                "DejaVuSans CID TrueType Identity-H yes yes yes",
                "DejaVuSans-Bold CID TrueType Identity-H yes yes yes",
                "DroidSansFallback CID TrueType Identity-H yes yes yes",
            ]);
    }

    /// <summary>A letter with an accent is a glyph composed of others: without them it would have no ink, or less.</summary>
    [Fact]
    public void Glyphs_OfTheSubset_HaveTheirInk()
    {
        Demand("pdftoppm", "poppler-utils");

        var (nothing, plain, accented, chinese) = (Ink(" "), Ink("eeeeeeeeee"), Ink("éééééééééé"), Ink("供应链安全供应链安全"));

        plain.ShouldBeGreaterThan(nothing + 100);
        accented.ShouldBeGreaterThan(plain);
        chinese.ShouldBeGreaterThan(plain);
    }

    [Fact]
    public void Document_MadeTwice_IsTheSameBytes()
    {
        _ = InstalledFonts.Demand();
        Write("проверка 供应链");
        var first = System.IO.File.ReadAllBytes(File);
        Write("проверка 供应链");

        System.IO.File.ReadAllBytes(File).ShouldBe(first);
    }

    [Fact]
    public void Document_OfNoFontOfTheFirst_IsWithoutFaults()
    {
        Demand("qpdf", "qpdf");
        Write("проверка 供应链 \U0001F9FF");

        ExternalProgram.Run("qpdf", ["--check", File]).Succeeded().ShouldContain("No syntax or stream encoding errors found");
    }

    public void Dispose() => folder.Dispose();

    private string File => Path.Combine(folder.Path, "a.pdf");

    private static void Demand(string program, string package)
    {
        _ = InstalledFonts.Demand();
        Assert.SkipUnless(ExternalProgram.Exists(program), $"{program} is not installed: apt-get install {package}");
    }

    private PdfDocument Write(string text)
    {
        var document = new PdfDocument(
            new PdfInfo("A title", "A subject", "gates", new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)), "foot", InstalledFonts.Demand().Set);
        document.Heading("Heading", 1);
        document.Paragraph(text, Look);
        System.IO.File.WriteAllBytes(File, document.ToArray());
        return document;
    }

    private int Ink(string text)
    {
        Write(text);
        var drawn = ExternalProgram.Run("pdftoppm", ["-gray", "-r", "100", File, Path.Combine(folder.Path, "p")]);
        drawn.Succeeded();
        drawn.Error.ShouldBeEmpty("a reader must find nothing wrong with the fonts");
        return System.IO.File.ReadAllBytes(Path.Combine(folder.Path, "p-1.pgm")).Count(pixel => pixel < 128);
    }
}
