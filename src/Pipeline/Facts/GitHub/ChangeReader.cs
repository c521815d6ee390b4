using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;

namespace Gates.Pipeline.Facts.GitHub;

/// <summary>Reads the pull requests that brought a commit.</summary>
internal sealed class ChangeReader(GitHubClient client, Look look)
{
    private const string Part = GitHubFacts.PullRequests;
    private const int MaxPulls = 10;

    /// <param name="commit">The commit.</param>
    /// <param name="number">The pull request that the job is about; <see langword="null"/> to ask which ones have the commit.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns><see langword="null"/> when they could not be seen.</returns>
    public async Task<IReadOnlyList<SeenChange>?> ReadAsync(string commit, int? number, CancellationToken cancellationToken)
    {
        IReadOnlyList<int>? numbers = number is { } known
            ? [known]
            : (await look.AskAsync(Part, "the pull requests of the commit", () => client.PullRequests.ListByCommitAsync(commit, cancellationToken)))?
                .Select(pull => pull.Number).ToList();
        if (numbers is null)
        {
            return null;
        }

        if (numbers.Count > MaxPulls)
        {
            look.WasCut("the pull requests of the commit");
        }

        var changes = new List<SeenChange>();
        foreach (var one in numbers.Take(MaxPulls))
        {
            if (await ReadAsync(one, cancellationToken) is not { } change)
            {
                return null;
            }

            changes.Add(change);
        }

        return changes;
    }

    private async Task<SeenChange?> ReadAsync(int number, CancellationToken cancellationToken)
    {
        var name = FormattableString.Invariant($"pull request {number}");
        if (await look.AskAsync(Part, name, () => client.Source.GetPullAsync(number, cancellationToken)) is not { } pull)
        {
            return null;
        }

        var isWhole = true;
        var reviews = await look.ListAsync(Part, $"the reviews of {name}", async () =>
        {
            var all = await client.Source.ListReviewsAsync(number, cancellationToken);
            isWhole = all.IsComplete;
            return all;
        });
        var issues = await look.ListAsync(
            Part, $"the issues that {name} closes", () => client.GraphQl.ListLinkedIssuesAsync(number, cancellationToken));
        return new SeenChange(pull, reviews is null ? null : SeenChange.Latest(reviews), isWhole, issues);
    }
}
