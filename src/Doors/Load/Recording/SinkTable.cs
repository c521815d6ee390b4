using Gates.Formats.LoadPlans;
using Gates.Formats.LoadResults;

namespace Gates.Doors.Load.Recording;

/// <summary>All metrics of a run, and the sub-metrics that thresholds are set on.</summary>
internal sealed class SinkTable
{
    private static readonly MetricName Expected = MetricName.Parse("http_req_duration{expected_response:true}");

    private readonly Dictionary<string, List<MetricSink>> sinks = new(StringComparer.Ordinal);

    public SinkTable(LoadPlan plan)
    {
        foreach (var metric in DriverMetrics.All)
        {
            sinks[metric.Name] = [Create(MetricName.Parse(metric.Name), metric)];
        }

        foreach (var name in plan.Thresholds.Select(one => one.Name).Append(Expected).Where(name => name.Tags.Count > 0).Distinct())
        {
            sinks[name.Metric].Add(Create(name, DriverMetrics.Find(name.Metric)!));
        }
    }

    public IEnumerable<MetricSink> All => sinks.Values.SelectMany(list => list);

    public MetricSink Base(string metric) => sinks[metric][0];

    public MetricSink? Find(MetricName name) => sinks.GetValueOrDefault(name.Metric)?.Find(sink => sink.Name.Equals(name));

    /// <summary>Where samples of a metric with these tags go: to the metric, and to each of its sub-metrics whose tags they all have.</summary>
    public MetricSink[] Matching(string metric, IReadOnlyDictionary<string, string> tags) =>
        [.. sinks[metric].Where(sink => sink.Name.Tags.All(tag => tags.GetValueOrDefault(tag.Key) == tag.Value))];

    private static MetricSink Create(MetricName name, DriverMetric metric) => new(name, metric.Kind, metric.Contains == "time");
}
