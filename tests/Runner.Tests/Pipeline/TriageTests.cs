using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Results;
using Gates.Policies;
using Runner.Tests.Pipeline.Waivers;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline;

public sealed class TriageTests
{
    [Theory]
    [InlineData(true, true, false, "Waived")]
    [InlineData(true, true, true, "Waived")]
    [InlineData(false, true, false, "Existing")]
    [InlineData(false, false, true, "Existing")]
    [InlineData(false, false, false, "New")]
    public void Weigh_WaiverThenBaselineThenBase(bool waived, bool recorded, bool atBase, string expected)
    {
        var baseline = new Baseline { Path = "b", Entries = recorded ? [new BaselineEntry("dlp-scan", "r", null, null, Sample.Fingerprint)] : [] };

        var weighed = new Triage(
            waived ? Sample.Read(Sample.Text) : null,
            baseline,
            Sample.Today).Weigh("dlp-scan", Sample.Recognised() with { AtBase = atBase });

        weighed.State.ShouldBe(Enum.Parse<FindingState>(expected));
        (weighed.Waiver is not null).ShouldBe(waived);
    }

    [Fact]
    public void Weigh_ExpiredWaiver_DoesNotApply() =>
        new Triage(Sample.Read(Sample.Text), null, new DateOnly(2027, 2, 1)).Weigh("dlp-scan", Sample.Recognised()).State.ShouldBe(FindingState.New);

    [Fact]
    public void Weigh_BaselineOfAnotherGate_DoesNotApply()
    {
        var baseline = new Baseline { Path = "b", Entries = [new BaselineEntry("other", "r", null, null, Sample.Fingerprint)] };

        new Triage(null, baseline, Sample.Today).Weigh("dlp-scan", Sample.Recognised()).State.ShouldBe(FindingState.New);
    }

    [Fact]
    public async Task Pipeline_EveryErrorWaived_IsWaived_AndNeverWhenItCouldNotBeEvaluated()
    {
        var waivers = new Triage(Sample.Read(Sample.Text), null, Sample.Today);

        (await RunAsync(waivers, _ => new Judgement([Sample.Finding()], [], [], []))).Verdict.ShouldBe(Verdict.Waived);
        (await RunAsync(waivers, _ => new Judgement([Sample.Finding(), Sample.Finding("src/a")], [], [], []))).Verdict.ShouldBe(Verdict.Failed);
        (await RunAsync(waivers, _ => throw new EvaluationException("no"))).Verdict.ShouldBe(Verdict.Errored);
    }

    private static async Task<GateResult> RunAsync(Triage triage, Func<Evidence, Judgement> judge)
    {
        return (await new GatePipeline(new DelegateJudge(judge), TimeProvider.System).RunAsync(
            new RunPlan(
                [SampleResults.Planned("dlp-scan")],
                "test",
                [])
            { Triage = triage }, new PipelineInput(new MemoryTree(), ChangeSet.None, null, default), CancellationToken.None)).Single();
    }
}
