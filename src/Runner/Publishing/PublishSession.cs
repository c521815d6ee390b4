using System.Net;
using Gates.Runner.GitHub;
using Gates.Runner.GitHub.Api;
using Gates.Runner.GitHub.CheckRuns;
using Gates.Runner.GitHub.PullRequests;
using Gates.Runner.GitHub.Releases;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Publishing;

/// <summary>Shows a run where reviewers look: a check on the commit, and one comment on the pull request.</summary>
/// <param name="gitHub">The repository.</param>
/// <param name="rejudging">For what another job's run cannot be believed.</param>
/// <param name="pages">Where GitHub's pages are, for links; <see langword="null"/> links nothing.</param>
/// <param name="output">Told what was published.</param>
internal sealed class PublishSession(GitHubClient gitHub, Rejudging rejudging, string? pages, TextWriter output)
{
    /// <exception cref="EvaluationException">The results cannot be read, or GitHub does not answer.</exception>
    public async Task<ExitCode> RunAsync(PublishEvent started, PublishRequest request, CancellationToken cancellationToken)
    {
        if (started.Nothing is { } nothing)
        {
            return Say($"Nothing to publish: {nothing}.");
        }

        PullRequest? pull = null;
        if (started.HeadRepository is not null || started.Number is not null)
        {
            (pull, var reason) = await new PullRequestFinder(gitHub).FindAsync(started, cancellationToken);
            if (pull is null)
            {
                return Say($"Nothing to publish: {reason}.");
            }
        }
        else if (!started.IsOwnJob)
        {
            return Say("Nothing to publish: the head's repository is gone.");
        }

        return await ShowAsync(started, pull, request, cancellationToken);
    }

    private async Task<ExitCode> ShowAsync(PublishEvent started, PullRequest? pull, PublishRequest request, CancellationToken cancellationToken)
    {
        var judged = await JudgedAsync(started, pull, request, cancellationToken);
        var input = new ReviewInput
        {
            Report = judged.Report,
            Unverified = judged.Unverified,
            Links = new SourceLinks(pages is null ? null : $"{pages}/{pull?.Head.Repo?.FullName ?? gitHub.Endpoint.Repository}/blob/{started.Sha}/"),
            Details = pages is not null && started.RunId is { } run ? FormattableString.Invariant($"{pages}/{gitHub.Endpoint.Repository}/actions/runs/{run}") : null,
        };
        var files = request.Release is not null && started.Tag is not null ? ReleaseFiles.Read(request.Results, request.Assets) : [];
        await TryAsync("the check", () => ChecksAsync(started.Sha, input, request, cancellationToken));
        if (pull is not null)
        {
            await TryAsync("the comment", () => new StickyComment(gitHub, request.Author).PublishAsync(pull.Number, input, cancellationToken));
        }

        if (request.Sarif)
        {
            await TryAsync("the SARIF file", () => new SarifPublisher(gitHub).PublishAsync(started, pull, judged, request.Results, cancellationToken));
        }

        var released = request.Release is not { } step || await ReleaseAsync(started, step, input, files, cancellationToken);
        Say($"{Words.For(judged.Report)}{(judged.Unverified.Count == 0 ? "" : $", {Words.Count(judged.Unverified.Count, "gate")} not verified")}. {gitHub.Budget}.");
        return released ? ExitCode.Holds : ExitCode.Fails;
    }

    /// <summary>A release is the one thing that a verdict keeps from being published.</summary>
    /// <returns>Whether nothing was kept back.</returns>
    private async Task<bool> ReleaseAsync(PublishEvent started, ReleaseStep step, ReviewInput input, IReadOnlyList<ReleaseFile> files, CancellationToken cancellationToken)
    {
        if (started.Tag is not { } tag)
        {
            Say($"No release: this {started.Name} event is not about a tag.");
            return true;
        }

        if (input.Report.Changes.HeadSha is { } head && head != started.Sha)
        {
            throw new EvaluationException($"the results are about {Words.Commit(head)}, and {tag} is {Words.Commit(started.Sha)}; run `gates run` in a step before, on the tag");
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
        if (!started.IsOwnJob)
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
            again.Report with { Results = results, Verdict = verdict, ExitCode = Verdicts.ExitCodeOf(verdict) },
            [.. again.Unverified.Where(gate => own.TrueForAll(other => other.GateId != gate.GateId))]);
    }

    private static RunReport Recorded(PublishRequest request, string name) =>
        ResultsReader.Read(ResultsFolder.Read(request.Results, name), Path.Combine(request.Results.FullName, name));

    private async Task ChecksAsync(string sha, ReviewInput input, PublishRequest request, CancellationToken cancellationToken)
    {
        var publisher = new CheckPublisher(gitHub);
        await publisher.PublishAsync(request.Check, sha, input, cancellationToken);
        foreach (var gate in request.PerGate ? input.Report.Results : [])
        {
            var alone = input.Report with { Results = [gate], Verdict = gate.Verdict, Interrupted = gate.Interrupted, ExitCode = Verdicts.ExitCodeOf(gate.Verdict), Proposed = null, Notes = [] };
            await publisher.PublishAsync($"{request.Check} / {gate.GateId}", sha, input with { Report = alone, Unverified = [] }, cancellationToken);
        }
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
