using Gates.Doors.Git.Objects;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.PullRequests;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Publish;

/// <summary>Takes the pull requests from GitHub itself; the event only says which one to look for.</summary>
internal sealed class PullRequestFinder(GitHubClient gitHub)
{
    /// <summary>
    /// The pull request that the event is about, and all others whose head is the same commit, because a check of the commit shows on each of them.
    /// </summary>
    /// <returns>The open ones, by number, or why there is none.</returns>
    /// <exception cref="EvaluationException">GitHub has more open pull requests than can be looked through, or names no commits.</exception>
    public async Task<(IReadOnlyList<PullRequest> Pulls, string? Reason)> FindAsync(PublishEvent started, CancellationToken cancellationToken)
    {
        var one = started.Number is { } number ? await gitHub.PullRequests.FindAsync(number, cancellationToken) : null;
        if (one is not null && !Is(one, started))
        {
            return ([], $"pull request #{one.Number} stands on {one.Head.Sha[..7]} by now, and this run was for {started.Sha[..7]}; the run for the new head publishes its own");
        }

        if (one is { IsOpen: false })
        {
            return ([], $"pull request #{one.Number} is closed");
        }

        var open = await gitHub.PullRequests.ListByHeadAsync(started.Sha, cancellationToken);
        IReadOnlyList<PullRequest> pulls = [.. open.Items
            .Where(pull => pull.Number != one?.Number)
            .Append(one)
            .OfType<PullRequest>()
            .OrderBy(pull => pull.Number)];
        if (!pulls.Any(pull => Is(pull, started)) || (started.Number is not null && one is null))
        {
            return ([], $"no open pull request has {started.Sha[..7]} as its head");
        }

        foreach (var pull in pulls.Where(pull => !ObjectId.IsFull(pull.Base.Sha)))
        {
            throw new EvaluationException($"GitHub names no commit as the base of pull request #{pull.Number}");
        }

        return open.IsComplete ? (pulls, null) : throw new EvaluationException(
            "there are more open pull requests than can be looked through, so nobody can say which of them have this commit as their head. Close some of them");
    }

    private static bool Is(PullRequest pull, PublishEvent started) =>
        pull.Head.Sha == started.Sha
        && started.HeadRepository is { } repository
        && string.Equals(pull.Head.Repo?.FullName, repository, StringComparison.OrdinalIgnoreCase);
}
