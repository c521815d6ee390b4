using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>
/// What wrk and wrk2 print. wrk2's recorded latency counts from when a request should have been sent; its uncorrected one, with <c>-U</c>, is
/// <c>service_time</c>. Percentiles are there with <c>--latency</c> only.
/// </summary>
internal sealed partial class Wrk : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (!FirstLine().IsMatch(System.Text.Encoding.UTF8.GetString(input.FirstLine)))
        {
            return null;
        }

        var reading = new Reading(input.Path);
        foreach (var (i, line) in input.Text.Split('\n').Index())
        {
            reading.Read(line.TrimEnd('\r'), i + 1);
        }

        return reading.ToRun();
    }

    private sealed class Reading(string path)
    {
        private readonly List<(Aggregation, double?)> latency = [];
        private readonly List<(Aggregation, double?)> uncorrected = [];
        private List<(Aggregation, double?)>? distribution;
        private double errors;
        private double? requests;
        private double? seconds;
        private double? rate;
        private bool isCorrected;

        public void Read(string line, int number)
        {
            if (line.Contains("Latency Distribution", StringComparison.Ordinal) || line.Contains("Uncorrected Latency", StringComparison.Ordinal))
            {
                isCorrected |= line.Contains("HdrHistogram", StringComparison.Ordinal);
                distribution = line.Contains("Uncorrected", StringComparison.Ordinal) ? uncorrected : latency;
            }
            else if (Percentile().Match(line) is { Success: true } percentile && distribution is not null)
            {
                distribution.Add((ToolMetrics.Percent(Number(percentile.Groups[1].Value)), Time(percentile.Groups[2].Value, number)));
            }
            else if (ThreadStats().Match(line) is { Success: true } stats)
            {
                latency.Add((ToolMetrics.Avg, Time(stats.Groups[1].Value, number)));
                latency.Add((ToolMetrics.Max, Time(stats.Groups[2].Value, number)));
            }
            else
            {
                ReadTotals(line, number);
            }
        }

        private void ReadTotals(string line, int number)
        {
            if (Total().Match(line) is { Success: true } total)
            {
                (requests, seconds) = (Number(total.Groups[1].Value), Time(total.Groups[2].Value, number) / 1000);
            }
            else if (line.Contains("Non-2xx or 3xx responses:", StringComparison.Ordinal) || line.Contains("Socket errors:", StringComparison.Ordinal))
            {
                errors += Whole().Matches(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]).Sum(match => Number(match.Value));
            }
            else if (line.StartsWith("Requests/sec:", StringComparison.Ordinal))
            {
                rate = Number(line["Requests/sec:".Length..]);
            }
        }

        public LoadRun ToRun()
        {
            if (requests is not { } count || latency.Count == 0)
            {
                throw new EvaluationException($"{path}: is what wrk prints, but its totals are missing; was the run cut off?");
            }

            var metrics = new List<LoadMetric>
            {
                ToolMetrics.Times(MetricName.Parse(ToolMetrics.Latency), path, count, latency),
                ToolMetrics.Counter(MetricName.Parse(ToolMetrics.Requests), count, rate),
                ToolMetrics.Share(MetricName.Parse(ToolMetrics.Failed), errors, Math.Max(count, errors)),
            };
            if (uncorrected.Count > 0)
            {
                metrics.Add(ToolMetrics.Times(MetricName.Parse("service_time"), path, count, uncorrected));
            }

            return ToolMetrics.Run(path, isCorrected ? "wrk2 output" : "wrk output", metrics) with { Seconds = seconds };
        }

        private double Time(string text, int line)
        {
            var match = Duration().Match(text);
            return match.Success
                ? Number(match.Groups[1].Value) * match.Groups[2].Value switch { "us" => 0.001, "ms" => 1, "s" => 1_000, "m" => 60_000, _ => 3_600_000 }
                : throw new EvaluationException(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}: \"{text}\" is no time of wrk"));
        }

        private static double Number(string text) =>
            double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    [GeneratedRegex(@"^Running [\d.]+\w+ test @ ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"^ *([\d.]+)% +(\S+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Percentile();

    [GeneratedRegex(@"^ +Latency +(\S+) +\S+ +(\S+) +[\d.]+%$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ThreadStats();

    [GeneratedRegex(@"^ +(\d+) requests in ([^,]+),", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^([\d.]+)(us|ms|s|m|h)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Duration();
}
