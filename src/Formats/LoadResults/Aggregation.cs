using System.Globalization;

namespace Gates.Formats.LoadResults;

/// <summary>An aggregation as thresholds name it: <c>avg</c>, <c>count</c>, <c>p(99.9)</c>.</summary>
/// <param name="Method">What is computed.</param>
/// <param name="Percent">Of a percentile, 0 to 100; otherwise 0.</param>
internal readonly record struct Aggregation(AggregationMethod Method, double Percent = 0)
{
    /// <value>What can be written.</value>
    public const string Known = "avg, min, med, max, p(95) and the like, count, rate, value";

    private static readonly Dictionary<string, AggregationMethod> Words = Enum.GetValues<AggregationMethod>()
        .Where(method => method != AggregationMethod.Percentile)
        .ToDictionary(method => method.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <value>The percentile as a share, 0 to 1; <see langword="null"/> when this is no percentile and not the median.</value>
    public double? Share => Method switch
    {
        AggregationMethod.Percentile => Percent / 100,
        AggregationMethod.Med => 0.5,
        _ => null,
    };

    /// <summary>Whether metrics of this kind have it; k6 ends with an error before the run otherwise.</summary>
    public bool Fits(MetricKind kind) => kind switch
    {
        MetricKind.Counter => Method is AggregationMethod.Count or AggregationMethod.Rate,
        MetricKind.Gauge => Method == AggregationMethod.Value,
        MetricKind.Rate => Method == AggregationMethod.Rate,
        _ => Method is not (AggregationMethod.Count or AggregationMethod.Rate or AggregationMethod.Value),
    };

    /// <summary>The kind that alone has it; <see langword="null"/> for <c>rate</c>, which two kinds have.</summary>
    public MetricKind? OnlyKind => Method switch
    {
        AggregationMethod.Rate => null,
        AggregationMethod.Count => MetricKind.Counter,
        AggregationMethod.Value => MetricKind.Gauge,
        _ => MetricKind.Trend,
    };

    /// <summary>Reads k6's words. A bare <c>p</c> is p(0), as it is for k6.</summary>
    public static bool TryParse(string text, out Aggregation aggregation)
    {
        aggregation = default;
        if (Words.TryGetValue(text, out var method))
        {
            aggregation = new Aggregation(method);
            return true;
        }

        if (text == "p")
        {
            aggregation = new Aggregation(AggregationMethod.Percentile);
            return true;
        }

        return text.StartsWith("p(", StringComparison.Ordinal) && text.EndsWith(')') && TryPercentile(text[2..^1], out aggregation);
    }

    /// <summary>Reads a key of a summary, where newer k6 writes <c>p95</c>.</summary>
    public static bool TryParseKey(string key, out Aggregation aggregation) =>
        TryParse(key, out aggregation) || (key.StartsWith('p') && TryPercentile(key[1..], out aggregation));

    public override string ToString() =>
        Method == AggregationMethod.Percentile ? "p(" + Percent.ToString("R", CultureInfo.InvariantCulture) + ")" : Method.ToString().ToLowerInvariant();

    private static bool TryPercentile(string text, out Aggregation aggregation)
    {
        var valid = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100;
        aggregation = valid ? new Aggregation(AggregationMethod.Percentile, percent) : default;
        return valid;
    }
}
