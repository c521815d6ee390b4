using System.Text.Json.Serialization;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Doors.Prometheus;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.CanarySlo;

/// <summary>What a workflow author can set for <c>canary-slo</c>.</summary>
internal sealed class CanarySloOptions
{
    [Option("The Prometheus to ask.", Required = true)]
    public PrometheusOptions Prometheus { get; set; } = new();

    [Option("Further servers, which objectives name with `server`.")]
    public IReadOnlyList<ServerOptions> Servers { get; set; } = [];

    [Option("The steps of the rollout, in order.")]
    public IReadOnlyList<StageOptions> Stages { get; set; } =
    [
        new() { Weight = 5, For = TimeSpan.FromMinutes(15) },
        new() { Weight = 25, For = TimeSpan.FromMinutes(15) },
        new() { Weight = 50, For = TimeSpan.FromMinutes(15) },
        new() { Weight = 100, For = TimeSpan.FromMinutes(15) },
    ];

    [Option("Replay: the time of a rollout that has been. Without it the gate watches from now on, for as long as the stages last.")]
    public WindowOptions Window { get; set; } = new();

    [Option("An objective is broken when it was beyond its limit, without a pause, for longer than this. No data for longer than this holds.", Max = 86400)]
    public TimeSpan Breach { get; set; } = TimeSpan.FromMinutes(5);

    [Option(
        "What it means when a stage as a whole was beyond an objective's limit, in bursts each shorter than `breach`: rollback, or hold.",
        OneOf = ["rollback", "hold"])]
    public string StageShare { get; set; } = "rollback";

    [Option("An objective is also broken when it was beyond its limit at so many of so many points in a row: 12 of 20. Empty: no such rule.")]
    public string BreachPoints { get; set; } = "";

    [Option("An objective that counts requests is also broken when it burns fast.")]
    public FastBurnOptions FastBurn { get; set; } = new();

    [Option("How far apart the points are at which objectives are looked at.", Min = 1, Max = 300)]
    public TimeSpan Step { get; set; } = TimeSpan.FromSeconds(15);

    [Option("The range of rates that the gate writes itself, for histograms. At least four scrapes; longer ones smear short bursts.", Min = 1, Max = 3600)]
    public TimeSpan RateWindow { get; set; } = TimeSpan.FromMinutes(1);

    [Option("The least number of requests in a stage, for each objective that counts them; fewer hold.", Min = 1)]
    public int MinRequests { get; set; } = 100;

    [Option("The canary's request rate per second, as PromQL; tells a `counter` that is absent from one that is 0.")]
    public string Requests { get; set; } = "";

    [Option("Whether the canary is being scraped, as PromQL: `min(up{track=\"canary\"})`. Points below 1 or absent are no data.")]
    public string Up { get; set; } = "";

    [Option("What the objectives say.")]
    public IReadOnlyList<ObjectiveOptions> Objectives { get; set; } = [];

    [Option("A file with limits by `service`, by `mode` and `global`, each with its severity: `value < 0.01` under an objective's name. Times are milliseconds.")]
    public string ThresholdsFile { get; set; } = "";

    [Option("The service whose limits in `thresholds-file` apply.")]
    public string Service { get; set; } = "";

    [Option("The mode whose limits in `thresholds-file` apply, such as canary.")]
    public string Mode { get; set; } = "";

    [Option("Objectives that are shipped, beside your own.", OneOf = ["none", "api-service"])]
    public string Preset { get; set; } = "none";

    [Option("Preset: the canary's series, as label matchers without braces: track=\"canary\".")]
    public string Selector { get; set; } = "";

    [Option("Preset: the stable version's series.")]
    public string StableSelector { get; set; } = "";

    [Option("Preset: the service's series, canary or not, for the error budget.")]
    public string ServiceSelector { get; set; } = "";

    [Option("Preset: what its metrics are called here, by the preset's own names: requests, duration, code, cache-hits, cache-requests.")]
    public IReadOnlyDictionary<string, string> Names { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Option("The error budget, reported with burn rates over several windows.")]
    public BudgetOptions Budget { get; set; } = new();

    [Option("Whether a budget that burns fast is only reported, or rolls the canary back.", OneOf = ["report", "enforce"])]
    public string Burn { get; set; } = "report";

    [Option("What it means when the data cannot tell: fail blocks, warn does not. The decision is hold either way.", OneOf = ["fail", "warn"])]
    public string Hold { get; set; } = "fail";
}

/// <summary>What the JSON source generator knows of the options.</summary>
[JsonSerializable(typeof(CanarySloOptions), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class CanarySloOptionsJson : JsonSerializerContext;

/// <summary>A step of the rollout.</summary>
internal sealed class StageOptions
{
    [Option("The share of all traffic that the canary gets, in per cent.", Min = 0.01, Max = 100, Required = true)]
    public double Weight { get; set; }

    [Option("How long the stage lasts.", Min = 1, Max = 86400, Required = true)]
    public TimeSpan For { get; set; }
}

/// <summary>What burns too fast to wait for `breach`.</summary>
internal sealed class FastBurnOptions
{
    [Option("So many times its limit, by the lower Wilson bound of the share. 0: no such rule.", Min = 0, Max = 1000)]
    public double Times { get; set; }

    [Option("Over this time; and still in the last twelfth of it.", Min = 1, Max = 86400)]
    public TimeSpan Over { get; set; } = TimeSpan.FromMinutes(2);
}

/// <summary>A rollout that has been.</summary>
internal sealed class WindowOptions
{
    [Option("When it began, such as 2026-11-22T12:00:00Z.")]
    public string Start { get; set; } = "";

    [Option("When it ended. The last stage lasts until then.")]
    public string End { get; set; } = "";
}
