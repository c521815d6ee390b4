using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Pipeline.Unseen;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline;

public sealed class GatePipelineCoverageTests
{
    [Fact]
    public async Task RunAsync_SomethingUnexpectedWasNotSeen_CouldNotBeEvaluatedAndKeepsItsFindings()
    {
        var results = await RunAsync(
        [
            SampleResults.Planned("a", (context, _) => Look(context, 3, UnseenReasons.Sparse)),
            SampleResults.Planned("b", (context, _) => Look(context, 3, UnseenReasons.Sparse)) with { Mode = GateMode.Warn },
        ]);

        results.Select(result => result.Verdict).ShouldBe([Verdict.Errored, Verdict.Warned]);
        results.ShouldAllBe(result =>
            result.Error == "it could not look at everything: sparse checkout: left/out. Mend that, or name the paths under `exclude`");
        results.ShouldAllBe(result => result.IsJudged && result.Coverage!.Words == "3 files; 1 left out: sparse checkout");
        CoverageSummary.Read(results[0].Evidence!.Facts)!.HasUnexpected.ShouldBeTrue("a policy judges it too");
    }

    [Fact]
    public async Task RunAsync_NothingWasLookedAt_IsSkippedAndWhatNeedsItRuns()
    {
        var results = await RunAsync([
            SampleResults.Planned("a", (context, _) => Look(context, 0, UnseenReasons.Exclude)),
            SampleResults.Planned("b") with { Needs = ["a"] }
        ]);

        results.Select(result => result.Verdict).ShouldBe([Verdict.Skipped, Verdict.Passed]);
    }

    [Fact]
    public async Task RunAsync_RequiredGateIsSkipped_IsErroredWhateverItsMode()
    {
        var results = await RunAsync(
        [
            SampleResults.Planned("nothing", (context, _) => Look(context, 0, UnseenReasons.Exclude)) with { IsRequired = true, Mode = GateMode.Warn },
            SampleResults.Planned("off") with { IsRequired = true, Mode = GateMode.Off },
            SampleResults.Planned("filtered") with { IsRequired = true, SkipReason = "no changed file" },
            SampleResults.Planned(
                "missing",
                (_, _) => throw new EvaluationException("no k6") { IsMissingInput = true }) with { IsRequired = true, SkipWhenMissing = true },
        ]);

        results.ShouldAllBe(result => result.Verdict == Verdict.Errored && result.Blocks && result.SkipReason == null);
        results.Select(result => result.Error).ShouldBe(
        [
            "it is required (`require`), and was skipped: it looked at nothing",
            "it is required (`require`), and was skipped: its mode is off",
            "it is required (`require`), and was skipped: no changed file",
            "it is required (`require`), and was skipped: no k6",
        ]);
    }

    private static Task<Evidence> Look(GateContext context, int seen, UnseenReason reason)
    {
        context.Coverage.Saw(seen);
        context.Coverage.LeftOut(reason, "left/out");
        return Task.FromResult(SampleResults.Nothing);
    }

    private static Task<IReadOnlyList<GateResult>> RunAsync(IReadOnlyList<PlannedGate> gates) =>
        new GatePipeline(new DelegateJudge(_ => Judgement.Empty), TimeProvider.System).RunAsync(
            new RunPlan(gates, "test", []), new PipelineInput(new MemoryTree(), ChangeSet.None, null, default), CancellationToken.None);
}
