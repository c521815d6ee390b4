using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Outputs;
using Gates.Formats.Fonts;
using Runner.Tests.Formats.Fonts;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Controls.Outputs;

public sealed class AttestationPdfTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(60, false)]
    public async Task Attestation_OfAnyLength_IsAPdfWithoutFaults(int controls, bool isEmbedded)
    {
        Demand("qpdf", "qpdf");
        Write(await Sample.CreateAsync(controls), isEmbedded ? InstalledFonts.Demand() : DocumentFonts.None);

        var check = ExternalProgram.Run("qpdf", ["--check", File]);

        check.ExitCode.ShouldBe(0, check.Output + check.Error);
        check.Output.ShouldContain("No syntax or stream encoding errors found");
    }

    [Theory]
    [InlineData(true, "SC-01 SBOM and scans → проверка", "are embedded: DejaVuSans, DejaVuSans-Bold, DejaVuSansMono, DroidSansFallback.")]
    [InlineData(false, "SC-01 SBOM and scans -> proverka†", "Some characters of this text are not in the fonts")]
    public async Task Attestation_ReadBackAsText_SaysAllThatItMust(bool isEmbedded, string name, string ofFonts)
    {
        Demand("pdftotext", "poppler-utils");
        Write(await Sample.CreateAsync(), isEmbedded ? InstalledFonts.Demand() : DocumentFonts.None);

        var words = Regex.Replace(ExternalProgram.Run("pdftotext", ["-raw", File, "-"]).Succeeded(), @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(5));

        string[] wanted =
        [
            name, ofFonts,
            "acme/shop, release v1.4.0 (1 of 3 is present, not judged)",
            "1 control of 3 that apply does not hold: DR-01. 1 of 3 is present, not judged: DOC-01.",
            "It states no conformity and replaces no audit.", "2 of 2 in 2026 up to this release", "1 of 2 are named by the evidence; 1 unevidenced",
            "Missing evidence: chaos-dr/*.json matches no file.", Bench.Sha256("shop"), "not in a log", "Access reviews.", "DR-01: Drills of suppliers.",
            "the person named in", "Nobody: this attestation is unsigned", "gates attest v1.4.0 --catalog compliance/control_catalog.yaml",
            "Nobody has validated it as PDF/A or PDF/UA, so it claims to be neither.", "page 1 of ",
        ];
        wanted.Where(phrase => !words.Contains(phrase, StringComparison.Ordinal)).ShouldBeEmpty(words);
        System.IO.File.ReadAllText(File).ShouldNotContain("pdfaid");
    }

    /// <summary>Thirty lines, with those at the head and the foot of the page, whatever names there are.</summary>
    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task FirstPage_AnswersInThirtyLines(bool isEmbedded, bool isLong)
    {
        Demand("pdftotext", "poppler-utils");
        var attestation = await Sample.CreateAsync();
        Write(isLong ? Long(attestation) : attestation, isEmbedded ? InstalledFonts.Demand() : DocumentFonts.None);

        var lines = ExternalProgram.Run("pdftotext", ["-layout", "-l", "1", File, "-"]).Succeeded().Split('\n')
            .Select(line => line.Trim(' ', '\f')).Where(line => line.Length > 0).ToList();

        lines.Count.ShouldBeInRange(25, 30, string.Join('\n', lines));
        string[] answers = ["What ", "When ", "By whom ", "By which rules ", "Results ", "Exceptions ", "Not proven ", "How to verify "];
        answers.Where(answer => !lines.Exists(line => line.StartsWith(answer, StringComparison.Ordinal))).ShouldBeEmpty(string.Join('\n', lines));
        if (!isLong)
        {
            string[] wanted =
            [
                Bench.Commit, "1 release file: shop.tar.gz", "made 2026-11-22 12:00 UTC", "signed by nobody", "Release controls 1.0, catalog.yaml",
                "4 controls on 2 files of evidence: 1 FAIL; 1 present, not judged; 1 hold; 1 not applicable", "ISO27001, 2022: 2 requirements supported",
                "2 waivers in force: dlp-scan docs/** until 2027-01-31", "1 of 2 changes since v1.3.0: no evidence names it", "it is in no log",
            ];
            wanted.Where(phrase => !lines.Exists(line => line.Contains(phrase, StringComparison.Ordinal))).ShouldBeEmpty(string.Join('\n', lines));
        }
    }

    /// <summary>Each with what it claims, who answers for it, three assertions, two files of its own, and a requirement of each framework.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SixtyControls_OfTwoFrameworks_TakeNoMoreThanTwelvePages(bool isEmbedded)
    {
        Demand("pdfinfo", "poppler-utils");
        var attestation = await Sample.CreateManyAsync(60, isEmbedded ? " 供应链" : "");
        attestation.Evaluation.Count(ControlOutcome.Fails).ShouldBe(9);
        attestation.Frameworks.Count.ShouldBe(2);
        Write(attestation, isEmbedded ? InstalledFonts.Demand() : DocumentFonts.None);

        var pages = Regex.Match(ExternalProgram.Run("pdfinfo", [File]).Succeeded(), "Pages: +([0-9]+)", RegexOptions.None, TimeSpan.FromSeconds(5));

        int.Parse(pages.Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeInRange(6, 12);
    }

    [Fact]
    public async Task ManyControls_RepeatHeadersAndNumberEveryPage_AndNoHeadingStandsAlone()
    {
        Demand("pdftotext", "poppler-utils");
        Write(await Sample.CreateManyAsync(60, " 供应链"), InstalledFonts.Demand());

        var pages = ExternalProgram.Run("pdftotext", ["-layout", File, "-"]).Succeeded().Split('\f')[..^1];

        pages.Select((page, i) => page.Contains(
            string.Create(CultureInfo.InvariantCulture, $"page {i + 1} of {pages.Length}"),
            StringComparison.Ordinal)).ShouldAllBe(numbered => numbered);
        pages.Count(page => Regex.IsMatch(page, @"^ *Control +What was found +Supports; evidence", RegexOptions.Multiline, TimeSpan.FromSeconds(5)))
            .ShouldBeGreaterThan(2);
        pages.Where(page => Regex.IsMatch(
            page.Split("rendered from")[0].TrimEnd(),
            @"\n *(Hold: .*|FAIL: .*|SOC2|ISO27001, .*|Evidence|Controls|Population|Scope and period)$",
            RegexOptions.None,
            TimeSpan.FromSeconds(5))).ShouldBeEmpty("a heading stands alone at the foot of a page");
    }

    [Fact]
    public async Task ControlsByResult_FailingFirst_AndRequirementsByFramework()
    {
        Demand("pdftotext", "poppler-utils");
        Write(await Sample.CreateAsync(), DocumentFonts.None);

        var text = ExternalProgram.Run("pdftotext", ["-layout", File, "-"]).Succeeded();
        var words = Regex.Replace(text, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(5));

        string[] order =
        [
            "FAIL: 1 control", "Present, not judged: 1 control", "Hold: 1 control", "Not applicable: 1 control",
            "ISO27001, 2022", "A.8.8", "A.8.28", "SOC2 ", "FAIL: DR-01",
        ];
        var from = words.IndexOf(" Controls FAIL", StringComparison.Ordinal);
        foreach (var phrase in order)
        {
            from = words.IndexOf(phrase, from, StringComparison.Ordinal);
            from.ShouldBeGreaterThan(0, $"{phrase} in {words}");
        }
    }

    public void Dispose() => folder.Dispose();

    private string File => Path.Combine(folder.Path, "a.pdf");

    private static void Demand(string program, string package) =>
        Assert.SkipUnless(ExternalProgram.Exists(program), $"{program} is not installed: apt-get install {package}");

    private static ControlAttestation Long(ControlAttestation attestation)
    {
        var name = string.Concat(Enumerable.Repeat("a-very-long-name/", 30));
        return attestation with
        {
            KeyId = "SHA256:" + new string('k', 43),
            Actors = [.. Enumerable.Range(0, 30).Select(i => new string((char)('a' + (i % 26)), 43))],
            ToolVersion = "0.1.0+" + new string('c', 40),
            TrustSource = name,
            TrustedKeyIds = [name],
            Checkpoint = "example.com/log\n12\nabc=\n",
            Scope = attestation.Scope with
            {
                Repository = name,
                Tag = "v1" + name,
                PreviousTag = "v0" + name,
                Artefacts = [.. Enumerable.Repeat(new EvidenceItem(name, 1, Bench.Sha256(name)), 40)],
            },
            Waivers = [.. Enumerable.Repeat(attestation.Waivers[0] with { Path = name }, 9)],
            Evaluation = attestation.Evaluation with
            {
                Catalogue = attestation.Evaluation.Catalogue with { Title = name, Path = name },
                Results =
                [
                    .. Enumerable.Range(0, 90).Select(i => attestation.Evaluation.Results[1] with
                    {
                        Control = attestation.Evaluation.Results[1].Control with
                        {
                            Id = $"A-RATHER-LONG-ID-{i}",
                            Frameworks = [new FrameworkRequirement($"FRAMEWORK-{i % 7}", null, $"R-{i}")],
                        },
                    }),
                ],
            },
        };
    }

    private void Write(ControlAttestation attestation, DocumentFonts fonts) =>
        System.IO.File.WriteAllBytes(File, AttestationPdf.Of(attestation, Bench.Sha256("json"), Bench.Sha256("oscal"), fonts));
}
