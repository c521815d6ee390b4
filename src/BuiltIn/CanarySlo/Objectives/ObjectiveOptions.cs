using Gates.Formats.Settings;

namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>One objective: a ratio, a quantile of a histogram, a counter's increase per minute, or any value.</summary>
internal sealed class ObjectiveOptions
{
    [Option("How reports name it.", Required = true)]
    public string Name { get; set; } = "";

    [Option("Ratio: the rate of what must not happen, as PromQL that gives one series. Absent counts as 0 while `total` has traffic.")]
    public string Bad { get; set; } = "";

    [Option("Ratio: instead of `bad`, the rate of what should happen, with a `min`.")]
    public string Good { get; set; } = "";

    [Option("Ratio: the rate of everything, per second.")]
    public string Total { get; set; } = "";

    [Option("Quantile: the histogram's name without _bucket.")]
    public string Histogram { get; set; } = "";

    [Option("Quantile: which series, such as {track=\"canary\"}.")]
    public string Selector { get; set; } = "";

    [Option("Quantile: which one, such as 0.95.", Min = 0.01, Max = 0.9999)]
    public double? Quantile { get; set; }

    [Option("Counter: a selector without a range, whose increase in each minute is limited by `per-minute`. Needs `requests`.")]
    public string Counter { get; set; } = "";

    [Option("Counter: the limit for all traffic; a stage gets its share by weight.", Min = 0)]
    public double? PerMinute { get; set; }

    [Option("Value: any PromQL that gives one series.")]
    public string Query { get; set; } = "";

    [Option("The most that is allowed: a share such as 0.01, a number, or for a quantile a time such as 500ms.")]
    public object? Max { get; set; }

    [Option("The least that is allowed.")]
    public object? Min { get; set; }

    [Option("The same as `bad` (or `good`) for the stable version; what the stable version has too is not held against the canary.")]
    public string StableBad { get; set; } = "";

    [Option("The same as `total` for the stable version.")]
    public string StableTotal { get; set; } = "";

    [Option("The same as `selector` for the stable version.")]
    public string StableSelector { get; set; } = "";

    [Option("The same as `query` for the stable version.")]
    public string StableQuery { get; set; } = "";
}
