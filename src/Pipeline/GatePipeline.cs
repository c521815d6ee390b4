using Gates.Doors.Processes;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Pipeline;

/// <summary>Runs a plan's gates side by side along their <c>needs</c>. One gate's crash, time-out or cancellation never costs another's result.</summary>
internal sealed class GatePipeline(IPolicyJudge judge, TimeProvider time, IProgress<GateProgress>? progress = null, TokenMask? mask = null)
{
    /// <value>How long a gate may take to notice that the run is interrupted; then nobody waits for it any more.</value>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);

    private readonly SafeProgress shown = SafeProgress.From(progress);
    private readonly GateEvaluation evaluation = new(judge, time, mask);

    /// <summary>One result for each planned gate, in the plan's order; never throws for what a gate, a policy or the progress report does.</summary>
    public async Task<IReadOnlyList<GateResult>> RunAsync(RunPlan plan, PipelineInput input, CancellationToken cancellationToken)
    {
        var rules = plan.Rules ?? input.Tree;
        input = input with { Plan = plan with { Rules = rules } };
        var withoutCases = OwnCases.Inputs(input, rules);
        var running = new Dictionary<string, TaskCompletionSource<GateResult>>(StringComparer.Ordinal);
        foreach (var gate in plan.Gates)
        {
            running[gate.Id] = new TaskCompletionSource<GateResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        long? interruptedAt = null;
        await using (cancellationToken.Register(() => interruptedAt = time.GetTimestamp()))
        {
            var gates = plan.Gates
                .Select(gate => Task.Run(
                    () => CompleteAsync(gate, gate.Gate is ISearchesCases ? input : withoutCases(gate), running, cancellationToken),
                    CancellationToken.None))
                .ToList();
            await EndedOrInterruptedAsync(Task.WhenAll(gates), cancellationToken);
        }

        var results = new List<GateResult>();
        foreach (var gate in plan.Gates)
        {
            running[gate.Id].TrySetResult(Interrupted(ResultOf(gate)));
            results.Add(await running[gate.Id].Task);
        }

        return interruptedAt is { } at ? [.. results.Select(result => FailedOfIt(result, at) ? Interrupted(result) : result)] : results;
    }

    private async Task EndedOrInterruptedAsync(Task all, CancellationToken cancellationToken)
    {
        await all.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await all.WaitAsync(Grace, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Sets a gate's result, whatever happens on the way to it.</summary>
    private async Task CompleteAsync(
        PlannedGate gate, PipelineInput input, Dictionary<string, TaskCompletionSource<GateResult>> running, CancellationToken cancellationToken)
    {
        GateResult result;
        try
        {
            result = await RunGateAsync(gate, input, running, cancellationToken);
        }
        catch (Exception e)
        {
            result = Errored(ResultOf(gate), Internal(e));
        }

        result = result with { EndedAt = time.GetTimestamp() };
        if (running[gate.Id].TrySetResult(result))
        {
            shown.Report(new GateProgress(gate.Id, result));
        }
    }

    private async Task<GateResult> RunGateAsync(
        PlannedGate gate, PipelineInput input, Dictionary<string, TaskCompletionSource<GateResult>> running, CancellationToken cancellationToken)
    {
        var empty = ResultOf(gate) with { Waivers = input.Plan.Triage.InForce(gate.Id) };
        if (gate.Mode == GateMode.Off || gate.SkipReason is not null)
        {
            return Skipped(empty, gate.SkipReason ?? "its mode is off");
        }

        if (gate.Folder.Length > 0 && IsGone(gate.Folder, input.Tree))
        {
            return Skipped(empty, $"its folder {gate.Folder} is not there any more");
        }

        var needs = new Dictionary<string, GateResult>(StringComparer.Ordinal);
        foreach (var need in gate.Needs.Where(running.ContainsKey))
        {
            switch (needs[need] = await running[need].Task)
            {
                case { Interrupted: true }:
                    return Interrupted(empty);
                case { Error: not null }:
                    return Errored(empty, $"it needs {need}, which could not be evaluated");
                case { SkipReason: not null }:
                    return Skipped(empty, $"it needs {need}, which was skipped");
            }
        }

        shown.Report(new GateProgress(gate.Id, null));
        var timestamp = time.GetTimestamp();
        var result = await EvaluateSafelyAsync(gate, input, needs, empty, cancellationToken);
        return result with { Elapsed = time.GetElapsedTime(timestamp) };
    }

    /// <summary>Where every exception of a gate ends: whatever it does, the others go on.</summary>
    private async Task<GateResult> EvaluateSafelyAsync(
        PlannedGate gate, PipelineInput input, IReadOnlyDictionary<string, GateResult> needs, GateResult empty, CancellationToken cancellationToken)
    {
        try
        {
            return await evaluation.RunAsync(gate, input, needs, empty, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Interrupted(empty);
        }
        catch (EvaluationException e) when (e.IsMissingInput && gate.SkipWhenMissing)
        {
            return Skipped(empty, e.Message);
        }
        catch (PolicyException e)
        {
            return Errored(empty, e.Message) with { ErrorAt = e.Place };
        }
        catch (Exception e) when (e is EvaluationException or UsageException)
        {
            return Errored(empty, e.Message);
        }
        catch (Exception e)
        {
            return Errored(empty, Internal(e));
        }
    }

    /// <summary>A change may remove or rename a folder whose own file judges it.</summary>
    private static bool IsGone(string folder, ISourceTree tree) =>
        new FolderTree(tree, folder, isAll: true) is { Files.Count: 0 } left && left.Unseen.All(unseen => unseen.Reason.IsExpected);

    private static GateResult Skipped(GateResult empty, string reason) => empty.IsRequired
        ? empty with { Error = GateEvaluation.Required(reason), Verdict = Verdicts.OfSkipped(required: true) }
        : empty with { SkipReason = reason };

    private static GateResult Errored(GateResult empty, string error) =>
        empty with { Error = error, Verdict = Verdicts.OfGate(empty.Mode, errored: true, []) };

    /// <summary>It has said nothing, so no mode makes a pass of it.</summary>
    private static GateResult Interrupted(GateResult result) => result with
    {
        Interrupted = true,
        Verdict = Verdicts.Interrupted,
        Error = "the run was interrupted before this gate had finished",
        ErrorAt = null,
        SkipReason = null,
    };

    private bool FailedOfIt(GateResult result, long interruptedAt) =>
        result is { Error: not null, Interrupted: false, EndedAt: { } ended } && time.GetElapsedTime(ended, interruptedAt) <= ChildProcess.Together;

    private static string Internal(Exception e) => $"internal error in this gate, please report it: {e.GetType().Name}: {e.Message}";

    private GateResult ResultOf(PlannedGate gate) => new()
    {
        GateId = gate.Id,
        Title = gate.Title,
        Mode = gate.Mode,
        ModeReason = gate.ModeReason,
        IsRequired = gate.IsRequired,
        Verdict = Verdict.Skipped,
        Policy = gate.Policy,
        Settings = gate.Settings,
        Started = time.GetUtcNow(),
        Elapsed = TimeSpan.Zero,
    };
}
