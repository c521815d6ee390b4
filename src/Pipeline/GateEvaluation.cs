using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Results;
using Gates.Pipeline.Unseen;
using Gates.Policies;

namespace Gates.Pipeline;

/// <summary>Inspects, judges, and tells what is new from what the base already had.</summary>
internal sealed class GateEvaluation(IPolicyJudge judge, TimeProvider time, TokenMask? mask)
{
    public static string Required(string reason) => $"it is required (`require`), and was skipped: {reason}";

    /// <summary>The gate's result, filled in.</summary>
    /// <exception cref="EvaluationException">It could not see what it has to see.</exception>
    /// <exception cref="PolicyException">Its policy did not finish.</exception>
    public async Task<GateResult> RunAsync(
        PlannedGate gate, PipelineInput input, IReadOnlyDictionary<string, GateResult> needs, GateResult empty, CancellationToken cancellationToken)
    {
        var head = HeadOf(gate, input, needs);
        var (evidence, seen) = await InspectAsync(gate, head, cancellationToken);
        var judgement = await judge.JudgeAsync(gate.Policy, evidence, gate.Settings, gate.Limits, cancellationToken);
        var changed = input.Changes.Files.Where(file => !file.Deleted).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var recogniser = RecogniserOf(gate, input, finding => IsInDiff(finding.Location, changed));
        var first = await AsFirstNamedAsync(gate, input, head, judgement, cancellationToken);
        var recognised = recogniser.Recognise(judgement.Findings, first, input.Tree, path => path);
        var (known, baseProblem) = await KnownAtBaseAsync(gate, input, judgement.Findings, cancellationToken);
        var fixes = new FixPlaces(input.Tree);
        var findings = recognised
            .Select(found => Recogniser.Compare(found with { Finding = fixes.Place(WithHelp(found.Finding, gate)) }, known))
            .Select(found => input.Plan.Triage.Weigh(gate.Id, found))
            .ToList();
        var coverage = (seen ?? CoverageSummary.From(evidence)) is { } summary ? summary with { IsRequired = gate.IsRequired } : null;
        var verdict = Verdicts.OfGate(gate.Mode, errored: false, findings, coverage);
        return empty with
        {
            Verdict = verdict,
            Coverage = coverage,
            Error = coverage is not null && Verdicts.IsUnevaluated(findings, coverage)
                ? coverage.Problem
                : verdict is Verdict.Errored ? Required("it looked at nothing") : null,
            Findings = [.. findings.OrderBy(f => f.State)
                .ThenByDescending(f => f.Finding.Severity)
                .ThenBy(f => f.Finding.Location?.Path, StringComparer.Ordinal)
                .ThenBy(f => f.Finding.Location?.Line)],
            Passed = judgement.Passed,
            Metrics = judgement.Metrics,
            Outputs = judgement.Outputs,
            Charts = judgement.Charts,
            Pages = judgement.Pages,
            Log = baseProblem is null ? judgement.Log : [.. judgement.Log, baseProblem],
            Evidence = evidence,
        };
    }

    private static GateContext HeadOf(PlannedGate gate, PipelineInput input, IReadOnlyDictionary<string, GateResult> needs) =>
        new(PartOf(input.Tree, gate), input.Changes, input.Salt)
        {
            Rules = input.Rules,
            History = input.History,
            Logged = input.Logged,
            BaseTree = input.FormerTree,
            Needs = needs,
            AllowsMissing = gate.SkipWhenMissing,
        };

    /// <summary>A gate over facts collects what is in its folder alone; what is built in may ask what stands beside it.</summary>
    private static ISourceTree PartOf(ISourceTree tree, PlannedGate gate) =>
        gate.Folder.Length == 0 ? tree : new FolderTree(tree, gate.Folder, isAll: gate.Facts is not null);

    private static Recogniser RecogniserOf(PlannedGate gate, PipelineInput input, Func<Finding, bool> isInDiff) =>
        new(gate.Id, input.Plan.Triage.Salt, rule => gate.Gate is IKeyedGate keyed && keyed.CanBeGuessed(rule)) { IsInDiff = isInDiff };

    /// <summary>The findings under each salt that they may have had when fingerprints had their first form, where a file still has one of this gate.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<Finding>>> AsFirstNamedAsync(
        PlannedGate gate, PipelineInput input, GateContext context, Judgement judgement, CancellationToken cancellationToken)
    {
        if (!input.Plan.Triage.HasFirst(gate.Id))
        {
            return [];
        }

        if (gate.Gate is not IKeyedGate)
        {
            return [judgement.Findings];
        }

        var all = new List<IReadOnlyList<Finding>>();
        foreach (var salt in input.Plan.Triage.FirstSalts)
        {
            var then = salt.Span.SequenceEqual(context.Salt.Span)
                ? judgement
                : await judge.JudgeAsync(
                    gate.Policy, (await InspectAsync(
                        gate,
                        context with { Salt = salt },
                        cancellationToken)).Evidence, gate.Settings, gate.Limits, cancellationToken);
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
        var wanted = findings.Select(f => f.Location?.Path)
            .OfType<string>()
            .Select(path => oldPath.GetValueOrDefault(path, path))
            .ToHashSet(StringComparer.Ordinal);
        var needsAll = findings.Any(finding => finding.Location is not { Line: not null } and not { Commit: not null });
        ISourceTree tree = needsAll ? input.BaseTree : new ScopedTree(input.BaseTree, wanted.Contains);
        if (gate.Folder.Length > 0)
        {
            // Its globs are about the folder as it is called now.
            (tree, newPath) = (PartOf(new RenamedTree(tree, newPath), gate), []);
        }

        try
        {
            var context = new GateContext(tree, ChangeSet.None, input.Salt) { Rules = input.Rules, History = input.History?.AtBase(), AllowsMissing = true };
            var (evidence, _) = await InspectAsync(gate, context, cancellationToken);
            var judgement = await judge.JudgeAsync(gate.Policy, evidence, gate.Settings, gate.Limits, cancellationToken);
            var first = await AsFirstNamedAsync(gate, input, context, judgement, cancellationToken);
            var recogniser = RecogniserOf(gate, input, _ => false);
            return (KnownFindings.From(recogniser.Recognise(judgement.Findings, first, tree, path => newPath.GetValueOrDefault(path, path))), null);
        }
        catch (Exception e) when (e is EvaluationException or PolicyException)
        {
            return (KnownFindings.None, $"every finding counts as new, because the base could not be judged: {e.Message}");
        }
    }

    private async Task<(Evidence Evidence, CoverageSummary? Seen)> InspectAsync(PlannedGate gate, GateContext context, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(gate.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var evidence = await Task.Run(() => gate.Gate.InspectAsync(context, either.Token), either.Token).WaitAsync(either.Token);
            var seen = context.Coverage.Summary();
            var covered = CoveredEvidence.Of(evidence, seen);

            // Also what a gate says of files: their names may hold a token.
            var masked = mask?.Apply(covered) ?? covered;
            return (masked, masked == covered ? seen : CoverageSummary.From(masked) ?? seen);
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
}
