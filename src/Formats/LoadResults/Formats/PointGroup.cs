namespace Gates.Formats.LoadResults.Formats;

/// <summary>A metric whose points are read, with those of its sub-metrics that are wanted.</summary>
internal sealed class PointGroup(string metric)
{
    private readonly List<PointSeries> series = [];

    public string Metric { get; } = metric;

    /// <value><see langword="null"/> until something says it.</value>
    public MetricKind? Kind { get; set; }

    public bool IsTime { get; set; }

    public IReadOnlyList<PointSeries> Series => series;

    /// <value>Whether a point's tags matter.</value>
    public bool HasSubmetrics { get; private set; }

    /// <summary>Adds a metric or sub-metric; once it keeps samples, it always did.</summary>
    public void Want(MetricName name, bool keepSamples)
    {
        var known = series.FindIndex(one => one.Name.Equals(name));
        if (known >= 0 && (series[known].KeepsSamples || !keepSamples))
        {
            return;
        }

        HasSubmetrics |= name.Tags.Count > 0;
        if (known < 0)
        {
            series.Add(new PointSeries(name, keepSamples));
        }
        else
        {
            series[known] = new PointSeries(name, keepSamples);
        }
    }

    public void BeginTags()
    {
        foreach (var one in series)
        {
            one.Matched = 0;
        }
    }

    public void Tag(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        foreach (var one in series)
        {
            if (one.Wants(key, value))
            {
                one.Matched++;
            }
        }
    }

    /// <summary>Adds the point to the metric and to each sub-metric whose tags it has; returns how many samples were kept.</summary>
    public int Add(double value)
    {
        var kept = 0;
        foreach (var one in series)
        {
            if (one.Matches)
            {
                one.Add(value);
                kept += one.KeepsSamples ? 1 : 0;
            }
        }

        return kept;
    }
}
