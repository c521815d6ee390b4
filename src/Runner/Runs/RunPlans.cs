using System.Globalization;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Folders;

namespace Gates.Runner.Runs;

/// <summary>The plan that judges, and on a pull request that edits its own judge, the plan it proposes.</summary>
/// <param name="Binding">Whose verdict counts.</param>
/// <param name="Proposed">The pull request's own plan, when it differs and is valid; shown beside, never binding.</param>
/// <param name="Notes">What a reader must know about the choice.</param>
internal sealed record RunPlans(RunPlan Binding, RunPlan? Proposed, IReadOnlyList<string> Notes)
{
    private const int MaxNamed = 5;

    private const string BringsItsJudge =
        "The base has no configuration, so the built-in defaults judge. "
        + "What this change's own configuration would say stands beside each gate and is not binding.";

    /// <value>The files of the change that are part of what judges it.</value>
    public IReadOnlyList<string> Edited { get; init; } = [];

    /// <summary>Outside pull requests the working directory's own configuration judges.</summary>
    public static async Task<RunPlans> OfWorkspaceAsync(
        Workspace workspace,
        RunRequest request,
        PlanRequest plan,
        Func<GatesConfiguration, PlanRequest, Task<RunPlan>> make) =>
        new(await make(Read(workspace, request), plan with { Tree = workspace.Tree }), null, []);

    /// <summary>
    /// On a pull request the base's configuration and policies judge; where the base has none, the built-in defaults do. Being the first to bring one changes
    /// nothing.
    /// </summary>
    public static async Task<RunPlans> OfPullRequestAsync(
        Workspace workspace, RunRequest request, PlanRequest plan, PullRequestBase from, Func<GatesConfiguration, PlanRequest, Task<RunPlan>> make)
    {
        var judge = BindingConfiguration.From(from.Tree, workspace.Tree, request.Config, from.Sha);
        var (basePlan, unknown) = judge.Known(plan with { Tree = from.Tree, Rules = from.Rules }, request.Set);
        var binding = await make(judge.Configuration, basePlan);
        string[] notes = [.. judge.Notes, .. unknown];
        try
        {
            var ownConfiguration = Read(workspace, request);
            var proposed = await make(ownConfiguration, plan with { Tree = workspace.Tree });
            if (JudgeAlike(binding, proposed, workspace.Changes))
            {
                return new RunPlans(binding, null, notes);
            }

            var edited = JudgeFiles.EditedBy(workspace.Changes, [judge.Configuration, ownConfiguration], request.Config, [binding, proposed]);
            var whoJudges = judge.IsOfBase ? EditsItsJudge(edited) : BringsItsJudge;
            return new RunPlans(binding, proposed, [whoJudges, .. notes, .. UnusedEdits(binding.Triage, proposed.Triage)]) { Edited = edited };
        }
        catch (Exception e) when (e is UsageException or EvaluationException)
        {
            return new RunPlans(binding, null, [.. notes, CannotBeUsed(e)]);
        }
    }

    /// <summary>Whether both plans judge the same by the same rules, so that one of them is enough.</summary>
    private static bool JudgeAlike(RunPlan binding, RunPlan proposed, ChangeSet changes) =>
        Describe(binding).SequenceEqual(Describe(proposed), StringComparer.Ordinal)
            && JudgeFiles.EditedBy(changes, RuleFiles(binding).Concat(RuleFiles(proposed))).Count == 0;

    private static IEnumerable<string> UnusedEdits(Triage binding, Triage proposed) =>
        [.. Growth(binding.Baseline, proposed.Baseline), .. RepositorySalt.Changed(binding.Salt, proposed.Salt)];

    private static string CannotBeUsed(Exception e)
    {
        var exitCode = e is UsageException ? 2 : 3;
        return $"This change's own configuration cannot be used, so every run after it would fail with exit code {exitCode}: {e.Message}";
    }

    private static string EditsItsJudge(IReadOnlyList<string> edited)
    {
        var what = edited.Count switch
        {
            0 => "The configuration of this change is not its base's",
            <= MaxNamed => $"This change edits {Prose.Join(edited)}, which judge{(edited.Count == 1 ? "s" : "")} it",
            _ => $"This change edits {Prose.Count(edited.Count, "file")} that judge it",
        };
        return $"{what}. The base's rules were used; what its own would say stands beside each gate and is not binding.";
    }

    private static IEnumerable<string> RuleFiles(RunPlan plan) => plan.Gates.SelectMany(gate => gate.RuleFiles);

    /// <summary>The working directory's own configuration.</summary>
    public static GatesConfiguration Read(Workspace workspace, RunRequest request) => request.Config is { } path && Path.IsPathRooted(path)
        ? FolderGates.AddTo(ConfigurationLocator.ReadFile(new FileInfo(path)), workspace.Tree)
        : ConfigurationLocator.Read(workspace.Tree, request.Config);

    private static IEnumerable<string> Growth(Baseline? before, Baseline? after)
    {
        var added = after?.CountBeyond(before) ?? 0;
        return added == 0 ? [] : [$"This change adds {Prose.Count(added, "finding")} to {after!.Path}. A baseline may only shrink, so the base's was used."];
    }

    private static IEnumerable<string> Describe(RunPlan plan) =>
        plan.Gates.Select(Describe).Append(FormattableString.Invariant($"{plan.Triage.Digest} {plan.Review?.Mode}"));

    private static string Describe(PlannedGate gate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{gate.Id} {gate.Folder} {gate.Mode} {gate.IsRequired} {gate.SkipWhenMissing} {gate.Policy.Digest} {gate.Timeout} {gate.Limits.Timeout} "
            + $"{gate.SkipReason} {string.Join(',', gate.Needs)} {gate.Settings.GetRawText()} {Describe(gate.Facts)}");

    private static string Describe(IReadOnlyDictionary<string, IReadOnlyList<string>>? facts) =>
        string.Join(
            ' ',
            (facts ?? new Dictionary<string, IReadOnlyList<string>>())
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => $"{kind.Key}: {string.Join('\n', kind.Value)}"));
}
