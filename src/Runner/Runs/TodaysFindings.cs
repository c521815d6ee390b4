using Gates.Attestation.Controls.Assertions.Levels;
using Gates.BuiltIn;
using Gates.Doors.Git;
using Gates.Doors.Git.History;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Runs;

/// <summary>What the gates find in a whole repository today, without a base: what commands write entries about.</summary>
/// <param name="judge">Judges.</param>
/// <param name="linker">Makes the policies ready.</param>
/// <param name="pinned">Brings the policies of other repositories.</param>
/// <param name="time">The day, and the gates' clock.</param>
/// <param name="progress">Told which gate is at work.</param>
internal sealed class TodaysFindings(
    IPolicyJudge judge,
    PolicyLinker linker,
    PinnedPolicies pinned,
    TimeProvider time,
    IProgress<GateProgress>? progress = null)
{
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>What finds tokens of known shape in a text that is to be written.</summary>
    public ISecretFinder Tokens(CancellationToken cancellationToken) => GateCatalog.Tokens(time, cancellationToken);

    /// <summary>The plan for some gates, empty meaning all, without those that judge what a run made.</summary>
    public async Task<RunPlan> PlanAsync(
        Workspace workspace,
        GatesConfiguration configuration,
        IReadOnlyList<string> gates,
        (Baseline? Baseline, RepositorySalt Salt) recorded,
        CancellationToken cancellationToken)
    {
        var planned = await pinned.AddAsync(new PlanRequest
        {
            Tree = workspace.Tree,
            Services = new GateServices(time)
            {
                Scripts = new PolicyScripts(linker, judge),
                Workspace = workspace.Root.FullName,
                Attested = new AttestedReader(time),
            },
            Today = Today,
            Gates = gates,
        }, configuration, cancellationToken);
        var plan = OfTheRepository(Planner.Plan(configuration, planned));
        return PlanTriage.Apply(await linker.LinkAsync(plan, cancellationToken), configuration, planned, recorded.Baseline, recorded.Salt);
    }

    /// <exception cref="EvaluationException">A gate could not be evaluated.</exception>
    public async Task<IReadOnlyList<GateResult>> JudgeAsync(Workspace workspace, RunPlan plan, CancellationToken cancellationToken)
    {
        var input = new PipelineInput(workspace.Tree, workspace.Changes, null, plan.Triage.Salt!.Bytes)
        {
            History = workspace.History(AllowedSigners.Read(workspace.Tree)),
        };
        var mask = new TokenMask(() => Tokens(cancellationToken));
        var results = await new GatePipeline(judge, time, progress, mask).RunAsync(plan, input, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return results.FirstOrDefault(result => result.Error is not null) is { } first
            ? throw new EvaluationException($"{first.GateId} could not be evaluated, so nothing was written: {first.Error}")
            : results;
    }

    /// <summary>What a run made is made anew for the next one, so nothing that is found in it was there before.</summary>
    private static RunPlan OfTheRepository(RunPlan plan) => plan.Without(plan.Gates
        .Where(gate => GateIds.BuiltIn(gate.Id)?.MadeInput is not null)
        .ToDictionary(gate => gate.Id, gate => $"it judges {GateIds.BuiltIn(gate.Id)!.MadeInput}, not the repository", StringComparer.Ordinal));
}
