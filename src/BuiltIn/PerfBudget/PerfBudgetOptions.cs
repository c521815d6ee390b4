using System.Text.Json.Serialization;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>What a workflow author can set for <c>perf-budget</c>.</summary>
internal sealed class PerfBudgetOptions
{
    [Option(
        "The results of the runs to judge, as globs: of k6 or another tool that the gate's page names, also gzipped. "
        + "Files that git ignores are found too. One file is one run.",
        Required = true)]
    public IReadOnlyList<string> Current { get; set; } = [];

    [Option("The results of the runs to compare with, as globs, or `evidence:TYPE/NAME` for signed files of the evidence branch, such as `evidence:load/checkout-*.json.gz`. On a pull request those that git tracks are read at its base; others should come from where it cannot write: that branch, or an artifact of the main branch.")]
    public IReadOnlyList<string> Baseline { get; set; } = [];

    [Option(
        "Limits relative to the baseline by metric or sub-metric: `p(95) <= baseline * 1.10`, or short `p95: +10%`, as texts or as a map. "
        + "Default, when there is a baseline: p95 of http_req_duration (of latency for other tools) +10 %, and the median of every benchmark's duration.",
        Pairs = true)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Budgets { get; set; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    [Option("Absolute limits by metric or sub-metric in k6's grammar, such as `p(95) < 500`; beside those that the load test declares itself. Times are milliseconds.")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Thresholds { get; set; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    [Option("A file with limits by `service`, by `mode` and `global`, each with its severity.")]
    public string ThresholdsFile { get; set; } = "";

    [Option("The service whose limits in `thresholds-file` apply.")]
    public string Service { get; set; } = "";

    [Option("The mode whose limits in `thresholds-file` apply, such as smoke or stress.")]
    public string Mode { get; set; } = "";

    [Option("Whether the bare ratio decides, however noisy the runs were.")]
    public bool Strict { get; set; }

    [Option("What it means when the data cannot tell whether a budget holds.", OneOf = ["warn", "fail"])]
    public string Inconclusive { get; set; } = "warn";

    [Option("Whether a threshold on something that was never measured is only noted.")]
    public bool AllowNoSamples { get; set; }

    [Option(
        "A slow-down by less than this is not held against a budget, unless the time has doubled. "
        + "Default: 5ms for the default budget of a load test, none for `budgets`.",
        Max = 60)]
    public TimeSpan? Floor { get; set; }

    [Option("An improvement by more than this many per cent is said, because most such runs did not do their work.", Min = 1, Max = 100)]
    public double SuspiciousImprovement { get; set; } = 30;
}

/// <summary>What the JSON source generator knows of the options.</summary>
[JsonSerializable(typeof(PerfBudgetOptions), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class PerfBudgetOptionsJson : JsonSerializerContext;
