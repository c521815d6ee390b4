using Gates.Doors.Git;
using Gates.Doors.Git.Objects;
using LibGit2Sharp;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>Clones whose history ends early, at several depths.</summary>
[Collection(nameof(OracleOfCommits))]
public sealed class ShallowOracleTests(GeneratedHistories histories)
{
    [Fact]
    public async Task ShallowClones_EndWhereTheOracleSaysTheyDo_AndNoMergeBaseIsGuessed()
    {
        var differences = new Differences(Known.GuessBehindTheEnd);
        foreach (var (index, shelf) in histories.Shelves.Index())
        {
            using var folder = new TempFolder();
            var depth = FormattableString.Invariant($"--depth={1 + index % 5}");
            Witness.Ask(folder.Path, "clone", "-q", "--no-checkout", "--no-single-branch", depth, "file://" + shelf.Path, "clone");
            var place = Path.Combine(folder.Path, "clone");
            var door = (await GitRepository.FindAsync(new DirectoryInfo(place), null, CancellationToken.None))!;
            using var oracle = OracleRepository.Open(place);

            oracle.Info.IsShallow.ShouldBeTrue();
            var ends = await door.ShallowAsync(CancellationToken.None);
            ends.Order(StringComparer.Ordinal).ShouldBe(File.ReadLines(Path.Combine(place, ".git", "shallow")).Order(StringComparer.Ordinal));
            using var objects = door.OpenObjects();
            foreach (var history in shelf.Histories)
            {
                Compare(shelf, history, objects, oracle, differences);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(differences.ToString());
        differences.Answers.ShouldBeGreaterThan(1_000);
        differences.AreTheKnownOnes();
    }

    private static void Compare(Shelf shelf, History history, GitObjects objects, LibGit2Sharp.Repository oracle, Differences differences)
    {
        var here = shelf.Commits(history).Where(commit => oracle.Lookup<Commit>(commit) is not null).ToList();
        if (!here.SequenceEqual(shelf.Commits(history).Where(commit => objects.Find([commit], "commit")[0] is not null)))
        {
            history.Fail("the clone holds other commits for the door than for the oracle");
        }

        var graph = new CommitGraph(objects);
        foreach (var (one, other) in here.SelectMany((one, index) => here.Skip(index + 1).Select(other => (one, other))))
        {
            differences.Answers++;
            var door = graph.FindMergeBase(one, other, CancellationToken.None);
            var theirs = oracle.ObjectDatabase.FindMergeBase(oracle.Lookup<Commit>(one), oracle.Lookup<Commit>(other))?.Sha;
            string[] all = door is null || door == theirs ? [] : Witness.Try(shelf.Path, "merge-base", "--all", one, other).Split('\n');
            if (door is not null && door != theirs && !all.Contains(door))
            {
                var witness = "git with the whole history " + string.Join(' ', all);
                history.Fail($"in a shallow clone the merge base of {one} and {other}: the door {door}, the oracle {theirs}, {witness}");
            }

            if (door is null && theirs is not null)
            {
                differences.Meet(Known.GuessBehindTheEnd);
            }
        }
    }
}
