using Shouldly;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>Counts the known differences of one property over all histories.</summary>
/// <param name="known">Those that must occur, and the only ones that may.</param>
internal sealed class Differences(params Known[] known)
{
    private readonly Dictionary<Known, int> seen = known.ToDictionary(one => one, _ => 0);

    /// <value>How many answers were compared.</value>
    public int Answers { get; set; }

    public void Meet(Known difference) => seen[difference] = seen.GetValueOrDefault(difference) + 1;

    public void AreTheKnownOnes()
    {
        seen.Keys.Except(known).Select(one => one.Name).ShouldBeEmpty();
        seen.Where(one => one.Value == 0).Select(one => one.Key.Name).ShouldBeEmpty("a known difference that occurs no longer is taken out");
    }

    public override string ToString() => $"{Answers} answers; {string.Join("; ", seen.Select(one => $"{one.Key.Name}: {one.Value}"))}";

    /// <summary>What one side has and the other has not.</summary>
    public static IReadOnlyList<string> Between<T>(IEnumerable<T> door, IEnumerable<T> oracle)
        where T : notnull
    {
        var (ours, theirs) = (door.ToList(), oracle.ToList());
        return
        [
            .. ours.Except(theirs).Select(one => $"only the door: {one}"),
            .. theirs.Except(ours).Select(one => $"only the oracle: {one}"),
            .. ours.Count == theirs.Count ? Array.Empty<string>() : [$"the door has {ours.Count}, the oracle {theirs.Count}"],
        ];
    }
}
