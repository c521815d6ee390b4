using Gates.Attestation.Branch;
using Gates.Attestation.Controls.Assertions.Levels;
using Gates.BuiltIn;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Doors.Git.History;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Reports;

namespace Gates.Runner.Runs;

/// <summary>One run from workspace to report; printing and writing is the reporters' business.</summary>
internal sealed class RunSession(
    JobEnvironment job,
    IPolicyJudge judge,
    PolicyLinker linker,
    PinnedPolicies pinned,
    TimeProvider time,
    IProgress<GateProgress>? progress)
{
    private readonly List<string> notes = [];

    /// <value>Until the repository has its own: a salt that everybody knows would let them try what an identity stands for, so this one is forgotten.</value>
    private readonly RepositorySalt saltOfTheRun = RepositorySalt.New(RepositorySalt.Random);
    private AllowedSigners? signers;

    /// <value>See <see cref="GateServices.WhyNoBuild"/>. Default: nothing is built.</value>
    public string? WhyNoBuild { get; init; } = new GateServices(TimeProvider.System).WhyNoBuild;

    /// <value>Called when the gates begin: from then on there are results to keep, and an interruption ends what is still going on.</value>
    public Action Judging { get; init; } = () => { };

    /// <exception cref="UsageException">The command line or the configuration is wrong.</exception>
    /// <exception cref="EvaluationException">The repository cannot be read, or the base is missing.</exception>
    public async Task<RunOutcome> RunAsync(Workspace workspace, RunRequest request, CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        var timestamp = time.GetTimestamp();
        var baseSha = await CompareAsync(workspace, request, cancellationToken);
        using var from = job.IsPullRequest && baseSha is not null ? await PullRequestBase.FromAsync(workspace, baseSha, cancellationToken) : null;
        var plans = await PlanAsync(workspace, request, from, cancellationToken);
        var input = new PipelineInput(workspace.Tree, workspace.Changes, workspace.BaseTree, default)
        {
            History = workspace.History(signers),
            Logged = await LoggedAsync(workspace, baseSha, cancellationToken),
        };
        notes.AddRange(ForeignTools.Notes(workspace.Tree));
        Judging();
        var results = await JudgeAsync(plans.Binding, input, progress, cancellationToken);
        var proposed = plans.Proposed is { } plan && !cancellationToken.IsCancellationRequested
            ? await JudgeAsync(WatchOnce(plan, plans, results), input, null, cancellationToken)
            : null;
        var verdict = Verdicts.OfRun(results);
        var report = new RunReport
        {
            Results = results,
            Verdict = verdict,
            Changes = workspace.Changes,
            IsFirstLook = workspace.BaseTree is null && plans.Binding.Triage.Baseline is null,
            Configuration = plans.Binding.Source,
            Notes = [.. plans.Binding.Notes, .. plans.Notes, .. notes],
            Proposed = proposed?.ToDictionary(result => result.GateId, result => result.Verdict, StringComparer.Ordinal),
            ProposedResults = proposed ?? [],
            Started = started,
            Elapsed = time.GetElapsedTime(timestamp),
            ToolVersion = ToolVersion.Text,
        };
        return new RunOutcome(cancellationToken.IsCancellationRequested ? Interrupted(report) : report, plans.Binding.LeftOut, plans.Edited)
        { AddedWaivers = plans.Proposed?.Triage.WaiversBeyond(plans.Binding.Triage) };
    }

    private static RunReport Interrupted(RunReport report) => report with
    {
        Interrupted = true,
        Verdict = Verdicts.Interrupted,
        Notes = [.. report.Notes, $"INTERRUPTED: {Outcome.Finished(report.Results)}. They keep their results; nothing is known of the others."],
        Proposed = null,
        ProposedResults = [],
    };

    /// <summary>What a build made, or a server says, is not in the index; a hook would wait for it in vain.</summary>
    private RunPlan OfIndex(RunPlan plan)
    {
        var repeatable = RepeatableGates.Of(plan);
        notes.AddRange(repeatable.LeftOut.Select(gate => $"{gate.Key} did not run: {gate.Value}."));
        return repeatable.Gates.Count > 0
            ? repeatable
            : throw new UsageException($"--staged: no gate of {plan.Source} looks at what is committed: "
                + string.Join("; ", repeatable.LeftOut.Select(gate => $"{gate.Key}: {gate.Value}")));
    }

    private RunPlan WatchOnce(RunPlan proposed, RunPlans plans, IReadOnlyList<GateResult> results)
    {
        var plan = WatchedOnce.Of(proposed, plans, results);
        notes.AddRange(plan.LeftOut
            .Where(gate => !proposed.LeftOut.ContainsKey(gate.Key))
            .Select(gate => $"What this change's own edits make of {gate.Key} is not known: {gate.Value}."));
        return plan;
    }

    /// <summary>The gates, and then, where there are waivers, what has become of those.</summary>
    private async Task<IReadOnlyList<GateResult>> JudgeAsync(
        RunPlan plan,
        PipelineInput input,
        IProgress<GateProgress>? shown,
        CancellationToken cancellationToken)
    {
        var pipeline = new GatePipeline(judge, time, shown, new TokenMask(() => GateCatalog.Tokens(time, cancellationToken)));
        var results = await pipeline.RunAsync(plan, input with { Salt = plan.Triage.Salt?.Bytes ?? saltOfTheRun.Bytes }, cancellationToken);
        var keyed = plan.Gates.Where(gate => gate.Gate is IKeyedGate).Select(gate => gate.Id).ToHashSet(StringComparer.Ordinal);
        results = new SourceLines(input.Tree, GateCatalog.Secrets(time, cancellationToken)).Add(results, keyed.Contains);
        results = SaidOnce.MarkFolders(SaidOnce.Mark(results, GateCatalog.Overlaps), plan.Gates);
        if (plan.Review is not { } review)
        {
            return results;
        }

        var last = new RunPlan([review.Of(results)], plan.Source, []);
        return [.. results, .. await pipeline.RunAsync(last, input with { BaseTree = null }, cancellationToken)];
    }

    /// <summary>
    /// On a pull request its base says which keys are believed, as it says everything else that judges. After a push, measurements count up to what was there
    /// before.
    /// </summary>
    private async Task<EvidenceSearch?> LoggedAsync(Workspace workspace, string? baseSha, CancellationToken cancellationToken)
    {
        var before = job.Event is { IsToBranch: true } && job.BaseSha is { } sha && workspace.Repository is { } clone
            ? await clone.CommitAsync(sha, cancellationToken)
            : null;
        return workspace.Repository is { } repository && (before ?? baseSha ?? workspace.Changes.HeadSha) is { } from
            ? new EvidenceSearch(repository, job.Token, time) { From = from, KeyringAt = job.IsPullRequest ? baseSha : null, DefaultBranch = job.DefaultBranch }
            : null;
    }

    private async Task<string?> CompareAsync(Workspace workspace, RunRequest request, CancellationToken cancellationToken)
    {
        if (request.Staged)
        {
            // The workspace was opened so; what an event says is about commits.
            return null;
        }

        if (job.Event?.Refuse(workspace.Changes.HeadSha) is { } refusal)
        {
            throw new UsageException(refusal);
        }

        if (job.EventName == "pull_request_target")
        {
            notes.Add("This workspace is the base of the pull request, so nothing of the pull request itself was looked at.");
        }

        if (request.Base is null && job.Event is { IsToBranch: true })
        {
            var configuration = Overrides.Apply(RunPlans.Read(workspace, request), request.Set);
            var (sha, said) = await new PushBase(job, time).CompareAsync(workspace, configuration, request, cancellationToken);
            notes.AddRange(said);
            return sha;
        }

        if ((request.Base ?? job.BaseSha) is not { } revision)
        {
            return job.IsPullRequest
                ? throw new EvaluationException($"the {job.EventName} event names no base commit; give one with --base")
                : null;
        }

        return await workspace.CompareWithAsync(revision, cancellationToken);
    }

    private async Task<RunPlans> PlanAsync(Workspace workspace, RunRequest request, PullRequestBase? from, CancellationToken cancellationToken)
    {
        var plan = new PlanRequest
        {
            Tree = workspace.Tree,
            Services = new GateServices(time)
            {
                Scripts = new PolicyScripts(linker, judge),
                Progress = SafeProgress.From(progress),
                Workspace = workspace.Root.FullName,
                WhyNoBuild = WhyNoBuild,
                Attested = new AttestedReader(time),
            },
            Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            Changes = workspace.Changes,
            Gates = request.Gates,
            Environment = request.Environment,
        };
        if (from is null)
        {
            signers = AllowedSigners.Read(workspace.Tree);
            var own = await RunPlans.OfWorkspaceAsync(workspace, request, plan, Make);
            return request.Staged ? own with { Binding = OfIndex(own.Binding) } : own;
        }

        signers = AllowedSigners.Read(from.Tree);
        var plans = await RunPlans.OfPullRequestAsync(workspace, request, plan, from, Make);
        plans = request.OwnEditsCount && plans.Proposed is { } approved ? new RunPlans(approved, null, []) : plans;

        // Only now: an edit of a gate that cannot be repeated is an edit of the judge as well.
        return request.OnlyRepeatable
            ? plans with { Binding = RepeatableGates.Of(plans.Binding), Proposed = plans.Proposed is { } proposed ? RepeatableGates.Of(proposed) : null }
            : plans;

        async Task<RunPlan> Make(GatesConfiguration configuration, PlanRequest one)
        {
            configuration = Overrides.Apply(GateOptions.In(configuration, one.Environment), request.Set);
            one = await pinned.AddAsync(one, configuration, cancellationToken);
            return await linker.LinkAsync(PlanTriage.Apply(Planner.Plan(configuration, one), configuration, one), cancellationToken);
        }
    }
}

/// <summary>What a run found.</summary>
/// <param name="Report">Its results.</param>
/// <param name="LeftOut">See <see cref="RunPlan.LeftOut"/>, of the plan that judged.</param>
/// <param name="EditedJudge">The files of the change that are part of what judges it.</param>
internal sealed record RunOutcome(RunReport Report, IReadOnlyDictionary<string, string> LeftOut, IReadOnlyList<string> EditedJudge)
{
    /// <value>The waivers that the change brings; <see langword="null"/> when there are none.</value>
    public AddedWaivers? AddedWaivers { get; init; }
}
