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

    [Option("Ratio: `bad`, `good` and `total` are selectors without a range, whose raw samples are read: what pods counted before their first scrape is seen.")]
    public bool Raw { get; set; }

    [Option("Quantile: the histogram's name without _bucket; a native one is its own.")]
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

    [Option("The name of the server under `servers` that is asked. Default: the one under `prometheus`.")]
    public string Server { get; set; } = "";

    [Option("The most that is allowed: a share such as 0.01 or 1%, a number, or for a quantile a time such as 500ms.")]
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

    [Option("Beside the limit: whether the canary is worse than the stable version, by a Mann-Whitney test of their points.")]
    public CompareOptions Compare { get; set; } = new();
}

/// <summary>A comparison with the stable version.</summary>
internal sealed class CompareOptions
{
    [Option("What it means when the canary is worse: off does not compare, report warns.", OneOf = ["off", "report", "hold", "rollback"])]
    public string Then { get; set; } = "off";

    [Option("How many times the stable version's mean it must be at least.", Min = 1, Max = 1000)]
    public double By { get; set; } = 1.25;

    [Option("How sure it must be.", Min = 0.8, Max = 0.9999)]
    public double Confidence { get; set; } = 0.99;
}
