using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Git.History;

/// <summary>The commits since a base, which a shallow clone may lack: more of them are fetched then, where they can be.</summary>
/// <param name="repository">The repository.</param>
/// <param name="head">Where they end.</param>
/// <param name="baseCommit">Where they begin; it and all that it contains are none of them.</param>
internal sealed class CommitRange(GitRepository repository, string head, string? baseCommit)
{
    private const string Advice = "Add `fetch-depth: 0` to the `with:` of your actions/checkout step, or run `git fetch --unshallow`";

    /// <value>How many commits deep it is looked for them. Almost all pull requests are within the first.</value>
    private static readonly int[] Depths = [200, 4_000];

    private static readonly TimeSpan MaxFetch = TimeSpan.FromMinutes(2);

    /// <exception cref="EvaluationException">They are not all here, and cannot be fetched.</exception>
    public async Task<IReadOnlyList<ListedCommit>> ListAsync(CancellationToken cancellationToken)
    {
        string? problem = null;
        foreach (var depth in (int[])[0, .. Depths])
        {
            problem = depth > 0 ? await FetchAsync(depth, cancellationToken) : null;
            var commits = await repository.CommitsOfAsync(head, baseCommit, cancellationToken);
            if (await IsWholeAsync(commits, cancellationToken))
            {
                await CompleteAsync(commits, cancellationToken);
                return commits;
            }

            if (problem is not null)
            {
                break;
            }
        }

        var why = problem is null ? "" : $", and they could not be fetched ({problem})";
        throw new EvaluationException($"this clone does not hold all commits since {Prose.Commit(baseCommit!)}{why}. {Advice}");
    }

    /// <summary>Every commit that one contains.</summary>
    /// <exception cref="EvaluationException">The clone is shallow.</exception>
    public async Task<IReadOnlyList<ListedCommit>> ListAllAsync(string commit, CancellationToken cancellationToken)
    {
        var commits = await repository.CommitsOfAsync(commit, null, cancellationToken);
        var cut = await repository.ShallowAsync(cancellationToken);
        return cut.Count == 0 || !commits.Any(one => cut.Contains(one.Id))
            ? commits
            : throw new EvaluationException($"this clone is shallow and does not hold the whole history. {Advice}");
    }

    /// <summary>Whether no parent of the commits is missing, and the base is one that the history leads to.</summary>
    private async Task<bool> IsWholeAsync(IReadOnlyList<ListedCommit> commits, CancellationToken cancellationToken)
    {
        var cut = await repository.ShallowAsync(cancellationToken);
        return cut.Count == 0
            || (!commits.Any(commit => cut.Contains(commit.Id)) && await repository.MergeBaseAsync(baseCommit!, head, cancellationToken) is not null);
    }

    private async Task<string?> FetchAsync(int depth, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(MaxFetch);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await repository.FetchAsync(head, either.Token, depth) ?? await repository.FetchAsync(baseCommit!, either.Token, depth);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FormattableString.Invariant($"the remote did not answer within {MaxFetch.TotalMinutes:0} minutes");
        }
    }

    /// <summary>Brings what a partial clone left out of them.</summary>
    private async Task CompleteAsync(IReadOnlyList<ListedCommit> commits, CancellationToken cancellationToken)
    {
        const int AtOnce = 500;
        foreach (var some in commits.Chunk(AtOnce))
        {
            await repository.CompleteAsync([.. some.Select(commit => commit.Id)], cancellationToken);
        }
    }
}
