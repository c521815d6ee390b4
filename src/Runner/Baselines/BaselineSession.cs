using System.Security.Cryptography;
using Gates.Runner.Authoring;
using Gates.Runner.Configuration;
using Gates.Runner.Evaluation;
using Gates.Runner.Git;
using Gates.Runner.Git.History;
using Gates.Runner.TypeScript;
using Gates.Runner.Waivers;

namespace Gates.Runner.Baselines;

/// <summary>Looks at the whole repository and writes down what it finds.</summary>
/// <param name="judge">Judges.</param>
/// <param name="compiler">Makes the policies ready.</param>
/// <param name="pinned">Brings the policies of other repositories.</param>
/// <param name="time">The day that is recorded, and the gates' clock.</param>
/// <param name="random">Fills a new salt.</param>
/// <param name="progress">Told which gate is at work.</param>
internal sealed class BaselineSession(IPolicyJudge judge, PolicyCompiler compiler, PinnedPolicies pinned, TimeProvider time, Action<Span<byte>> random, IProgress<GateProgress>? progress = null)
{
    public static void Random(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);

    /// <exception cref="UsageException">The request, the configuration, or the baseline that is there is not valid.</exception>
    /// <exception cref="EvaluationException">A gate could not be evaluated; nothing was written.</exception>
    public async Task<BaselineUpdate> RunAsync(Workspace workspace, BaselineRequest request, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var growth = Growth(request, today);
        var configuration = ConfigurationLocator.Read(workspace.Tree, request.Config);
        var existing = Baseline.Find(workspace.Tree, configuration.Baseline);
        var empty = Empty(configuration.Baseline);
        var plan = await PlanAsync(workspace, configuration, request, existing ?? empty, cancellationToken);
        var results = await JudgeAsync(workspace, plan, existing ?? empty, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (results.Where(result => result.Error is not null).ToList() is [var first, ..])
        {
            throw new EvaluationException($"{first.GateId} could not be evaluated, so nothing was written: {first.Error}");
        }

        var update = BaselineUpdate.Of(existing, empty, results, growth) with { LeftOut = plan.LeftOut };
        var text = BaselineWriter.Write(update.Next);
        if (existing is null || text != BaselineWriter.Write(existing))
        {
            new WholeFile(workspace.Root, configuration.Baseline, "gates baseline").Write(text);
        }

        return update;
    }

    private static BaselineGrowth? Growth(BaselineRequest request, DateOnly today) => (request.Grow, request.Reason) switch
    {
        (true, null) => throw new UsageException("--grow needs --reason; it is recorded in the file, where reviewers read it"),
        (false, not null) => throw new UsageException("--reason goes with --grow; without it a baseline only shrinks, which needs no reason"),
        (true, { } reason) => new BaselineGrowth(today, reason, 0),
        _ => null,
    };

    private Baseline Empty(string path)
    {
        var salt = new byte[Baseline.SaltBytes];
        random(salt);
        return new Baseline { Path = path, Salt = salt, Entries = [] };
    }

    private async Task<RunPlan> PlanAsync(Workspace workspace, GatesConfiguration configuration, BaselineRequest request, Baseline baseline, CancellationToken cancellationToken)
    {
        var planned = await pinned.AddAsync(new PlanRequest
        {
            Tree = workspace.Tree,
            Services = new GateServices(time) { Scripts = new PolicyScripts(compiler, judge) },
            Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            Gates = request.Gates,
        }, configuration, cancellationToken);
        var plan = OfTheRepository(Planner.Plan(configuration, planned));
        return request.Gates.FirstOrDefault(plan.LeftOut.ContainsKey) is { } asked
            ? throw new UsageException($"--gates: {asked} has no baseline, because {plan.LeftOut[asked]}; `gates waive` accepts one of its findings for a while")
            : PlanTriage.Apply(await compiler.CompileAsync(plan, cancellationToken), configuration, planned, baseline);
    }

    /// <summary>What a run made is made anew for the next one, so nothing that is found in it was there before.</summary>
    private static RunPlan OfTheRepository(RunPlan plan) => plan.Without(plan.Gates
        .Where(gate => GateIds.BuiltIn(gate.Id)?.MadeInput is not null)
        .ToDictionary(gate => gate.Id, gate => $"it judges {GateIds.BuiltIn(gate.Id)!.MadeInput}, not the repository", StringComparer.Ordinal));

    private async Task<IReadOnlyList<GateResult>> JudgeAsync(Workspace workspace, RunPlan plan, Baseline baseline, CancellationToken cancellationToken)
    {
        var input = new PipelineInput(workspace.Tree, workspace.Changes, null, baseline.Salt) { History = workspace.History(AllowedSigners.Read(workspace.Tree)) };
        return await new GatePipeline(judge, time, progress).RunAsync(plan, input, cancellationToken);
    }
}
