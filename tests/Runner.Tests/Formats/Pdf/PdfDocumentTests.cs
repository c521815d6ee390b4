using System.Text;
using Gates.Formats.Pdf;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Pdf;

public sealed class PdfDocumentTests
{
    [Theory]
    [InlineData("The quick brown fox jumps over the lazy dog 0123456789 (){}[]<>@#%&*")]
    [InlineData("ÄÖÜäöüßéèêñçøåæœ €‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›žŸ ¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿")]
    public void Width_OfEncodedText_IsTheSumOfPublishedMetrics(string text)
    {
        foreach (var (font, widths) in new[]
        {
            (PdfFont.Regular, FontMetrics.Helvetica),
            (PdfFont.Bold, FontMetrics.HelveticaBold),
            (PdfFont.Mono, FontMetrics.Courier)
        })
        {
            var (bytes, marked) = WinAnsi.Encode(text);

            marked.ShouldBeFalse();
            widths.Length.ShouldBe(224);
            font.Width(bytes, 1000).ShouldBe(bytes.Sum(code => widths[code - 32]), 0.001);
        }
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("naïve café – “quoted” €5", "naïve café – “quoted” €5")]
    [InlineData("Привет", "Privet†")]
    [InlineData("Ελλάδα", "Ellada†")]
    [InlineData("Łódź a≥b", "Lódz a>=b†")]
    [InlineData("日本", "[U+65E5][U+672C]†")]
    [InlineData("a\u202Eb\u0007", "a[U+202E]b[U+0007]†")]
    [InlineData("e\u0301", "e†")]
    public void Encode_Text_TransliteratesAndMarksWhatTheFontsLack(string text, string expected)
    {
        var (bytes, marked) = WinAnsi.Encode(text);

        Encoding.GetEncoding(28591).GetString([.. bytes.Where(code => code is < 128 or > 159)]).ShouldBe(string.Concat(expected.Where(c => c < 256)));
        marked.ShouldBe(expected.EndsWith(PdfFonts.Mark));
    }

    [Fact]
    public void Wrap_LongWords_BreaksAtJointsAndThenAnywhere()
    {
        Wrapped("one two three", 50).ShouldBe(["one two ", "three"]);
        Wrapped("supply-chain/sbom.json", 65).ShouldBe(["supply-chain/", "sbom.json"]);
        Wrapped("SOC2:CC6.1", 35).ShouldBe(["SOC2:", "CC6.1"]);
        Wrapped(new string('0', 20), 50).ShouldBe([new string('0', 8), new string('0', 8), new string('0', 4)]);
        Wrapped("a  b", 4).ShouldBe(["a  ", "b"]);
        Wrapped("", 50).ShouldBe([""]);
    }

    [Theory]
    [InlineData("供应链安全", 3, "供应链|安全")]
    [InlineData("供应链。安全", 3, "供应|链。安|全")]
    [InlineData("見る（安全）", 3, "見る|（安|全）")]
    [InlineData("a 供应链", 3, "a 供|应链")]
    public void Wrap_ScriptsWithoutSpaces_BreaksBetweenCharacters_AndLeavesPunctuationWithThem(string text, int width, string lines) =>
        string.Join('|', Wrapped([.. text.Select(letter => new PdfGlyph("F", 1, IsWide: true, 1000, letter))], width)).ShouldBe(lines);

    [Fact]
    public void Cut_MoreLinesThanThereMayBe_EndsWithDotsThatFit()
    {
        var lines = LineBreaks.Wrap(new BaseFonts().Encode("one two three four", PdfFace.Regular), 10, 50);
        var cut = LineBreaks.Cut(lines, 1, new BaseFonts().Encode("...", PdfFace.Regular), 10, 40);

        string.Concat(cut.ShouldHaveSingleItem().Select(glyph => (char)glyph.Character)).ShouldBe("one tw...");
        LineBreaks.Cut(lines, 9, [], 10, 50).ShouldBe(lines);
    }

    [Fact]
    public void ToFile_AnObjectThatWasNamedAndNeverWritten_IsAFaultOfOurs()
    {
        var objects = new PdfObjects();
        objects.Reserve();

        Should.Throw<InvalidOperationException>(() => objects.ToFile(1, 1)).Message.ShouldBe("object 1 was named and never written");
    }

    private static string[] Wrapped(string text, double width) => Wrapped(new BaseFonts().Encode(text, PdfFace.Regular), width);

    private static string[] Wrapped(IReadOnlyList<PdfGlyph> glyphs, double width) =>
        [.. LineBreaks.Wrap(glyphs, 10, glyphs is [{ IsWide: true }, ..] ? width * 10 : width).Select(line => string.Concat(line.Select(glyph => (char)glyph.Character)))];
}
