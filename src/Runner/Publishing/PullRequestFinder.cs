using Gates.Runner.GitHub;
using Gates.Runner.GitHub.PullRequests;

namespace Gates.Runner.Publishing;

/// <summary>Takes the pull request from GitHub itself; the event only says which one to look for.</summary>
internal sealed class PullRequestFinder(GitHubClient gitHub)
{
    /// <returns>The pull request whose head is still the event's, or why there is none.</returns>
    public async Task<(PullRequest? Pull, string? Reason)> FindAsync(PublishEvent started, CancellationToken cancellationToken)
    {
        var candidates = started switch
        {
            { Number: { } number } => await gitHub.PullRequests.FindAsync(number, cancellationToken) is { } one ? [one] : [],
            { HeadRepository: { } repository, HeadBranch: { } branch } => await gitHub.PullRequests.ListByHeadAsync(repository.Split('/')[0], branch, started.Sha, cancellationToken),
            _ => (IReadOnlyList<PullRequest>)[],
        };
        var pull = candidates.FirstOrDefault(candidate => Is(candidate, started));
        return (pull, candidates) switch
        {
            ({ IsOpen: true }, _) => (pull, null),
            ({ }, _) => (null, $"pull request #{pull.Number} is closed"),
            (null, [var other, ..]) => (null, $"pull request #{other.Number} stands on {other.Head.Sha[..7]} by now, and this run was for {started.Sha[..7]}; the run for the new head publishes its own"),
            _ => (null, $"no open pull request has {started.Sha[..7]} as its head"),
        };
    }

    private static bool Is(PullRequest pull, PublishEvent started) =>
        pull.Head.Sha == started.Sha
        && started.HeadRepository is { } repository
        && string.Equals(pull.Head.Repo?.FullName, repository, StringComparison.OrdinalIgnoreCase);
}
