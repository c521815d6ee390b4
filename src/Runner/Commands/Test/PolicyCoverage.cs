using System.Globalization;
using Gates.Policies;

namespace Gates.Runner.Commands.Test;

/// <summary>The lines of a policy that its cases ran, all together.</summary>
internal sealed record PolicyCoverage(IReadOnlyList<LineCoverage> Files)
{
    public int Lines => Files.Sum(file => file.Lines.Count);

    public int Ran => Files.Sum(file => file.Ran.Count);

    public static PolicyCoverage From(IEnumerable<TestedCase> cases) => new(
    [
        .. cases.SelectMany(one => one.Observation?.Coverage ?? [])
            .GroupBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new LineCoverage(file.Key, Union(file.Select(one => one.Lines)), Union(file.Select(one => one.Ran))))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ]);

    /// <summary>Whole per cent, rounded down, so that 100 means every line; <see langword="null"/> without lines.</summary>
    public static int? Percent(int ran, int lines) => lines == 0 ? null : (int)(100L * ran / lines);

    /// <summary>The lines of a file that never ran, such as <c>4, 9-12</c>; a run of numbers may step over lines without a statement.</summary>
    public static string NeverRan(LineCoverage file)
    {
        var ran = file.Ran.ToHashSet();
        var parts = new List<string>();
        for (var i = 0; i < file.Lines.Count; i++)
        {
            if (ran.Contains(file.Lines[i]))
            {
                continue;
            }

            var first = file.Lines[i];
            while (i + 1 < file.Lines.Count && !ran.Contains(file.Lines[i + 1]))
            {
                i++;
            }

            parts.Add(first == file.Lines[i]
                ? first.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{first}-{file.Lines[i]}"));
        }

        return string.Join(", ", parts);
    }

    private static List<int> Union(IEnumerable<IReadOnlyList<int>> lines) => [.. lines.SelectMany(some => some).Distinct().Order()];
}
