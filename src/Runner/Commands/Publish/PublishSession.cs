using System.Net;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.CheckRuns;
using Gates.Doors.GitHub.PullRequests;
using Gates.Doors.GitHub.Releases;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Runner.Commands.Publish.Overriding;
using Gates.Runner.Commands.Publish.Suggestions;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish;

/// <summary>Shows a run where reviewers look: a check on the commit, and one comment on the pull request.</summary>
/// <param name="gitHub">The repository.</param>
/// <param name="rejudging">For what another job's run cannot be believed.</param>
/// <param name="pages">Where GitHub's pages are, for links; <see langword="null"/> links nothing.</param>
/// <param name="output">Told what was published.</param>
internal sealed class PublishSession(GitHubClient gitHub, ChangeRerun rejudging, string? pages, TextWriter output)
{
    private GitHubException? unconfirmed;

    /// <value>For what could not be judged at all. Default: the system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <exception cref="EvaluationException">The results cannot be read, or GitHub does not answer.</exception>
    public async Task<ExitCode> RunAsync(PublishEvent started, PublishRequest request, CancellationToken cancellationToken)
    {
        if (started.Nothing is { } nothing)
        {
            return Say($"Nothing to publish: {nothing}.");
        }

        if (started.HeadRepository is null && started.Number is null)
        {
            return started.IsOwnJob
                ? await OwnCommitAsync(started, request, cancellationToken)
                : Say("Nothing to publish: the head's repository is gone.");
        }

        var (pulls, reason) = await new PullRequestFinder(gitHub).FindAsync(started, cancellationToken);
        return pulls.Count > 0 ? await ShowAsync(started, pulls, request, cancellationToken) : Say($"Nothing to publish: {reason}.");
    }

    /// <summary>On a schedule, also what was overridden is judged again: a day that passes is no event.</summary>
    private async Task<ExitCode> OwnCommitAsync(PublishEvent started, PublishRequest request, CancellationToken cancellationToken)
    {
        var code = await ShowAsync(started, [], await NamedAsync(started, request, cancellationToken), cancellationToken);
        var overridden = started.Name == "schedule"
            ? await new BreakGlassReview(gitHub, Time).OverriddenAsync(started.Sha, request.Config, request.Check, cancellationToken)
            : [];
        foreach (var pull in overridden)
        {
            var again = new PublishEvent(started.Name, pull.Head.Sha, false) { Number = pull.Number, HeadRepository = pull.Head.Repo?.FullName };
            code = await RunAsync(again, request with { Release = null }, cancellationToken) is var other && other > code ? other : code;
        }

        return code;
    }

    /// <summary>
    /// A push is judged by its own files. Where its commit is the head of a pull request, which its base judges, it must not answer for that.
    /// </summary>
    private async Task<PublishRequest> NamedAsync(PublishEvent started, PublishRequest request, CancellationToken cancellationToken) =>
        started is { Name: "push" or "schedule" or "workflow_dispatch", Tag: null }
            && await gitHub.PullRequests.ListByHeadAsync(started.Sha, cancellationToken) is not { IsComplete: true, Items.Count: 0 }
            ? request with { Check = $"{request.Check} ({started.Name})" }
            : request;

    private async Task<ExitCode> ShowAsync(PublishEvent started, IReadOnlyList<PullRequest> pulls, PublishRequest request, CancellationToken cancellationToken)
    {
        var judged = pulls.Count == 0
            ? [await OneAsync(started, null, request, cancellationToken)]
            : await new PullRequestJudge(OneAsync, gitHub, Time).JudgeAsync(started, pulls, request, cancellationToken);
        judged = await ReviewAsync(judged, request, cancellationToken);
        var files = request.Release is not null && started.Tag is not null ? ReleaseFiles.Read(request.Results, request.Assets) : [];
        await TryAsync("the check", () => new HeadChecks(gitHub).PublishAsync(started.Sha, request, judged, cancellationToken));
        foreach (var one in judged.Where(one => one is { Pull: not null, IsShownByItsOwnRun: false }))
        {
            var input = judged.Count == 1 ? one.Input : one.Noting(HeadChecks.Overview(judged, $"the check {request.Check}"));
            var hadComment = false;
            await TryAsync(
                "the comment",
                async () => hadComment = await new StickyComment(gitHub, request.Author).PublishAsync(one.Pull!.Number, input, cancellationToken));
            if (request.Suggestions && MaySuggest(started, one))
            {
                await TryAsync("suggested changes", () => SuggestAsync(one, hadComment, request, cancellationToken));
            }
        }

        foreach (var one in request.Sarif ? judged.Where(one => one.Problem is null) : [])
        {
            await TryAsync("the SARIF file", () => new SarifPublisher(gitHub).PublishAsync(started, one.Pull, one.Judged, request.Results, cancellationToken));
        }

        var released = request.Release is not { } step || await ReleaseAsync(started, step, judged[0].Input, files, cancellationToken);
        foreach (var one in judged)
        {
            Say($"{(judged.Count == 1 ? "" : $"{one.Named}: ")}{one.Words}{(one == judged[^1] ? $". {gitHub.Budget}" : "")}.");
        }

        return (unconfirmed ?? judged.Select(one => one.Problem).OfType<Exception>().FirstOrDefault()) is { } problem ? throw problem
            : released ? ExitCode.Holds : ExitCode.Fails;
    }

    /// <summary>Where nothing was ever wrong, there is nothing to settle either, and nothing is asked.</summary>
    private async Task SuggestAsync(JudgedPull one, bool hadComment, PublishRequest request, CancellationToken cancellationToken)
    {
        if ((hadComment || SuggestionPlan.Candidates(one.Input).Count > 0)
            && await new SuggestionPublisher(gitHub, request.Author).PublishAsync(one, cancellationToken) is { } done)
        {
            Say($"{one.Named}: {done}.");
        }
    }

    /// <summary>A fork's own job may write nothing, so nothing is asked for there; whoever publishes for it judges it again, and may.</summary>
    private static bool MaySuggest(PublishEvent started, JudgedPull one) =>
        one is { Pull: { } pull, Problem: null } && !(started.IsOwnJob && pull.IsFromFork);

    /// <summary>What people with the right to do so have decided about a red run.</summary>
    private async Task<IReadOnlyList<JudgedPull>> ReviewAsync(IReadOnlyList<JudgedPull> judged, PublishRequest request, CancellationToken cancellationToken)
    {
        var reviewed = new List<JudgedPull>();
        foreach (var one in judged)
        {
            var decision = one is { Pull: { } pull, Problem: null, Conclusion: CheckConclusion.Failure }
                ? await new BreakGlassReview(gitHub, Time).DecideAsync(pull, request.Config, cancellationToken)
                : OverrideDecision.None;
            reviewed.Add(one with { Input = (decision.Words is { } words ? one.Noting(words) : one.Input) with { Override = decision.Override } });
        }

        return reviewed;
    }

    private async Task<JudgedPull> OneAsync(PublishEvent started, PullRequest? pull, PublishRequest request, CancellationToken cancellationToken)
    {
        var judged = await JudgedAsync(started, pull, request, cancellationToken);
        return new JudgedPull(pull, judged, InputOf(started, pull, judged));
    }

    private ReviewInput InputOf(PublishEvent started, PullRequest? pull, Judged judged) => new()
    {
        Report = judged.Report,
        Unverified = judged.Unverified,
        Links = new SourceLinks(pages is null ? null : $"{pages}/{pull?.Head.Repo?.FullName ?? gitHub.Endpoint.Repository}/blob/{started.Sha}/"),
        Details = pages is not null && started.RunId is { } run
            ? FormattableString.Invariant($"{pages}/{gitHub.Endpoint.Repository}/actions/runs/{run}")
            : null,
    };

    /// <summary>A release is the one thing that a verdict keeps from being published.</summary>
    /// <returns>Whether nothing was kept back.</returns>
    private async Task<bool> ReleaseAsync(
        PublishEvent started,
        ReleaseStep step,
        ReviewInput input,
        IReadOnlyList<ReleaseFile> files,
        CancellationToken cancellationToken)
    {
        if (started.Tag is not { } tag)
        {
            Say($"No release: this {started.Name} event is not about a tag.");
            return true;
        }

        if (input.Report.Changes.HeadSha is { } head && head != started.Sha)
        {
            throw new EvaluationException($"the results are about {Prose.Commit(head)}, and {tag} is {Prose.Commit(started.Sha)}; run `gates run` in a step before, on the tag");
        }

        if (Conclusions.Of(input) != CheckConclusion.Success)
        {
            Say($"Release {tag}: left as it is, because the run {(input.Report.Interrupted ? "was " : "")}{Words.For(input.Report)}.");
            return false;
        }

        await new ReleasePublisher(gitHub, line => Say(line)).PublishAsync(tag, started.Sha, step, files, cancellationToken);
        return true;
    }

    /// <summary>This job's own results, or for somebody else's what the commit itself shows.</summary>
    private async Task<Judged> JudgedAsync(PublishEvent started, PullRequest? pull, PublishRequest request, CancellationToken cancellationToken)
    {
        // What this job ran is about its own pull request only, even where another has the same head.
        if (!started.IsOwnJob || (pull is not null && pull.Number != started.Number))
        {
            return await rejudging.RunAsync(pull!, request, () => ClaimsAsync(started, cancellationToken), cancellationToken);
        }

        var recorded = Recorded(request, JsonReporter.FileName);
        if (recorded.Proposed is null || pull is null)
        {
            return new Judged(recorded, []) { IsRecorded = true };
        }

        // Only GitHub knows whether the owners have approved the change's own edits.
        var again = await rejudging.RunAsync(pull, request, static () => Task.FromResult(UntrustedArtifact.NoClaims), cancellationToken);
        var whole = again.OwnEditsCount ? Recorded(request, JsonReporter.ProposedFileName) : recorded;
        var own = whole.Results.Where(gate => again.Unverified.Any(other => other.GateId == gate.GateId)).ToList();
        var results = again.Report.Results.Concat(own).ToList();
        var verdict = Verdicts.OfRun(results);
        return new Judged(
            again.Report with { Results = results, Verdict = verdict },
            [.. again.Unverified.Where(gate => own.TrueForAll(other => other.GateId != gate.GateId))]);
    }

    private static RunReport Recorded(PublishRequest request, string name)
    {
        var path = Path.Combine(request.Results.FullName, name);
        return ResultsFile.Read(ResultsFolder.Read(request.Results, name), path).ToReport(path);
    }

    /// <summary>What GitHub forbids, a permission that is missing or a locked conversation, is a line of advice, never a red gate.</summary>
    private async Task TryAsync(string what, Func<Task> publish)
    {
        try
        {
            await publish();
        }
        catch (GitHubException e) when (e is MissingPermissionException or { Status: HttpStatusCode.Forbidden } and not RateLimitException)
        {
            Say($"Not published: {what}. {e.Message}");
        }
        catch (GitHubException e) when (e.HasHappened)
        {
            // The other parts first; nobody knows what this one shows.
            Say($"Not confirmed: {what}. {e.Message}");
            unconfirmed ??= e;
        }
    }

    private async Task<IReadOnlyDictionary<string, Verdict>> ClaimsAsync(PublishEvent started, CancellationToken cancellationToken) => started.RunId is { } run
        ? await new UntrustedArtifact(gitHub).ClaimsAsync(run, cancellationToken)
        : UntrustedArtifact.NoClaims;

    private ExitCode Say(string line)
    {
        output.WriteLine(string.Join('\n', Escape.Lines(line).Select(Escape.LogLine)));
        return ExitCode.Holds;
    }
}
