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
            var door = Comparison.ByDoor(shelf, history, from, to);
            var oracle = Comparison.ByOracle<TreeChanges>(shelf, history, from, to, SimilarityOptions.None);
            if (Differences.Between(door.SelectMany(Change.Apart), oracle.SelectMany(Change.By)) is { Count: > 0 } found)
            {
                history.Fail($"{shelf.Commit(history, from)}..{shelf.Commit(history, to)}:\n{string.Join('\n', found)}");
            }
        }

        return Task.CompletedTask;
    });
}
