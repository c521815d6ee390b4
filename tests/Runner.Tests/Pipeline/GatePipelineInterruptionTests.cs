using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline;

/// <summary>Every gate gets a result, whatever becomes of the run and of those who watch it.</summary>
public sealed class GatePipelineInterruptionTests
{
    [Fact]
    public async Task RunAsync_Cancelled_KeepsWhatFinishedAndErrorsTheRest()
    {
        using var cancel = new CancellationTokenSource();
        var finished = new TaskCompletionSource();
        var progress = new SynchronousProgress(p =>
        {
            if (p is { GateId: "fine", Result: not null })
            {
                finished.SetResult();
            }
        });
        var pipeline = new GatePipeline(new DelegateJudge(_ => Judgement.Empty), TimeProvider.System, progress);
        var run = pipeline.RunAsync(
            new RunPlan(
                [
                    SampleResults.Planned("fine"),
                    SampleResults.Planned("waits", async (_, token) => { await Task.Delay(Timeout.Infinite, token); return SampleResults.Nothing; })
                ],
                "test",
                []),
            new PipelineInput(new MemoryTree(), ChangeSet.None, null, default),
            cancel.Token);

        await finished.Task;
        await cancel.CancelAsync();
        var results = await run;

        results[0].Verdict.ShouldBe(Verdict.Passed);
        results[1].Verdict.ShouldBe(Verdict.Errored);
        results[1].Error.ShouldBe("the run was interrupted before this gate had finished");
        results.Select(result => result.Interrupted).ShouldBe([false, true]);
    }

    [Theory]
    [InlineData(nameof(GateMode.Audit))]
    [InlineData(nameof(GateMode.Warn))]
    [InlineData(nameof(GateMode.Enforce))]
    public async Task RunAsync_InterruptedGateThatNeverNotices_IsGivenUpAndPassesInNoMode(string name)
    {
        var mode = Enum.Parse<GateMode>(name);
        using var cancel = new CancellationTokenSource();
        using var end = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        var judge = new DelegateJudge(_ =>
        {
            started.SetResult();
            end.Wait(CancellationToken.None);
            return Judgement.Empty;
        });
        var run = new GatePipeline(judge, TimeProvider.System).RunAsync(
            new RunPlan(
                [SampleResults.Planned("deaf") with { Mode = mode }, SampleResults.Planned("after") with { Mode = mode, Needs = ["deaf"] }],
                "test",
                []), new PipelineInput(new MemoryTree(), ChangeSet.None, null, default), cancel.Token);

        await started.Task;
        await cancel.CancelAsync();
        var results = await run;
        end.Set();

        results.ShouldAllBe(result => result.Verdict == Verdict.Errored && result.Interrupted && result.Blocks);
    }

    [Fact]
    public async Task RunAsync_ErrorOfTheMomentOfTheSignal_IsTheSignals()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new SynchronousProgress(p =>
        {
            if (p is { GateId: "killed", Result: not null })
            {
                cancel.Cancel();
            }
        });
        var killed = SampleResults.Planned("killed", (_, _) => throw new EvaluationException("git ended"));
        var plan = new RunPlan(
            [killed, SampleResults.Planned("waits", async (_, token) => { await Task.Delay(Timeout.Infinite, token); return SampleResults.Nothing; })],
            "test",
            []);

        var results = await new GatePipeline(new DelegateJudge(_ => Judgement.Empty), TimeProvider.System, progress)
            .RunAsync(plan, new PipelineInput(new MemoryTree(), ChangeSet.None, null, default), cancel.Token);

        results.ShouldAllBe(result => result.Interrupted && result.Error == "the run was interrupted before this gate had finished");
    }

    [Fact]
    public async Task RunAsync_ProgressThatThrows_TouchesNothingAndIsTriedOnce()
    {
        var told = 0;
        var pipeline = new GatePipeline(new DelegateJudge(_ => Judgement.Empty), TimeProvider.System, new SynchronousProgress(_ =>
        {
            told++;
            throw new InvalidOperationException("A task name cannot be empty");
        }));

        var results = await pipeline.RunAsync(
            new RunPlan([SampleResults.Planned("one")], "test", []),
            new PipelineInput(new MemoryTree(), ChangeSet.None, null, default),
            CancellationToken.None);

        results.ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Passed);
        told.ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_PlanThatThrowsBeforeTheGate_CompletesIt()
    {
        var results = await new GatePipeline(new DelegateJudge(_ => Judgement.Empty), TimeProvider.System).RunAsync(
            new RunPlan(
                [SampleResults.Planned("one")],
                "test",
                [])
            { Triage = null! }, new PipelineInput(new MemoryTree(), ChangeSet.None, null, default), CancellationToken.None);

        results.ShouldHaveSingleItem().Error!.ShouldStartWith("internal error in this gate, please report it: ");
    }

    private sealed class SynchronousProgress(Action<GateProgress> report) : IProgress<GateProgress>
    {
        public void Report(GateProgress value) => report(value);
    }
}
