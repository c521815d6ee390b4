using System.Text;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>Collects requests one by one, whichever tool logged them; percentiles stay exact.</summary>
internal sealed class RequestCollector
{
    private readonly PointCollector points;
    private readonly PointGroup? latency;
    private readonly PointGroup? requests;
    private readonly PointGroup? failed;
    private readonly PointGroup? transactions;

    public RequestCollector(string path, MetricNeeds needs)
    {
        points = new PointCollector(path, needs);
        latency = Find(ToolMetrics.Latency, MetricKind.Trend);
        transactions = Find("transaction", MetricKind.Trend);
        requests = Find(ToolMetrics.Requests, MetricKind.Counter);
        failed = Find(ToolMetrics.Failed, MetricKind.Rate);
    }

    /// <summary>Begins a request; its tags follow, and then <see cref="Add"/>.</summary>
    public void Begin()
    {
        latency?.BeginTags();
        transactions?.BeginTags();
        requests?.BeginTags();
        failed?.BeginTags();
    }

    public void Tag(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        latency?.Tag(key, value);
        transactions?.Tag(key, value);
        requests?.Tag(key, value);
        failed?.Tag(key, value);
    }

    public void Tag(ReadOnlySpan<byte> key, string? value)
    {
        if (value is not null)
        {
            Tag(key, Encoding.UTF8.GetBytes(value));
        }
    }

    /// <param name="milliseconds">How long it took.</param>
    /// <param name="isFailed">Whether it failed.</param>
    /// <param name="ticks">When it began.</param>
    /// <param name="line">Where it stands.</param>
    public void Add(double milliseconds, bool isFailed, long ticks, int line)
    {
        Add(latency, milliseconds, ticks, line);
        Add(requests, 1, ticks, line);
        Add(failed, isFailed ? 1 : 0, ticks, line);
    }

    /// <summary>Several requests that were timed together: they are requests of their own, and counting both would count them twice.</summary>
    public void AddTransaction(double milliseconds, long ticks, int line) => Add(transactions, milliseconds, ticks, line);

    public void Doubt(string reason) => points.Doubt(reason);

    public LoadRun ToRun(string format) => points.ToRun(format);

    private void Add(PointGroup? group, double value, long ticks, int line)
    {
        if (group is not null)
        {
            points.Add(group, value, ticks, line);
        }
    }

    private PointGroup? Find(string metric, MetricKind kind)
    {
        var group = points.Find(Encoding.UTF8.GetBytes(metric));
        if (group is not null)
        {
            (group.Kind, group.IsTime) = (kind, kind == MetricKind.Trend);
        }

        return group;
    }
}
