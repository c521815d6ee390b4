using System.Globalization;
using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>Turns a stream of points into a run: percentiles stay exact, because every sample that one needs is kept.</summary>
internal sealed class PointCollector
{
    /// <value>160 MB of samples; a reservoir would be smaller, and its percentiles guesses.</value>
    private const int MaxSamples = 20_000_000;

    private const int MaxNames = 1_000;

    private const long ClockJump = 60 * TimeSpan.TicksPerSecond;

    private readonly string path;
    private readonly MetricNeeds needs;
    private readonly Dictionary<string, PointGroup> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PointGroup>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly HashSet<string> others = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> otherTexts;
    private readonly List<string> doubts = [];
    private long first = long.MaxValue;
    private long last;
    private long samples;
    private bool jumped;

    public PointCollector(string path, MetricNeeds needs)
    {
        this.path = path;
        this.needs = needs;
        foreach (var name in needs.Names)
        {
            Want(name, keepSamples: true);
        }

        foreach (var metric in MetricNeeds.Context)
        {
            Want(MetricName.Parse(metric), keepSamples: false);
        }

        byText = groups.GetAlternateLookup<ReadOnlySpan<char>>();
        otherTexts = others.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The metric when its points are wanted.</summary>
    public PointGroup? Find(ReadOnlySpan<byte> metric)
    {
        Span<char> text = stackalloc char[128];
        if (!Encoding.UTF8.TryGetChars(metric, text, out var length))
        {
            return null;
        }

        if (!byText.TryGetValue(text[..length], out var group) && others.Count < MaxNames)
        {
            otherTexts.Add(text[..length]);
        }

        return group;
    }

    public PointGroup Want(MetricName name, bool keepSamples)
    {
        if (!groups.TryGetValue(name.Metric, out var group))
        {
            group = new PointGroup(name.Metric);
            (group.Kind, group.IsTime) = K6Metrics.Find(name.Metric) ?? (needs.ImpliedKind(name.Metric), false);
            groups.Add(name.Metric, group);
        }

        group.Want(name, keepSamples);
        return group;
    }

    public void Doubt(string reason) => doubts.Add(reason);

    /// <param name="group">The point's metric, its tags already given.</param>
    /// <param name="value">The point's value.</param>
    /// <param name="ticks">When it was measured.</param>
    /// <param name="line">Where it stands.</param>
    /// <exception cref="EvaluationException">The value cannot be, or there are too many.</exception>
    public void Add(PointGroup group, double value, long ticks, int line)
    {
        if (!double.IsFinite(value) || (value < 0 && group.IsTime))
        {
            throw new EvaluationException(string.Create(
                CultureInfo.InvariantCulture, $"{path}:{line}: {value} is no value of {group.Metric}; {(double.IsFinite(value) ? "did the clock of the load generator jump?" : "values are finite numbers")}"));
        }

        if (last - ticks > ClockJump && !jumped)
        {
            jumped = true;
            Doubt(string.Create(CultureInfo.InvariantCulture, $"the clock jumped back by {(last - ticks) / TimeSpan.TicksPerSecond} s at line {line}"));
        }

        first = Math.Min(first, ticks);
        last = Math.Max(last, ticks);
        samples += group.Add(value);
        if (samples > MaxSamples)
        {
            throw new EvaluationException(string.Create(
                CultureInfo.InvariantCulture, $"{path}: the metrics that are asked for have more than {MaxSamples:N0} samples, and exact percentiles need all of them in memory; ask for fewer sub-metrics, or give the summary instead"));
        }
    }

    /// <summary>The run as far as points tell it.</summary>
    public LoadRun ToRun(string format)
    {
        // Measured from the first point to the last, where k6 itself also counts set-up and tear-down.
        double? seconds = last > first ? (double)(last - first) / TimeSpan.TicksPerSecond : null;
        return new LoadRun(path, format)
        {
            Seconds = seconds,
            HasSamples = true,
            Doubts = doubts,
            Unread = [.. others, .. groups.Values.Where(group => group.Kind is null && group.Series.Any(one => one.Count > 0)).Select(group => group.Metric)],
            Metrics = groups.Values
                .Where(group => group.Kind is not null)
                .SelectMany(group => group.Series
                    .Where(one => one.Count > 0 || group.Series.Any(other => other.Count > 0))
                    .Select(one => one.ToMetric(group.Kind!.Value, group.IsTime, seconds)))
                .ToDictionary(metric => metric.Name),
        };
    }
}
