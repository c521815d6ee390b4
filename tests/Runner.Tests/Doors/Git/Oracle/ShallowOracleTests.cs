using Gates.Doors.Git.Objects;
using Shouldly;
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
            using var clone = await ShallowClone.OfAsync(shelf, 1 + index % 5);
            clone.Oracle.Info.IsShallow.ShouldBeTrue();
            clone.Ends.Count.ShouldBe(clone.WrittenEnds.Count);
            var graph = new CommitGraph(clone.Objects);
            foreach (var history in shelf.Histories)
            {
                CompareEnds(clone, history, clone.Ends);
                CompareHeld(clone, history, clone.Held(history));
                foreach (var pair in clone.Pairs(history))
                {
                    differences.Answers++;
                    CompareMergeBase(clone, history, pair, graph.FindMergeBase(pair.One, pair.Other, CancellationToken.None), differences);
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(differences.ToString());
        differences.Answers.ShouldBeGreaterThan(1_000);
        differences.AreTheKnownOnes();
    }

    [Fact]
    public async Task APlantedFault_IsSeen()
    {
        var faults = 0;
        using var clone = await ShallowClone.OfAsync(histories.Shelves[2], 3);
        foreach (var history in clone.Shelf.Histories)
        {
            var held = clone.Held(history);
            var ends = clone.Ends.Where(held.Contains).ToList();
            if (ends.Count > 0)
            {
                IsSeen("an end is missing", () => CompareEnds(clone, history, [.. ends.Skip(1)]));
                IsSeen("an end more", () => CompareEnds(clone, history, [.. ends, held.Except(ends).First()]));
            }

            IsSeen("a commit is missing", () => CompareHeld(clone, history, [.. held.Skip(1)]));
            IsSeen("a commit that is not here", () => CompareHeld(clone, history, [.. held, clone.Shelf.Merge([(history, 1)])]));

            void IsSeen(string fault, Action compare)
            {
                PlantedFault.IsSeen(history, fault, compare);
                faults++;
            }
        }

        faults.ShouldBeGreaterThan(60);
    }

    /// <summary>A guess is what the oracle answers there.</summary>
    [Fact]
    public async Task APlantedMergeBase_IsSeen_AGuessAndASilenceAsWell()
    {
        var (guesses, silences) = (0, 0);
        using var clone = await ShallowClone.OfAsync(histories.Shelves[2], 3);
        var graph = new CommitGraph(clone.Objects);
        foreach (var history in clone.Shelf.Histories)
        {
            var answers = clone.Pairs(history).ToLookup(pair => graph.FindMergeBase(pair.One, pair.Other, CancellationToken.None) is not null);
            foreach (var pair in answers[true].Take(2))
            {
                IsSeen("another commit", pair, clone.Shelf.Commit(clone.Shelf.Histories[history == clone.Shelf.Histories[0] ? 1 : 0], 1));
                if (!clone.IsOpen(history, pair))
                {
                    IsSeen("no answer", pair, null);
                    silences++;
                }
            }

            foreach (var pair in answers[false].Where(pair => clone.ByOracle(pair) is { } guess && !clone.IsRight(pair, guess)).Take(2))
            {
                IsSeen("a guess", pair, clone.ByOracle(pair));
                guesses++;
            }

            void IsSeen(string fault, (string One, string Other) pair, string? answer) => PlantedFault.IsSeen(
                history, fault, () => CompareMergeBase(clone, history, pair, answer, new Differences(Known.GuessBehindTheEnd)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{guesses} guesses, {silences} silences"));
        silences.ShouldBeGreaterThan(10);
        guesses.ShouldBePositive();
    }

    private static void CompareEnds(ShallowClone clone, History history, IReadOnlyCollection<string> door)
    {
        var ids = clone.Shelf.Commits(history);
        if (Differences.Between(door.Where(ids.Contains), clone.WrittenEnds.Where(ids.Contains)) is { Count: > 0 } found)
        {
            history.Fail("the clone ends elsewhere:\n" + string.Join('\n', found));
        }
    }

    private static void CompareHeld(ShallowClone clone, History history, IReadOnlyList<string> door)
    {
        if (Differences.Between(door, clone.HeldByOracle(history)) is { Count: > 0 } found)
        {
            history.Fail("the clone holds other commits for the door than for the oracle:\n" + string.Join('\n', found));
        }
    }

    /// <remarks>What the door answers holds in the whole history; it gives none only where what is missing may hide one.</remarks>
    private static void CompareMergeBase(ShallowClone clone, History history, (string One, string Other) pair, string? door, Differences differences)
    {
        var oracle = clone.ByOracle(pair);
        if (door is null ? clone.InTheWhole(pair) is not null && !clone.IsOpen(history, pair) : !clone.IsRight(pair, door))
        {
            var whole = string.Join(' ', clone.Best(pair));
            history.Fail($"in a shallow clone the merge base of {pair.One} and {pair.Other}: the door {door}, the oracle {oracle}, git with all {whole}");
        }

        if (door is null && oracle is not null)
        {
            differences.Meet(Known.GuessBehindTheEnd);
        }
    }
}
