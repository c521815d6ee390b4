using System.Globalization;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>Finds out which bounds the buckets of a histogram have.</summary>
internal sealed class BucketBounds(PrometheusClient client, Timeline timeline)
{
    /// <summary>
    /// The bounds as they are written in the label <c>le</c>; none when there is no such series yet, and <see langword="null"/> for a native histogram, whose
    /// buckets are no series.
    /// </summary>
    /// <exception cref="EvaluationException">It is no histogram at all.</exception>
    public async Task<IReadOnlyList<string>?> ReadAsync(Objective objective, long until, CancellationToken cancellationToken)
    {
        var end = Math.Min(until, timeline.End);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(end);
        var range = string.Create(CultureInfo.InvariantCulture, $"[{((end - timeline.Start) / 1000) + 300}s]");
        var (name, labels) = (objective.Options.Histogram, objective.Options.Selector);
        var buckets = PromText.Selector(name + "_bucket", labels) + range;
        var series = (await client.QueryAsync($"count by (le) (count_over_time({buckets}))", at, cancellationToken)).Series;
        var bounds = series.Select(one => one.Labels.GetValueOrDefault("le", "")).Where(bound => bound.Length > 0).ToList();
        var itself = PromText.Selector(name, labels) + range;
        if (bounds.Count > 0 || (await client.QueryAsync($"count(last_over_time({itself}))", at, cancellationToken)).Series.Count == 0)
        {
            return bounds;
        }

        // A rate, since older servers take the last of native histograms for a number.
        var native = $"count(histogram_count(rate({itself})))";
        return (await client.QueryAsync(native, at, cancellationToken)).Series.Count > 0
            ? null
            : throw new EvaluationException($"objective \"{objective.Name}\": {name} is there and is no histogram, neither one with series {name}_bucket nor a native one; a number is measured with `query`");
    }
}
