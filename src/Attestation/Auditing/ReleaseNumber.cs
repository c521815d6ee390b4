using System.Text.RegularExpressions;

namespace Gates.Attestation.Auditing;

/// <summary>
/// The version that a tag names, in the order of Semantic Versioning 2.0.0, section 11: 10.0.0 comes after 9.0.0, and 1.0.0 after 1.0.0-rc.1.
/// </summary>
/// <param name="Prefix">What stands before it, such as <c>v</c> or <c>app/v</c>: tags with another one are another line of releases.</param>
/// <param name="Numbers">Major, minor, patch, without zeros at their beginning.</param>
/// <param name="PreRelease">What stands behind a hyphen; <see langword="null"/> for a release.</param>
internal sealed partial record ReleaseNumber(string Prefix, IReadOnlyList<string> Numbers, string? PreRelease) : IComparable<ReleaseNumber>
{
    /// <returns><see langword="null"/> for a tag that names no whole version, such as the moving <c>v2</c>.</returns>
    public static ReleaseNumber? Of(string tag) => Version().Match(tag) is { Success: true } match
        ? new ReleaseNumber(
            match.Groups["prefix"].Value,
            [.. match.Groups["number"].Captures.Select(number => number.Value.TrimStart('0'))],
            match.Groups["pre"] is { Success: true, Value: var pre } ? pre : null)
        : null;

    public int CompareTo(ReleaseNumber? other)
    {
        if (other is null)
        {
            return 1;
        }

        var numbers = Numbers.Zip(other.Numbers, CompareNumbers).FirstOrDefault(order => order != 0);
        return numbers != 0 ? numbers
            : (PreRelease, other.PreRelease) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                var (one, two) => ComparePreReleases(one.Split('.'), two.Split('.')),
            };
    }

    public static bool operator <(ReleaseNumber? one, ReleaseNumber? other) => Comparer<ReleaseNumber?>.Default.Compare(one, other) < 0;

    public static bool operator >(ReleaseNumber? one, ReleaseNumber? other) => other < one;

    public static bool operator <=(ReleaseNumber? one, ReleaseNumber? other) => !(other < one);

    public static bool operator >=(ReleaseNumber? one, ReleaseNumber? other) => !(one < other);

    /// <summary>Numbers of any length.</summary>
    private static int CompareNumbers(string one, string other) =>
        one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(one, other);

    private static int ComparePreReleases(string[] one, string[] other)
    {
        foreach (var (mine, theirs) in one.Zip(other))
        {
            var (isNumber, isTheirs) = (mine.All(char.IsAsciiDigit), theirs.All(char.IsAsciiDigit));
            var order = (isNumber, isTheirs) switch
            {
                (true, true) => CompareNumbers(mine.TrimStart('0'), theirs.TrimStart('0')),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.CompareOrdinal(mine, theirs),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return one.Length.CompareTo(other.Length);
    }

    [GeneratedRegex(
        @"^(?<prefix>(?:.*?[/@_-])??v?)(?<number>[0-9]+)\.(?<number>[0-9]+)\.(?<number>[0-9]+)(?:-(?<pre>[0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Version();
}
