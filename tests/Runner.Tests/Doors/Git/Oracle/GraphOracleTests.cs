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
                    CompareMergeBase(shelf, history, (one, two), graph.FindMergeBase(one, two, CancellationToken.None), differences);
                }
            }

            return Task.CompletedTask;
        });

    /// <summary>All shapes of histories.</summary>
    [Fact]
    public void APlantedMergeBase_IsSeen()
    {
        var (shelf, faults) = (histories.Shelves[0], 0);
        var (graph, stranger) = (new CommitGraph(shelf.Objects), shelf.Commit(shelf.Histories[^1], 1));
        var some = shelf.Histories.Take(7).SelectMany(one => new[] { 1, one.Commits / 2, one.Commits - 1 }.Select(number => (one, number)));
        foreach (var (history, number) in some)
        {
            var pair = (One: shelf.Commit(history, number), Other: shelf.Commit(history, history.Commits));
            var door = graph.FindMergeBase(pair.One, pair.Other, CancellationToken.None);
            Compare(door);
            string?[] wrong = door is null
                ? [pair.One]
                : [null, stranger, pair.Other, .. shelf.Oracle.Lookup<Commit>(door).Parents.Select(parent => parent.Sha)];
            foreach (var answer in wrong)
            {
                PlantedFault.IsSeen(history, $"{answer} for {door}", () => Compare(answer));
                faults++;
            }

            void Compare(string? answer) => CompareMergeBase(shelf, history, pair, answer, new Differences(Known.SeveralMergeBases));
        }

        faults.ShouldBeGreaterThan(40);
    }

    /// <summary>All histories of a repository are asked about at once: the answer is the oracle's for each.</summary>
    [Fact]
    public async Task CommitsSinceABase_AreTheOracles_AndSayWhatItReads()
    {
        foreach (var shelf in histories.Shelves)
        {
            var (from, to) = Range(shelf);
            var (commits, truncated) = await new RepositoryHistory(shelf.Door, to, from, null).CommitsAsync(Limit, CancellationToken.None);

            truncated.ShouldBeFalse();
            commits.Count.ShouldBeGreaterThan(shelf.Histories.Count);
            CompareCommits(shelf, (from, to), commits);
            AskTheWitness(shelf, commits);
            (await shelf.Door.CommitsBetweenAsync(from, to, 3, CancellationToken.None)).ShouldBe(commits.Take(3).Select(commit => commit.Sha));
        }
    }

    [Fact]
    public async Task APlantedCommitSinceABase_IsSeen()
    {
        var shelf = histories.Shelves[0];
        var range = Range(shelf);
        var (door, _) = await new RepositoryHistory(shelf.Door, range.To, range.From, null).CommitsAsync(Limit, CancellationToken.None);
        CompareCommits(shelf, range, door);
        foreach (var history in shelf.Histories)
        {
            var commit = door.First(one => one.Sha == shelf.Commit(history, history.Commits));
            GitCommit[] rest = [.. door.Where(one => one != commit)];

            IsSeen("a commit is missing", rest);
            IsSeen("a commit is there twice", [commit, .. door]);
            IsSeen("a commit of the base", [.. door, commit with { Sha = shelf.Commit(history, 1) }]);
            IsSeen("other parents", [commit with { Parents = [.. commit.Parents, commit.Sha] }, .. rest]);
            IsSeen("another author", [commit with { Author = new GitPerson(commit.Author.Name + "x", commit.Author.Email) }, .. rest]);
            IsSeen("another committer", [commit with { Committer = new GitPerson(commit.Committer.Name, "x") }, .. rest]);
            IsSeen("a second later", [commit with { Time = commit.Time!.Value.AddSeconds(1) }, .. rest]);
            IsSeen("another time zone", [commit with { Time = commit.Time!.Value.ToOffset(TimeSpan.FromHours(1)) }, .. rest]);
            IsSeen("another message", [commit with { Message = commit.Message + " " }, .. rest]);

            void IsSeen(string fault, GitCommit[] answer) => PlantedFault.IsSeen(history, fault, () => CompareCommits(shelf, range, answer));
        }
    }

    [Fact]
    public async Task TheFirstParentLine_IsTheOracles() => await histories.HoldAsync([], async (shelf, history, differences) =>
    {
        differences.Answers++;
        CompareLine(shelf, history, await LineAsync(shelf, history));
    });

    [Fact]
    public async Task APlantedCommitOfTheFirstParentLine_IsSeen()
    {
        var (shelf, merges) = (histories.Shelves[0], 0);
        foreach (var history in shelf.Histories)
        {
            var door = await LineAsync(shelf, history);
            CompareLine(shelf, history, door);
            IsSeen("the newest is missing", door.Skip(1));
            IsSeen("the oldest is missing", door.SkipLast(1));
            IsSeen("a commit more", door.Append(shelf.Commit(history, 1)));
            IsSeen("another history's", door.SkipLast(1).Append(shelf.Commit(shelf.Histories[history.Seed == 0 ? 1 : 0], 1)));
            var (from, to) = LineOf(shelf, history);
            var all = shelf.Oracle.Commits.QueryBy(new CommitFilter { IncludeReachableFrom = to, ExcludeReachableFrom = from }).ToList();
            if (all.Count > door.Count)
            {
                IsSeen("what was merged", all.Select(commit => commit.Sha));
                merges++;
            }

            void IsSeen(string fault, IEnumerable<string> answer) => PlantedFault.IsSeen(history, fault, () => CompareLine(shelf, history, [.. answer]));
        }

        merges.ShouldBeGreaterThan(3);
    }

    private static void CompareMergeBase(Shelf shelf, History history, (string One, string Other) pair, string? door, Differences differences)
    {
        var (one, other) = (shelf.Oracle.Lookup<Commit>(pair.One), shelf.Oracle.Lookup<Commit>(pair.Other));
        var oracle = shelf.Oracle.ObjectDatabase.FindMergeBase(one, other)?.Sha;
        if (door == oracle)
        {
            return;
        }

        var all = Witness.Try(shelf.Path, "merge-base", "--all", pair.One, pair.Other).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (door is null || oracle is null || !all.Contains(door) || !all.Contains(oracle))
        {
            history.Fail($"the merge base of {pair.One} and {pair.Other}: the door {door}, the oracle {oracle}, git {string.Join(' ', all)}");
        }

        differences.Meet(Known.SeveralMergeBases);
    }

    private static (string From, string To) Range(Shelf shelf) => (
        shelf.Merge(shelf.Histories.Select(history => (history, history.Commits / 2))),
        shelf.Merge(shelf.Histories.Select(history => (history, history.Commits))));

    private static void CompareCommits(Shelf shelf, (string From, string To) range, IReadOnlyList<GitCommit> door)
    {
        var filter = new CommitFilter { IncludeReachableFrom = range.To, ExcludeReachableFrom = range.From };
        var (ours, theirs) = (door.Select(Told.By).ToList(), shelf.Oracle.Commits.QueryBy(filter).Select(Told.By).ToList());
        foreach (var history in shelf.Histories)
        {
            var ids = shelf.Commits(history);
            if (Differences.Between(ours.Where(one => ids.Contains(one.Sha)), theirs.Where(one => ids.Contains(one.Sha))) is { Count: > 0 } found)
            {
                history.Fail($"the commits {range.From}..{range.To}:\n{string.Join('\n', found)}");
            }
        }

        // The commit that merges them all is of none.
        Differences.Between(ours, theirs).ShouldBeEmpty();
    }

    /// <summary>What the door and the oracle read in two ways, and what both read wrong.</summary>
    private static void AskTheWitness(Shelf shelf, IReadOnlyList<GitCommit> commits)
    {
        foreach (var commit in commits.Where(commit => commit.Message.StartsWith('\n')).Take(1))
        {
            var witness = Witness.Ask(shelf.Path, "cat-file", "commit", commit.Sha);
            witness.ShouldEndWith("\n\n" + commit.Message.TrimEnd('\n'), customMessage: Known.LeadingLineFeeds.Why);
        }

        var latin = commits.First(commit => commit.Message == History.LatinMessage.Replace('\u00e9', '\ufffd'));
        Witness.Ask(shelf.Path, "log", "-1", "--format=%B", latin.Sha).ShouldBe(History.LatinMessage, Known.MessageInLatin.Why);
    }

    private static (string? From, string To) LineOf(Shelf shelf, History history) =>
        (history.Seed % 3 == 0 ? null : shelf.Commit(history, 1 + history.Seed % 4), shelf.Commit(history, history.Commits));

    private static async Task<IReadOnlyList<string>> LineAsync(Shelf shelf, History history)
    {
        var (from, to) = LineOf(shelf, history);
        return await shelf.Door.ChangesOnLineAsync(from, to, Limit, CancellationToken.None);
    }

    private static void CompareLine(Shelf shelf, History history, IReadOnlyList<string> door)
    {
        var (from, to) = LineOf(shelf, history);
        var filter = new CommitFilter
        {
            IncludeReachableFrom = to,
            ExcludeReachableFrom = from,
            FirstParentOnly = true,
            SortBy = CommitSortStrategies.Topological,
        };
        var oracle = shelf.Oracle.Commits.QueryBy(filter).Select(commit => commit.Sha).ToList();
        if (!door.SequenceEqual(oracle))
        {
            var witness = Witness.Ask(shelf.Path, "log", "--graph", "--oneline", to);
            history.Fail($"the line from {from} to {to}: the door {string.Join(' ', door)}; the oracle {string.Join(' ', oracle)}; git {witness}");
        }
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
