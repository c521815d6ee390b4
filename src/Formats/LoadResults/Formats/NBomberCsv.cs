using System.Globalization;
using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>NBomber's CSV report: a row for each step of a scenario, percentiles of the requests that succeeded.</summary>
/// <remarks>A row becomes <c>latency</c>, <c>requests</c> and <c>failed</c>, tagged with scenario and step; without tags when it is the only one.</remarks>
internal sealed class NBomberCsv : ILoadFormat
{
    private const string WholeScenario = "global information";
    private const int MaxRows = 10_000;

    private static readonly (string Column, Aggregation Aggregation)[] Latencies =
    [
        ("min", new Aggregation(AggregationMethod.Min)),
        ("mean", new Aggregation(AggregationMethod.Avg)),
        ("max", new Aggregation(AggregationMethod.Max)),
        ("50_percent", new Aggregation(AggregationMethod.Med)),
        ("50_percent", new Aggregation(AggregationMethod.Percentile, 50)),
        ("75_percent", new Aggregation(AggregationMethod.Percentile, 75)),
        ("95_percent", new Aggregation(AggregationMethod.Percentile, 95)),
        ("99_percent", new Aggregation(AggregationMethod.Percentile, 99)),
    ];

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (!input.FirstLine.StartsWith("test_suite,test_name,scenario,"u8) || input.FirstLine.IndexOf(",95_percent,"u8) < 0)
        {
            return null;
        }

        using var content = input.Open();
        var rows = ReadRows(content, input.Path);
        var metrics = rows.SelectMany(row => Metrics(row, Tags(row), input.Path)).ToList();
        var whole = rows.Where(row => rows.Count == 1 || row["step_name"] == WholeScenario).ToList();
        return new LoadRun(input.Path, "NBomber CSV report")
        {
            Metrics = SummaryJson.ByName(whole.Count == 1 ? metrics.Concat(Metrics(whole[0], "", input.Path)) : metrics),
            Seconds = rows.Select(row => TimeSpan.TryParse(row["duration"], CultureInfo.InvariantCulture, out var time)
                ? time.TotalSeconds
                : (double?)null).FirstOrDefault(),
            Scenarios = [.. rows.Select(row => row["scenario"]).Distinct(StringComparer.Ordinal)],
        };
    }

    private static List<Dictionary<string, string>> ReadRows(Stream content, string path)
    {
        var rows = new List<Dictionary<string, string>>();
        var lines = new ByteLines(content, path);
        var fields = new CsvFields();
        lines.MoveNext();
        fields.Read(lines.Current);
        string[] names = [.. Enumerable.Range(0, fields.Count).Select(i => Encoding.UTF8.GetString(fields[i]))];
        while (lines.MoveNext() && rows.Count < MaxRows)
        {
            if (lines.Current.IsEmpty)
            {
                continue;
            }

            if (!fields.Read(lines.Current) || fields.Count != names.Length)
            {
                throw new EvaluationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}:{lines.Number}: has {fields.Count} fields under {names.Length} names; was the report cut off?"));
            }

            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < names.Length; i++)
            {
                row.TryAdd(names[i], Encoding.UTF8.GetString(fields[i]));
            }

            rows.Add(row);
        }

        return rows;
    }

    private static string Tags(Dictionary<string, string> row)
    {
        // A comma or a brace would end the tag.
        string Tag(string column) => string.Concat(row[column].Where(c => c is not (',' or '{' or '}')));
        return row["step_name"] == WholeScenario ? $"{{scenario:{Tag("scenario")}}}" : $"{{scenario:{Tag("scenario")},step:{Tag("step_name")}}}";
    }

    private static IEnumerable<LoadMetric> Metrics(Dictionary<string, string> row, string tags, string path)
    {
        var count = Number(row, "request_count", path);
        yield return new LoadMetric(SummaryJson.Name("latency" + tags, path), MetricKind.Trend)
        {
            Values = Latencies.ToDictionary(pair => pair.Aggregation, pair => Number(row, pair.Column, path)),
            Count = Number(row, "ok", path),
            IsTime = true,
        };
        yield return new LoadMetric(SummaryJson.Name("requests" + tags, path), MetricKind.Counter)
        {
            Values = new Dictionary<Aggregation, double>
            {
                [new Aggregation(AggregationMethod.Count)] = count,
                [new Aggregation(AggregationMethod.Rate)] = Number(row, "rps", path),
            },
        };
        yield return new LoadMetric(SummaryJson.Name("failed" + tags, path), MetricKind.Rate)
        {
            Values = count > 0
                ? new Dictionary<Aggregation, double> { [new Aggregation(AggregationMethod.Rate)] = Number(row, "failed", path) / count }
                : new Dictionary<Aggregation, double>(),
            Count = count,
        };
    }

    private static double Number(Dictionary<string, string> row, string column, string path) =>
        row.TryGetValue(column, out var text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            && number >= 0
            ? number
            : throw new EvaluationException($"{path}: the column `{column}` of {row["scenario"]}, {row["step_name"]} is no number that can be");
}
