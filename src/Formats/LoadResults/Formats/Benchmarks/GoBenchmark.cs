using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Formats.Foundation;
using Gates.Formats.LoadResults.Formats.Tools;

namespace Gates.Formats.LoadResults.Formats.Benchmarks;

/// <summary>
/// What <c>go test -bench</c> prints (the Go benchmark data format): a name, a number of iterations, then pairs of value and unit. With <c>-count</c> a
/// benchmark
/// has several lines, each a mean of its iterations.
/// </summary>
internal sealed partial class GoBenchmark : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        var head = System.Text.Encoding.UTF8.GetString(input.Head);
        if (!Line().IsMatch(head))
        {
            return null;
        }

        var values = new Dictionary<(string Unit, string Name), List<double>>();
        foreach (var (i, line) in input.Text.Split('\n').Index())
        {
            Read(line.TrimEnd('\r'), i + 1, input.Path, values);
        }

        LoadMetric[] metrics = [.. values.SelectMany(one => Metrics(one.Key.Unit, one.Key.Name, one.Value, input.Path))];
        return ToolMetrics.Run(input.Path, "Go benchmark output", ToolMetrics.WithOnly(metrics)) with { HasSamples = true };
    }

    private static void Read(string line, int number, string path, Dictionary<(string Unit, string Name), List<double>> values)
    {
        if (!Line().IsMatch(line))
        {
            return;
        }

        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 2; i < words.Length; i += 2)
        {
            if (i + 1 == words.Length || !double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            {
                throw new EvaluationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}:{number}: after the number of iterations come pairs of value and unit, such as 1234 ns/op; was the run cut off?"));
            }

            var key = (words[i + 1], Processors().Replace(words[0], "")["Benchmark".Length..]);
            if (!values.TryGetValue(key, out var list))
            {
                values.Add(key, list = []);
            }

            list.Add(value);
        }
    }

    private static IEnumerable<LoadMetric> Metrics(string unit, string name, List<double> values, string path)
    {
        if (unit == "ns/op")
        {
            var duration = ToolMetrics.Tagged(ToolMetrics.Duration, "name", name, path);
            yield return ToolMetrics.Samples(duration, path, values.Select(value => value / 1e6), isCounted: false);
        }
        else
        {
            var metric = unit switch { "B/op" => "allocated_bytes", "allocs/op" => "allocations", _ => unit.Replace('{', '(').Replace('}', ')') };
            yield return ToolMetrics.Gauge(ToolMetrics.Tagged(metric, "name", name, path), values.Average(), isTime: false);
        }
    }

    [GeneratedRegex(@"^Benchmark\S*[ \t]+\d+[ \t]+\d", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();

    /// <summary>The <c>-8</c> of GOMAXPROCS, which is no part of the name.</summary>
    [GeneratedRegex(@"-\d+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Processors();
}
