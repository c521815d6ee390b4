using Gates.Policies;
using Gates.Runner.Recognition;

namespace Gates.Runner;

/// <summary>Runs a plan's gates side by side along their <c>needs</c>. One gate's crash, time-out or cancellation never costs another's result.</summary>
internal sealed class GatePipeline(IPolicyJudge judge, TimeProvider time, IProgress<GateProgress>? progress = null)
{
    /// <summary>One result for each planned gate, in the plan's order; never throws for what a gate or a policy does.</summary>
    public async Task<IReadOnlyList<GateResult>> RunAsync(RunPlan plan, PipelineInput input, CancellationToken cancellationToken)
    {
        var running = new Dictionary<string, TaskCompletionSource<GateResult>>(StringComparer.Ordinal);
        foreach (var gate in plan.Gates)
        {
            running[gate.Id] = new TaskCompletionSource<GateResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        foreach (var gate in plan.Gates)
        {
            _ = Task.Run(
                async () => running[gate.Id].SetResult(await RunGateAsync(gate, input with { Triage = plan.Triage, Rules = plan.Rules ?? input.Tree }, running, cancellationToken)),
                CancellationToken.None);
        }

        return await Task.WhenAll(plan.Gates.Select(gate => running[gate.Id].Task));
    }

    private async Task<GateResult> RunGateAsync(
        PlannedGate gate, PipelineInput input, Dictionary<string, TaskCompletionSource<GateResult>> running, CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        var empty = ResultOf(gate, started) with { Waivers = input.Triage.InForce(gate.Id) };
        if (gate.Mode == GateMode.Off || gate.SkipReason is not null)
        {
            return Report(empty with { SkipReason = gate.SkipReason ?? "its mode is off" });
        }

        var needs = new Dictionary<string, GateResult>(StringComparer.Ordinal);
        foreach (var need in gate.Needs.Where(running.ContainsKey))
        {
            switch (needs[need] = await running[need].Task)
            {
                case { Error: not null }:
                    return Report(Errored(empty, $"it needs {need}, which could not be evaluated"));
                case { SkipReason: not null }:
                    return Report(empty with { SkipReason = $"it needs {need}, which was skipped" });
            }
        }

        progress?.Report(new GateProgress(gate.Id, null));
        var timestamp = time.GetTimestamp();
        var result = await EvaluateSafelyAsync(gate, input, needs, empty, cancellationToken);
        return Report(result with { Elapsed = time.GetElapsedTime(timestamp) });
    }

    private GateResult Report(GateResult result)
    {
        progress?.Report(new GateProgress(result.GateId, result));
        return result;
    }

    /// <summary>The one place where every exception ends: whatever a gate does, the others go on.</summary>
    private async Task<GateResult> EvaluateSafelyAsync(
        PlannedGate gate, PipelineInput input, IReadOnlyDictionary<string, GateResult> needs, GateResult empty, CancellationToken cancellationToken)
    {
        try
        {
            return await EvaluateAsync(gate, input, needs, empty, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Errored(empty, "the run was cancelled before this gate had finished");
        }
        catch (EvaluationException e) when (e.IsMissingInput && gate.SkipWhenMissing)
        {
            return empty with { SkipReason = e.Message };
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
            return Errored(empty, $"internal error in this gate, please report it: {e.GetType().Name}: {e.Message}");
        }
    }

    private async Task<GateResult> EvaluateAsync(
        PlannedGate gate, PipelineInput input, IReadOnlyDictionary<string, GateResult> needs, GateResult empty, CancellationToken cancellationToken)
    {
        var head = new GateContext(input.Tree, input.Changes, input.Salt) { Rules = input.Rules, History = input.History, Logged = input.Logged, Needs = needs };
        var evidence = await InspectAsync(gate, head, cancellationToken);
        var judgement = await judge.JudgeAsync(gate.Policy, evidence, gate.Settings, gate.Limits, cancellationToken);
        var changed = input.Changes.Files.Where(file => !file.Deleted).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var recogniser = RecogniserOf(gate, input, finding => IsInDiff(finding.Location, changed));
        var first = await AsFirstNamedAsync(gate, input, head, judgement, cancellationToken);
        var recognised = recogniser.Recognise(judgement.Findings, first, input.Tree, path => path);
        var (known, baseProblem) = await KnownAtBaseAsync(gate, input, judgement.Findings, cancellationToken);
        var findings = recognised
            .Select(found => Recogniser.Compare(found with { Finding = WithHelp(found.Finding, gate) }, known))
            .Select(found => input.Triage.Weigh(gate.Id, found))
            .ToList();
        return empty with
        {
            Verdict = Verdicts.OfGate(gate.Mode, errored: false, findings),
            Findings = [.. findings.OrderBy(f => f.State).ThenByDescending(f => f.Finding.Severity).ThenBy(f => f.Finding.Location?.Path, StringComparer.Ordinal).ThenBy(f => f.Finding.Location?.Line)],
            Passed = judgement.Passed,
            Metrics = judgement.Metrics,
            Outputs = judgement.Outputs,
            Charts = judgement.Charts,
            Log = baseProblem is null ? judgement.Log : [.. judgement.Log, baseProblem],
            Evidence = evidence,
        };
    }

    private static Recogniser RecogniserOf(PlannedGate gate, PipelineInput input, Func<Finding, bool> isInDiff) =>
        new(gate.Id, input.Triage.Salt, rule => gate.Gate is IKeyedGate keyed && keyed.CanBeGuessed(rule)) { IsInDiff = isInDiff };

    /// <summary>The findings under each salt that they may have had when fingerprints had their first form, where a file still has one of this gate.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<Finding>>> AsFirstNamedAsync(
        PlannedGate gate, PipelineInput input, GateContext context, Judgement judgement, CancellationToken cancellationToken)
    {
        if (!input.Triage.HasFirst(gate.Id))
        {
            return [];
        }

        if (gate.Gate is not IKeyedGate)
        {
            return [judgement.Findings];
        }

        var all = new List<IReadOnlyList<Finding>>();
        foreach (var salt in input.Triage.FirstSalts)
        {
            var then = salt.Span.SequenceEqual(context.Salt.Span)
                ? judgement
                : await judge.JudgeAsync(
                    gate.Policy, await InspectAsync(gate, context with { Salt = salt }, cancellationToken), gate.Settings, gate.Limits, cancellationToken);
            if (then.Findings.Select(Place).SequenceEqual(judgement.Findings.Select(Place)))
            {
                all.Add(then.Findings);
            }
        }

        return all;

        static (string, Location?) Place(Finding finding) => (finding.Rule, finding.Location);
    }

    /// <summary>What the base already had. Only files that have findings now are judged again as they were then, under their names of now.</summary>
    /// <remarks>
    /// A base that cannot be judged excuses nothing: otherwise a change that repairs a malformed file could never pass, and one that relies on it could.
    /// A finding without a line may stand for many files, so for it the whole base is judged.
    /// </remarks>
    private async Task<(KnownFindings Known, string? Problem)> KnownAtBaseAsync(
        PlannedGate gate, PipelineInput input, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        if (input.BaseTree is null || findings.Count == 0)
        {
            return (KnownFindings.None, null);
        }

        var renamed = input.Changes.Files.Where(file => file is { Deleted: false, OldPath: not null }).ToList();
        var oldPath = renamed.ToDictionary(file => file.Path, file => file.OldPath!, StringComparer.Ordinal);
        var newPath = renamed.ToDictionary(file => file.OldPath!, file => file.Path, StringComparer.Ordinal);
        var wanted = findings.Select(f => f.Location?.Path).OfType<string>().Select(path => oldPath.GetValueOrDefault(path, path)).ToHashSet(StringComparer.Ordinal);
        var tree = findings.Any(finding => finding.Location?.Line is null) ? input.BaseTree : new ScopedTree(input.BaseTree, wanted.Contains);
        try
        {
            var context = new GateContext(tree, ChangeSet.None, input.Salt) { Rules = input.Rules, History = input.History?.AtBase() };
            var evidence = await InspectAsync(gate, context, cancellationToken);
            var judgement = await judge.JudgeAsync(gate.Policy, evidence, gate.Settings, gate.Limits, cancellationToken);
            var first = await AsFirstNamedAsync(gate, input, context, judgement, cancellationToken);
            var recogniser = RecogniserOf(gate, input, _ => false);
            return (KnownFindings.Of(recogniser.Recognise(judgement.Findings, first, tree, path => newPath.GetValueOrDefault(path, path))), null);
        }
        catch (Exception e) when (e is EvaluationException or PolicyException)
        {
            return (KnownFindings.None, $"every finding counts as new, because the base could not be judged: {e.Message}");
        }
    }

    private async Task<Evidence> InspectAsync(PlannedGate gate, GateContext context, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(gate.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await Task.Run(() => gate.Gate.InspectAsync(context, either.Token), either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new EvaluationException($"it did not finish within its timeout of {gate.Timeout}; set a larger `timeout`, or narrow its paths");
        }
    }

    private static bool IsInDiff(Location? location, Dictionary<string, ChangedFile> changed) =>
        location is { Line: { } line } && changed.TryGetValue(location.Path, out var file)
        && file.Added.Any(new LineRange(line, Math.Max(location.EndLine ?? line, line)).Overlaps);

    private static Finding WithHelp(Finding finding, PlannedGate gate) =>
        finding.Help is null && gate.Help.TryGetValue(finding.Rule, out var help) ? finding with { Help = help } : finding;

    private static GateResult Errored(GateResult empty, string error) =>
        empty with { Error = error, Verdict = Verdicts.OfGate(empty.Mode, errored: true, []) };

    private static GateResult ResultOf(PlannedGate gate, DateTimeOffset started) => new()
    {
        GateId = gate.Id,
        Title = gate.Title,
        Mode = gate.Mode,
        ModeReason = gate.ModeReason,
        Verdict = Verdict.Skipped,
        Policy = gate.Policy,
        Settings = gate.Settings,
        Started = started,
        Elapsed = TimeSpan.Zero,
    };
}
