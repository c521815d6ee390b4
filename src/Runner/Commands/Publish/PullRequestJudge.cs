using Gates.Doors.Files;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.PullRequests;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish;

/// <summary>
/// Judges every pull request of a head, each against its own base; one that cannot be judged keeps the check red and no other from being judged.
/// </summary>
/// <param name="judge">Judges one.</param>
/// <param name="gitHub">What their own runs have shown.</param>
/// <param name="time">For what could not be judged.</param>
internal sealed class PullRequestJudge(
    Func<PublishEvent, PullRequest?, PublishRequest, CancellationToken, Task<JudgedPull>> judge, GitHubClient gitHub, TimeProvider time)
{
    /// <value>Pull requests of one head; anybody may open more of them, to branches that exist, and each takes a judgement.</value>
    public const int MaxCount = 10;

    /// <exception cref="GitHubException">GitHub does not answer.</exception>
    public async Task<IReadOnlyList<JudgedPull>> JudgeAsync(
        PublishEvent started,
        IReadOnlyList<PullRequest> pulls,
        PublishRequest request,
        CancellationToken cancellationToken)
    {
        // The one that the event is about always; of the others the oldest.
        var chosen = pulls.OrderByDescending(pull => pull.Number == started.Number).Take(MaxCount).OrderBy(pull => pull.Number).ToList();
        var judged = new List<JudgedPull>();
        foreach (var pull in pulls)
        {
            judged.Add(chosen.Contains(pull)
                ? await OneAsync(started, pull, request, cancellationToken)
                : Unjudged(
                    pull,
                    new EvaluationException($"this commit is the head of {Prose.Count(pulls.Count, "open pull request")}, of which {MaxCount} are judged at once. Close some of them, or push another commit")));
        }

        return started.IsOwnJob ? await OwnRunsAsync(started, request, judged, cancellationToken) : judged;
    }

    private async Task<JudgedPull> OneAsync(PublishEvent started, PullRequest pull, PublishRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await judge(started, pull, request, cancellationToken);
        }
        catch (Exception e) when (e is UsageException or EvaluationException and not GitHubException)
        {
            return Unjudged(pull, e);
        }
    }

    /// <summary>An earlier run may have left a green check on the commit, so what cannot be judged is shown, not only logged.</summary>
    private JudgedPull Unjudged(PullRequest pull, Exception problem)
    {
        var report = new RunReport
        {
            Results = [],
            Verdict = Verdict.Errored,
            Changes = new ChangeSet(pull.Head.Sha, pull.Base.Sha, []),
            Configuration = "none that could be used",
            Notes = [$"This pull request could not be judged: {problem.Message}"],
            Started = time.GetUtcNow(),
            Elapsed = TimeSpan.Zero,
            ToolVersion = ToolVersion.Text,
        };
        return new JudgedPull(pull, new Judged(report, []), new ReviewInput { Report = report }) { Problem = problem };
    }

    /// <summary>In a job of its own, a pull request shows what no other job can verify; what it has shown for this very commit stays.</summary>
    private async Task<IReadOnlyList<JudgedPull>> OwnRunsAsync(
        PublishEvent started,
        PublishRequest request,
        List<JudgedPull> judged,
        CancellationToken cancellationToken)
    {
        for (var number = 0; number < judged.Count; number++)
        {
            var one = judged[number];
            if (one.Pull!.Number == started.Number || one.Input.Unverified.Count == 0 || one.Input.Report.Verdict >= Verdict.Failed)
            {
                continue;
            }

            var checks = await gitHub.CheckRuns.ListAsync(started.Sha, HeadChecks.NameOf(request.Check, one, judged), cancellationToken);
            judged[number] = one with
            {
                IsShownByItsOwnRun = checks.Items.Any(check =>
                    check is { Status: "completed", Conclusion: "success" }
                        && check.ExternalId?.StartsWith(CheckPublisher.Mark, StringComparison.Ordinal) == true),
            };
        }

        return judged;
    }
}
