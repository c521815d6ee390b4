using Gates.Doors.Git.History;
using Gates.Doors.Git.Objects;
using LibGit2Sharp;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>How commits follow each other, and what they say.</summary>
[Collection(nameof(OracleOfCommits))]
public sealed class GraphOracleTests(GeneratedHistories histories)
{
    private const int Limit = 10_000;

    [Fact]
    public async Task MergeBase_OfAnyTwoCommits_IsTheOracles() =>
        await histories.HoldAsync([Known.SeveralMergeBases], (shelf, history, differences) =>
        {
            var graph = new CommitGraph(shelf.Objects);
            for (var number = 1; number < history.Commits; number++)
            {
                foreach (var other in (int[])[history.Commits, Math.Max(1, number - 1), history.Commits - 1])
                {
                    var (one, two) = (shelf.Commit(history, number), shelf.Commit(history, other));
                    differences.Answers++;
                    if (MergeBaseDifference(shelf, one, two, graph.FindMergeBase(one, two, CancellationToken.None), differences) is { } found)
                    {
                        history.Fail(found);
                    }
                }
            }

            return Task.CompletedTask;
        });

    /// <summary>All histories of a repository are asked about at once: the answer is the oracle's for each.</summary>
    [Fact]
    public async Task CommitsSinceABase_AreTheOracles_AndSayWhatItReads()
    {
        foreach (var shelf in histories.Shelves)
        {
            var from = shelf.Merge(shelf.Histories.Select(history => (history, history.Commits / 2)));
            var to = shelf.Merge(shelf.Histories.Select(history => (history, history.Commits)));
            var history = new RepositoryHistory(shelf.Door, to, from, null);
            var (commits, truncated) = await history.CommitsAsync(Limit, CancellationToken.None);
            var oracle = shelf.Oracle.Commits.QueryBy(new CommitFilter { IncludeReachableFrom = to, ExcludeReachableFrom = from }).ToList();

            truncated.ShouldBeFalse();
            commits.Count.ShouldBeGreaterThan(shelf.Histories.Count);
            Differences.Between(commits.Select(Told.By), oracle.Select(Told.By)).ShouldBeEmpty();
            foreach (var commit in commits.Where(commit => commit.Message.StartsWith('\n')).Take(1))
            {
                var witness = Witness.Ask(shelf.Path, "cat-file", "commit", commit.Sha);
                witness.ShouldEndWith("\n\n" + commit.Message.TrimEnd('\n'), customMessage: Known.LeadingLineFeeds.Why);
            }
            (await shelf.Door.CommitsBetweenAsync(from, to, 3, CancellationToken.None)).ShouldBe(commits.Take(3).Select(commit => commit.Sha));
        }
    }

    [Fact]
    public async Task TheFirstParentLine_IsTheOracles() => await histories.HoldAsync([], async (shelf, history, differences) =>
    {
        var (from, to) = (history.Seed % 3 == 0 ? null : shelf.Commit(history, 1 + history.Seed % 4), shelf.Commit(history, history.Commits));
        var door = await shelf.Door.ChangesOnLineAsync(from, to, Limit, CancellationToken.None);
        var filter = new CommitFilter
        {
            IncludeReachableFrom = to,
            ExcludeReachableFrom = from,
            FirstParentOnly = true,
            SortBy = CommitSortStrategies.Topological,
        };
        var oracle = shelf.Oracle.Commits.QueryBy(filter).Select(commit => commit.Sha).ToList();
        differences.Answers++;
        if (!door.SequenceEqual(oracle))
        {
            var witness = Witness.Ask(shelf.Path, "log", "--graph", "--oneline", to);
            history.Fail($"the line from {from} to {to}: the door {string.Join(' ', door)}; the oracle {string.Join(' ', oracle)}; git {witness}");
        }
    });

    /// <returns>What is wrong with the door's answer; <see langword="null"/> when it is right.</returns>
    private static string? MergeBaseDifference(Shelf shelf, string one, string other, string? door, Differences differences)
    {
        var oracle = shelf.Oracle.ObjectDatabase.FindMergeBase(shelf.Oracle.Lookup<Commit>(one), shelf.Oracle.Lookup<Commit>(other))?.Sha;
        if (door == oracle)
        {
            return null;
        }

        var all = Witness.Try(shelf.Path, "merge-base", "--all", one, other).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (door is null || oracle is null || !all.Contains(door) || !all.Contains(oracle))
        {
            return $"the merge base of {one} and {other}: the door {door}, the oracle {oracle}, git {string.Join(' ', all)}";
        }

        differences.Meet(Known.SeveralMergeBases);
        return null;
    }

    /// <summary>What a commit says, the same for both.</summary>
    private sealed record Told(string Sha, string Parents, GitPerson Author, GitPerson Committer, DateTimeOffset? Time, TimeSpan? Zone, string Message)
    {
        /// <remarks>See <see cref="Known.LeadingLineFeeds"/>.</remarks>
        public static Told By(GitCommit commit) =>
            new(
                commit.Sha, string.Join(' ', commit.Parents), commit.Author, commit.Committer, commit.Time, commit.Time?.Offset,
                commit.Message.TrimStart('\n'));

        public static Told By(Commit commit) => new(
            commit.Sha,
            string.Join(' ', commit.Parents.Select(parent => parent.Sha)),
            By(commit.Author),
            By(commit.Committer),
            commit.Committer.When,
            commit.Committer.When.Offset,
            commit.Message);

        private static GitPerson By(Signature signature) => new(signature.Name, signature.Email);
    }
}
