using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Runner.Reports;

/// <summary>
/// Which lines an annotation stands on. GitHub shows it below its last line, and in a pull request only where that line is part of the change.
/// </summary>
internal sealed class AnnotatedLines(ChangeSet changes)
{
    private readonly Dictionary<string, ChangedFile> files = changes.Files
        .Where(file => !file.Deleted)
        .GroupBy(file => file.Path, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>The part of the place that the change touched; the whole place when it touched none of it; the first changed line for a whole file.</summary>
    public (int Start, int End) Of(Location place)
    {
        var added = files.TryGetValue(place.Path, out var file) ? file.Added : [];
        if (place.Line is not { } line)
        {
            var first = added.Count > 0 ? added[0].First : 1;
            return (first, first);
        }

        var start = Math.Max(line, 1);
        var end = Math.Max(place.EndLine ?? start, start);
        foreach (var range in added.Where(new LineRange(start, end).Overlaps))
        {
            return (Math.Max(start, range.First), Math.Min(end, range.Last));
        }

        return (start, end);
    }
}
