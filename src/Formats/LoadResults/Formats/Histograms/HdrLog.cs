using System.Globalization;
using Gates.Formats.Foundation;
using Gates.Formats.LoadResults.Formats.Tools;

namespace Gates.Formats.LoadResults.Formats.Histograms;

/// <summary>
/// A log of HdrHistogram's <c>HistogramLogWriter</c>: a line an interval with its start, its length, its largest value and all of it. The log does not name
/// the unit
/// of its values; its largest value stands beside them divided, by a million mostly, which makes nanoseconds milliseconds.
/// </summary>
internal sealed class HdrLog : ILoadFormat
{
    private const long MaxCount = 20_000_000;

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (!input.Head.StartsWith("#["u8) && !input.Head.StartsWith("\"StartTimestamp\""u8))
        {
            return null;
        }

        if (input.Head.IndexOf("Interval_Compressed_Histogram"u8) < 0 && input.Head.IndexOf("Histogram log format version"u8) < 0)
        {
            return null;
        }

        var intervals = new List<HdrInterval>();
        foreach (var (i, line) in input.Text.Split('\n', StringSplitOptions.TrimEntries).Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.Length > 0 && line[0] is not ('#' or '"'))
            {
                intervals.Add(HdrInterval.Read(line, string.Create(CultureInfo.InvariantCulture, $"{input.Path}:{i + 1}")));
            }
        }

        return ToRun(input.Path, intervals);
    }

    private static LoadRun ToRun(string path, List<HdrInterval> intervals)
    {
        var total = intervals.Sum(interval => interval.Counts.Sum(one => one.Count));
        if (total is 0 or > MaxCount)
        {
            throw new EvaluationException(total == 0
                ? $"{path}: is a log of HdrHistogram without any value"
                : string.Create(CultureInfo.InvariantCulture, $"{path}: has {total:N0} values; at most {MaxCount:N0} are read"));
        }

        var unit = Unit(intervals);
        LoadMetric[] metrics =
        [
            .. intervals.GroupBy(interval => interval.Tag, StringComparer.Ordinal)
                .Select(same => Metric(same.Key, same, unit, path))
                .OfType<LoadMetric>(),
        ];
        return ToolMetrics.Run(path, "HdrHistogram log", ToolMetrics.WithOnly(metrics)) with
        {
            HasSamples = true,
            Seconds = intervals.Max(one => one.Start + one.Length) - intervals.Min(one => one.Start) is > 0 and var seconds ? seconds : null,
        };
    }

    private static LoadMetric? Metric(string tag, IEnumerable<HdrInterval> intervals, double? unit, string path)
    {
        var values = intervals.SelectMany(interval => interval.Counts).SelectMany(one => Enumerable.Repeat(one.Value * (unit ?? 1), (int)one.Count)).ToArray();
        var metric = unit is null ? "recorded" : ToolMetrics.Latency;
        return values.Length == 0
            ? null
            : ToolMetrics.Samples(ToolMetrics.Tagged(metric, "tag", tag, path), path, values, isCounted: true) with { IsTime = unit is not null };
    }

    /// <summary>
    /// How many milliseconds one of the values is: 1e-6 of a log that divides by a million, 1e-3 of one that divides by a thousand, else unknown.
    /// </summary>
    private static double? Unit(List<HdrInterval> intervals)
    {
        var largest = intervals.Where(interval => interval.Counts.Count > 0).MaxBy(interval => interval.Max)!;
        var ratio = largest.Counts[^1].Value / largest.Max;
        return new[] { 1e6, 1e3 }.Where(known => Math.Abs((ratio / known) - 1) < 0.1).Select(known => (double?)(1 / known)).FirstOrDefault();
    }

    private sealed record HdrInterval(string Tag, double Start, double Length, double Max, List<(long Value, long Count)> Counts)
    {
        public static HdrInterval Read(string line, string place)
        {
            var fields = line.Split(',');
            var tag = fields[0].StartsWith("Tag=", StringComparison.Ordinal) ? fields[0]["Tag=".Length..] : null;
            if (tag is not null)
            {
                fields = fields[1..];
            }

            if (fields.Length != 4 || !TryNumber(fields[0], out var start) || !TryNumber(fields[1], out var length) || !TryNumber(fields[2], out var max))
            {
                throw new EvaluationException($"{place}: is no interval of a log of HdrHistogram: start, length, largest value, histogram");
            }

            try
            {
                return new HdrInterval(tag ?? "", start, length, max, HdrHistogram.Decode(fields[3]));
            }
            catch (Exception e) when (e is FormatException or InvalidDataException)
            {
                var reason = e is FormatException && e.Message[0] is ('i' or 'h') ? e.Message : "is no base64 of one, or damaged";
                throw new EvaluationException($"{place}: the histogram {reason}", e);
            }
        }

        private static bool TryNumber(string text, out double number) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number) && number >= 0;
    }
}
