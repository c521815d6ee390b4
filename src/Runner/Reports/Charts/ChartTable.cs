using System.Globalization;
using Gates.Policies;

namespace Gates.Runner.Reports.Charts;

/// <summary>Charts as a table: a row each, and a column for each part of their time.</summary>
/// <param name="Columns">The names of the parts; one without a name when the charts have none.</param>
/// <param name="Rows">Charts with these parts.</param>
internal sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<Chart> Rows)
{
    /// <summary>One table for all charts whose time has the same parts, in the order of the charts.</summary>
    public static IReadOnlyList<ChartTable> Of(IReadOnlyList<Chart> charts)
    {
        var tables = new List<(IReadOnlyList<string> Columns, List<Chart> Rows)>();
        foreach (var chart in charts)
        {
            IReadOnlyList<string> columns = chart.Spans.Count > 0 ? [.. chart.Spans.Select(span => span.Name)] : ["from … to"];
            var table = tables.Find(other => other.Columns.SequenceEqual(columns, StringComparer.Ordinal));
            if (table.Rows is null)
            {
                tables.Add(table = (columns, []));
            }

            table.Rows.Add(chart);
        }

        return [.. tables.Select(table => new ChartTable(table.Columns, table.Rows))];
    }

    /// <summary>What is said of each part of a chart's time.</summary>
    public static IReadOnlyList<(string Text, Severity? Severity)> Cells(Chart chart)
    {
        if (chart.Spans.Count > 0)
        {
            return [.. chart.Spans.Select(span => (span.Text ?? "", span.Severity))];
        }

        var known = chart.Lines[0].Values.OfType<double>().ToList();
        return [(known.Count == 0
            ? "nothing"
            : string.Create(CultureInfo.InvariantCulture, $"{known.Min():G4} … {known.Max():G4} {chart.Unit}").TrimEnd(), null)];
    }

    public static string Limits(Chart chart) => string.Join(", ", chart.Limits.Select(limit => limit.Name));
}
