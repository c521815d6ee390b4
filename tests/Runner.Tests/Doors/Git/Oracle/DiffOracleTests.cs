using Gates.Doors.Git.Diffs;
using Gates.Formats.Foundation.Trees;
using LibGit2Sharp;
using Shouldly;
using Xunit;
using Entry = Gates.Doors.Git.Objects.TreeEntry;
using Repository = LibGit2Sharp.Repository;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>Which files differ between two commits, and which of them moved.</summary>
[Collection(nameof(OracleOfFiles))]
public sealed class DiffOracleTests(GeneratedHistories histories)
{
    [Fact]
    public async Task ChangedFiles_OfAnyTwoCommits_AreTheOracles() => await histories.HoldAsync([], (shelf, history, differences) =>
    {
        foreach (var (from, to) in Comparison.Of(shelf, history))
        {
            differences.Answers++;
            Compare(shelf, history, from, to, Comparison.ByDoor(shelf, history, from, to));
        }

        return Task.CompletedTask;
    });

    [Fact]
    public void APlantedFault_IsSeen()
    {
        var faults = 0;
        var shelf = histories.Shelves[0];
        foreach (var history in shelf.With(6).Where(history => shelf.With(1).Contains(history)))
        {
            var door = Comparison.ByDoor(shelf, history, 1, 6);
            Compare(shelf, history, 1, 6, door);
            foreach (var edited in door.Where(one => one is { Old: { } old, New: { } now } && old.Path == now.Path).Take(1))
            {
                var (old, now) = (edited.Old!, edited.New!);
                FileDifference[] rest = [.. door.Where(one => one != edited)];
                IsSeen("a file is missing", rest);
                IsSeen("a file is there twice", [edited, .. door]);
                IsSeen("a file is made up", [new FileDifference(null, now with { Path = "made up" }, []), .. door]);
                IsSeen("executable", [edited with { New = now with { Mode = now.Mode ^ 0x49 } }, .. rest]);
                IsSeen("other content", [edited with { New = now with { Id = new string('0', 40) } }, .. rest]);
                IsSeen("from new to old", [edited with { Old = now, New = old }, .. rest]);
                IsSeen("added", [edited with { Old = null }, .. rest]);
                IsSeen("deleted", [edited with { New = null }, .. rest]);
                faults++;
            }

            void IsSeen(string fault, FileDifference[] answer) => PlantedFault.IsSeen(history, fault, () => Compare(shelf, history, 1, 6, answer));
        }

        faults.ShouldBeGreaterThan(5);
    }

    private static void Compare(Shelf shelf, History history, int from, int to, IReadOnlyList<FileDifference> door)
    {
        var oracle = Comparison.ByOracle<TreeChanges>(shelf, history, from, to, SimilarityOptions.None);
        if (Differences.Between(door.SelectMany(Change.Apart), oracle.SelectMany(Change.By)) is { Count: > 0 } found)
        {
            history.Fail($"{shelf.Commit(history, from)}..{shelf.Commit(history, to)}:\n{string.Join('\n', found)}");
        }
    }
}
