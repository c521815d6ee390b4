using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports.Groups;

/// <summary>A gate's numbers as a folded table of GitHub Markdown; what was measured before and now stands in one row.</summary>
internal static class MetricTable
{
    private const int MaxRows = 40;
    private const string Before = ", baseline";
    private const string Now = ", now";

    /// <param name="metrics">The numbers.</param>
    /// <param name="gate">The gate, where the page has no section of it.</param>
    /// <returns><see langword="null"/> when there is none.</returns>
    public static string? Render(IReadOnlyList<Metric> metrics, string? gate = null)
    {
        if (metrics.Count == 0)
        {
            return null;
        }

        var before = metrics.Where(metric => metric.Name.EndsWith(Before, StringComparison.Ordinal))
            .GroupBy(metric => metric.Name[..^Before.Length], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var now = metrics.Where(metric => metric.Name.EndsWith(Now, StringComparison.Ordinal))
            .Select(metric => metric.Name[..^Now.Length])
            .ToHashSet(StringComparer.Ordinal);
        var paired = before.Keys.Where(now.Contains).ToHashSet(StringComparer.Ordinal);
        var rows = metrics.Where(metric => !(metric.Name.EndsWith(Before, StringComparison.Ordinal) && paired.Contains(metric.Name[..^Before.Length])))
            .Select(metric => Row(metric, before, paired))
            .ToList();
        var head = paired.Count > 0 ? "| | baseline | now |\n|---|--:|--:|\n" : "| | |\n|---|--:|\n";
        var shown = rows.Take(MaxRows).Select(row => paired.Count > 0 ? $"| {row.Name} | {row.Before} | {row.Now} |\n" : $"| {row.Name} | {row.Now} |\n");
        var rest = rows.Count > MaxRows ? $"\n{Prose.Count(rows.Count - MaxRows, "more number")}: see results.json.\n" : "";
        var title = gate is null ? "" : Text(gate) + ": ";
        return $"<details><summary>{title}{Prose.Count(rows.Count, "number")}</summary>\n\n{head}{string.Concat(shown)}{rest}\n</details>\n";
    }

    private static (string Name, string Before, string Now) Row(Metric metric, Dictionary<string, Metric> before, HashSet<string> paired)
    {
        var name = metric.Name.EndsWith(Now, StringComparison.Ordinal) ? metric.Name[..^Now.Length] : null;
        return name is not null && paired.Contains(name)
            ? (Text(name), Text(Words.Amount(before[name])), Text(Words.Amount(metric)))
            : (Text(metric.Name), "", Text(Words.Amount(metric)));
    }

    private static string Text(string text) => Escape.Markdown(Escape.Cut(text, 200));
}
