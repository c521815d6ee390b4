using System.Globalization;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>Finds out which bounds the buckets of a histogram have.</summary>
internal sealed class BucketBounds(PrometheusClient client, Timeline timeline)
{
    /// <summary>The bounds as they are written in the label <c>le</c>; none when there is no such series yet.</summary>
    /// <exception cref="EvaluationException">It is a native histogram, which has no buckets to decide by.</exception>
    public async Task<IReadOnlyList<string>> ReadAsync(Objective objective, long until, CancellationToken cancellationToken)
    {
        var end = Math.Min(until, timeline.End);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(end);
        var range = string.Create(CultureInfo.InvariantCulture, $"{((end - timeline.Start) / 1000) + 300}s");
        var name = objective.Options.Histogram;
        var series = await client.QueryAsync($"count by (le) (count_over_time({name}_bucket{objective.Options.Selector}[{range}]))", at, cancellationToken);
        var bounds = series.Select(one => one.Labels.GetValueOrDefault("le", "")).Where(bound => bound.Length > 0).ToList();
        if (bounds.Count == 0 && (await client.QueryAsync($"count({name}{objective.Options.Selector})", at, cancellationToken)).Count > 0)
        {
            throw new EvaluationException($"objective \"{objective.Name}\": {name} has no series {name}_bucket but is there itself, so it is a native histogram or none at all; use `query` with histogram_quantile(…)");
        }

        return bounds;
    }
}
