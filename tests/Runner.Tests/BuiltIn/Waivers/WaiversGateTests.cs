using Gates.BuiltIn.Waivers;
using Gates.Doors.Workers;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Policies;
using Runner.Tests.Pipeline;
using Runner.Tests.Pipeline.Waivers;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.Waivers;

public sealed class WaiversGateTests
{
    [Fact]
    public async Task Waiver_InUse_IsCountedAndNothingElse()
    {
        var result = await ReviewAsync(Sample.Text, Scan(Sample.Finding()));

        result.Verdict.ShouldBe(Verdict.Passed);
        result.Findings.ShouldBeEmpty();
        result.Passed.ShouldBe([new Check("in-force", "1 waiver is in force")]);
    }

    [Theory]
    [InlineData(false, "The waiver for dlp-scan github-personal-token in docs/** matches nothing any more: remove it, so that it cannot cover something new.")]
    [InlineData(true, null)]
    public async Task Waiver_MatchesNothing_IsUnusedOnlyWhenItsGateSawEverything(bool onlyTheDifference, string? expected)
    {
        var scan = Scan();
        var result = await ReviewAsync(
            Sample.Text,
            onlyTheDifference ? scan with { Settings = System.Text.Json.JsonElement.Parse("""{"scope":"diff"}""") } : scan);

        result.Findings.SingleOrDefault()?.Finding.Message.ShouldBe(expected);
        result.Verdict.ShouldBe(expected is null ? Verdict.Passed : Verdict.Warned);
    }

    [Fact]
    public async Task Waiver_OfAGateThatDidNotFinishOrRun_IsNotUnused()
    {
        (await ReviewAsync(Sample.Text, Scan() with { Error = "broken" })).Findings.ShouldBeEmpty();
        (await ReviewAsync(Sample.Text, Scan() with { SkipReason = "off" })).Findings.ShouldBeEmpty();
        (await ReviewAsync(Sample.Text)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waiver_Expired_SaysWhatItWouldStillCover()
    {
        var result = await ReviewAsync(Sample.Text, new DateOnly(2027, 2, 1), Scan(Sample.Finding()));

        var finding = result.Findings.ShouldHaveSingleItem().Finding;
        (finding.Rule, finding.Severity, finding.Location).ShouldBe(("expired", Severity.Warning, new Location(Sample.Path, 4)));
        finding.Message.ShouldBe("The waiver for dlp-scan github-personal-token in docs/** expired on 2027-01-31 and no longer applies. It would still cover 1 finding: mend it, or have @acme/docs decide again.");
    }

    [Theory]
    [InlineData("2027-01-16", null)]
    [InlineData("2027-01-17", "The waiver for dlp-scan github-personal-token in docs/** of @acme/docs expires on 2027-01-31.")]
    [InlineData("2027-01-31", "The waiver for dlp-scan github-personal-token in docs/** of @acme/docs expires today.")]
    public async Task Waiver_WithinFourteenDaysOfItsEnd_IsNoted(string today, string? expected)
    {
        var result = await ReviewAsync(Sample.Text, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), Scan(Sample.Finding()));

        result.Verdict.ShouldBe(Verdict.Passed);
        result.Findings.SingleOrDefault()?.Finding.Message.ShouldBe(expected);
        result.Findings.Count.ShouldBe(expected is null ? 0 : 1);
    }

    [Fact]
    public async Task Waiver_UnknownGate_Suggests() =>
        (await ReviewAsync(Sample.Text.Replace("dlp-scan", "dlp-scna", StringComparison.Ordinal), Scan())).Findings.ShouldHaveSingleItem().Finding.Message
            .ShouldBe("A waiver names dlp-scna, which is not a gate of the configuration; did you mean dlp-scan? It covers nothing.");

    private static GateResult Scan(params Finding[] findings) => SampleResults.Of("dlp-scan", Verdict.Waived) with
    {
        Findings = [.. findings.Select(finding => new GateFinding(finding, Sample.Fingerprint, FindingState.Waived, false))],
    };

    private static Task<GateResult> ReviewAsync(string text, params GateResult[] results) => ReviewAsync(text, Sample.Today, results);

    private static async Task<GateResult> ReviewAsync(string text, DateOnly today, params GateResult[] results)
    {
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        var review = new WaiverReview(Sample.Read(text), ["dlp-scan", "hermetic-build"], today, GateMode.Enforce, null);
        var tree = new MemoryTree((Sample.Path, text));
        return (await new GatePipeline(worker, TimeProvider.System).RunAsync(
            new RunPlan([review.Of(results)], "test", []), new PipelineInput(tree, ChangeSet.None, null, default), CancellationToken.None)).Single();
    }
}
