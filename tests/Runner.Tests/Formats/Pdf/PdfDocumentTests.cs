using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gates.Attestation.Controls.Outputs;
using Gates.Formats.Pdf;
using Runner.Tests.Attestation.Controls;
using Runner.Tests.Attestation.Controls.Outputs;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Formats.Pdf;

public sealed class PdfDocumentTests
{
    private static readonly PdfText Look = new(PdfFont.Regular, 10, PdfText.Black);

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task Attestation_OfAnyLength_IsAPdfWithoutFaults(int controls)
    {
        Assert.SkipUnless(ExternalProgram.Exists("qpdf"), "qpdf is not installed: apt-get install qpdf");
        using var folder = new TempFolder();
        var file = await WriteAsync(folder, controls);

        var check = ExternalProgram.Run("qpdf", ["--check", file]);

        check.ExitCode.ShouldBe(0, check.Output + check.Error);
        check.Output.ShouldContain("No syntax or stream encoding errors found");
    }

    [Fact]
    public async Task Attestation_ReadBackAsText_SaysAllThatItMust()
    {
        Assert.SkipUnless(ExternalProgram.Exists("pdftotext"), "pdftotext is not installed: apt-get install poppler-utils");
        using var folder = new TempFolder();

        var text = ExternalProgram.Run("pdftotext", ["-layout", await WriteAsync(folder, 0), "-"]).Output;
        var words = Regex.Replace(text, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(5));

        string[] wanted =
        [
            "acme/shop, release v1.4.0", "acme/shop, release v1.4.0 (1 of 3 is present, not judged)", "1 control of 3 that apply does not hold: DR-01. 1 of 3 is present, not judged: DOC-01.", "It states no conformity and replaces no audit.", "2 of 2 in 2026 up to this release", "1 of 2 are named by the evidence; 1 unevidenced",
            "SC-01 SBOM and scans -> proverka†", "Missing evidence: chaos-dr/*.json matches no file.", Bench.Sha256("shop"), "not in a log", "Access reviews.", "DR-01: Drills of suppliers.", "the person named in",
            "Nobody: this attestation is unsigned", "gates attest v1.4.0 --catalog compliance/control_catalog.yaml", "page 1 of ", "Some characters of this text are not in the fonts",
        ];
        wanted.Where(phrase => !words.Contains(phrase, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Attestation_ManyControls_RepeatsHeadersAndNumbersEveryPage()
    {
        Assert.SkipUnless(ExternalProgram.Exists("pdftotext"), "pdftotext is not installed: apt-get install poppler-utils");
        using var folder = new TempFolder();

        var pages = ExternalProgram.Run("pdftotext", ["-layout", await WriteAsync(folder, 60), "-"]).Output.Split('\f')[..^1];

        pages.Length.ShouldBeGreaterThan(8);
        pages.Select((page, i) => page.Contains(
            string.Create(CultureInfo.InvariantCulture, $"page {i + 1} of {pages.Length}"),
            StringComparison.Ordinal)).ShouldAllBe(numbered => numbered);
        pages.Count(page => Regex.IsMatch(page, @"^ *Control +Name +Result +Supports", RegexOptions.Multiline, TimeSpan.FromSeconds(5))).ShouldBeGreaterThan(1);
        pages.Where(page => Regex.IsMatch(
            page.Split("rendered from")[0].TrimEnd(),
            @"\n *X-[0-9]+ Control number [0-9]+$",
            RegexOptions.None,
            TimeSpan.FromSeconds(5))).ShouldBeEmpty("a heading stands alone at the foot of a page");
    }

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
        marked.ShouldBe(expected.EndsWith(WinAnsi.Mark));
    }

    [Fact]
    public void Wrap_LongWords_BreaksAtJointsAndThenAnywhere()
    {
        static string[] Wrapped(string text, double width) => [.. Look.Wrap(Encoding.ASCII.GetBytes(text), width).Select(Encoding.ASCII.GetString)];

        Wrapped("one two three", 50).ShouldBe(["one two", "three"]);
        Wrapped("supply-chain/sbom.json", 65).ShouldBe(["supply-chain/", "sbom.json"]);
        Wrapped(new string('0', 20), 50).ShouldBe([new string('0', 8), new string('0', 8), new string('0', 4)]);
        Wrapped("", 50).ShouldBe([""]);
    }

    private static async Task<string> WriteAsync(TempFolder folder, int controls)
    {
        var path = Path.Combine(folder.Path, "a.pdf");
        await File.WriteAllBytesAsync(path, AttestationPdf.Of(await Sample.CreateAsync(controls), Bench.Sha256("json"), Bench.Sha256("oscal")));
        return path;
    }
}
