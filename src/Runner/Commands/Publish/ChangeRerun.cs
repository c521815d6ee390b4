using Gates.Doors.Git;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.PullRequests;
using Gates.Doors.Jobs;
using Gates.Pipeline.Results;
using Gates.Runner.Commands.Publish.Approvals;
using Gates.Runner.Reports.Review;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Publish;

/// <summary>
/// Judges a pull request again from its commit, with the base's configuration: nothing of it is checked out or run, and nothing that its own
/// workflow said is believed.
/// </summary>
/// <param name="makeSession">A fresh run for a job.</param>
/// <param name="gitHub">Who has approved what.</param>
/// <param name="token">For fetching.</param>
internal sealed class ChangeRerun(Func<JobEnvironment, RunSession> makeSession, GitHubClient gitHub, string? token)
{
    /// <param name="pull">As GitHub has it.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="claims">What the pull request's own run says of its gates; shown, not believed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Judged> RunAsync(
        PullRequest pull,
        PublishRequest request,
        Func<Task<IReadOnlyDictionary<string, Verdict>>> claims,
        CancellationToken cancellationToken)
    {
        var outcome = await JudgeAsync(pull, request, ownEditsCount: false, cancellationToken);
        var (report, leftOut, edited) = outcome;
        var ownEditsCount = false;
        if (report.Proposed is not null && edited.Count > 0)
        {
            var approval = await new OwnEdits(gitHub).ApprovalAsync(pull, edited, outcome.AddedWaivers, cancellationToken);
            ownEditsCount = approval.IsBinding;
            if (ownEditsCount)
            {
                (report, leftOut, _) = await JudgeAsync(pull, request, ownEditsCount: true, cancellationToken);
            }

            report = report with { Notes = [.. report.Notes, approval.Words] };
        }

        if (leftOut.Count == 0)
        {
            return new Judged(report, []) { OwnEditsCount = ownEditsCount };
        }

        var claimed = await claims();
        return new Judged(
            report,
            [.. leftOut.Select(gate => new UnverifiedGate(gate.Key, Reason(gate.Value, claimed, gate.Key)))])
        { OwnEditsCount = ownEditsCount };
    }

    private async Task<RunOutcome> JudgeAsync(
        PullRequest pull,
        PublishRequest request,
        bool ownEditsCount,
        CancellationToken cancellationToken)
    {
        var from = FormattableString.Invariant($"refs/pull/{pull.Number}/head");
        using var workspace = await Workspace.OfCommitAsync(request.Workspace, pull.Head.Sha, from, token, cancellationToken);
        var session = makeSession(JobEnvironment.Outside with { Event = new JobEvent("pull_request", pull.Head.Sha, pull.Base.Sha, null), Token = token });
        var run = new RunRequest
        {
            Workspace = request.Workspace,
            Config = request.Config,
            Environment = request.Environment,
            OnlyRepeatable = true,
            OwnEditsCount = ownEditsCount,
        };
        return await session.RunAsync(workspace, run, cancellationToken);
    }

    private static string Reason(string why, IReadOnlyDictionary<string, Verdict> claimed, string gate) =>
        claimed.TryGetValue(gate, out var verdict) ? $"{why}; the change's own run says {Gates.Pipeline.Results.Words.For(verdict)}" : why;
}
