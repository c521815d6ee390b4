namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>How the commits of a generated history follow each other.</summary>
internal enum HistoryShape
{
    /// <summary>One after the other.</summary>
    Linear,

    /// <summary>Branches that are merged now and then.</summary>
    Merges,

    /// <summary>Two branches that merge each other, so that there are two best merge bases.</summary>
    CrissCross,

    /// <summary>Merges of up to five.</summary>
    Octopus,

    /// <summary>Three beginnings that are merged later.</summary>
    SeveralRoots,

    /// <summary>Two histories that never meet.</summary>
    Unrelated,

    /// <summary>Merges whose clocks go wrong.</summary>
    WrongClocks,
}

/// <summary>A commit to come.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Parents">Numbers of earlier ones, none twice.</param>
/// <param name="Seconds">When it is made.</param>
internal sealed record PlannedCommit(int Number, IReadOnlyList<int> Parents, long Seconds)
{
    private const long Start = 1_700_000_000;

    public static PlannedCommit Next(HistoryShape shape, int number, Random random)
    {
        int[] parents = shape switch
        {
            HistoryShape.SeveralRoots when number <= 3 => [],
            HistoryShape.Unrelated => number <= 2 ? [] : [number - 2],
            _ when number == 1 => [],
            HistoryShape.Linear => [number - 1],
            HistoryShape.CrissCross => Crossed(number),
            HistoryShape.Octopus when random.Next(3) == 0 => [.. Enumerable.Range(0, random.Next(3, 6)).Select(_ => random.Next(1, number))],
            _ => random.Next(3) == 0 ? [Recent(number, random), Recent(number, random)] : [Recent(number, random)],
        };
        var isWrong = shape == HistoryShape.WrongClocks && random.Next(3) == 0;

        // The two branches that cross have the same clock, so that no merge base is newer than the other.
        var minutes = shape == HistoryShape.CrissCross ? number / 2 : number;
        return new PlannedCommit(number, [.. parents.Distinct()], Start + (isWrong ? random.Next(2_000) : minutes * 60));
    }

    private static int Recent(int number, Random random) => random.Next(Math.Max(1, number - 5), number);

    /// <summary>The two branches have the even and the odd numbers; at every other step each takes in the other.</summary>
    private static int[] Crossed(int number)
    {
        var step = number / 2;
        return step == 1 ? [1] : step % 2 == 1 ? [number - 2] : number % 2 == 0 ? [number - 2, number - 1] : [number - 2, number - 3];
    }
}
