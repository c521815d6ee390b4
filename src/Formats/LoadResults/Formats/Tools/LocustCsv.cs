using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>Locust's <c>_stats.csv</c>: a row a request and one for all of them; milliseconds, percentiles rounded as Locust rounds.</summary>
internal sealed class LocustCsv : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (!input.FirstLine.StartsWith("Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,"u8))
        {
            return null;
        }

        try
        {
            var rows = CsvReader.Read(input.Text, input.Path, ',').Items;
            return ToolMetrics.Run(input.Path, "Locust statistics (CSV)", rows.SelectMany(row => Metrics(row, input.Path)));
        }
        catch (DocumentException e)
        {
            throw new EvaluationException(e.Message, e);
        }
    }

    private static IEnumerable<LoadMetric> Metrics(DocumentNode row, string path)
    {
        var name = row.Get("Name")!.Text;
        MetricName Name(string metric) => name == "Aggregated" ? MetricName.Parse(metric) : ToolMetrics.Tagged(metric, "name", name, path);
        var (requests, failures) = (Number(row, "Request Count", path), Number(row, "Failure Count", path));
        if (requests > 0)
        {
            yield return ToolMetrics.Times(Name(ToolMetrics.Latency), path, requests, Times(row, path));
        }

        yield return ToolMetrics.Counter(Name(ToolMetrics.Requests), requests, Number(row, "Requests/s", path));
        yield return ToolMetrics.Share(Name(ToolMetrics.Failed), failures, requests);
    }

    private static IEnumerable<(Aggregation, double?)> Times(DocumentNode row, string path)
    {
        yield return (ToolMetrics.Avg, Number(row, "Average Response Time", path));
        yield return (ToolMetrics.Min, Number(row, "Min Response Time", path));
        yield return (ToolMetrics.Max, Number(row, "Max Response Time", path));
        yield return (ToolMetrics.Percent(50), Number(row, "Median Response Time", path));
        foreach (var column in row.Entries.Where(column => column.Key.EndsWith('%') && column.Node.Text != "N/A"))
        {
            if (double.TryParse(column.Key[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent))
            {
                yield return (ToolMetrics.Percent(percent), Number(row, column.Key, path));
            }
        }
    }

    private static double Number(DocumentNode row, string column, string path) =>
        row.Get(column) is { } value && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new EvaluationException(string.Create(CultureInfo.InvariantCulture, $"{path}:{row.Line}: the column `{column}` is no number"));
}
