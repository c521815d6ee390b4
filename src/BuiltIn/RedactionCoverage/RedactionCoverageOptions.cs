using System.Text.Json.Serialization;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.RedactionCoverage;

/// <summary>What a workflow author can set for <c>redaction-coverage</c>.</summary>
internal sealed class RedactionCoverageOptions
{
    [Option(
        "The samples as they were before the redactor, as globs: logs, traces, exports with made-up people and secrets. Files that git ignores are found too.",
        Required = true)]
    public IReadOnlyList<string> Before { get; set; } = [];

    [Option("Where the redactor's output for a sample stands: {path} is the sample's path, {name} its file name.")]
    public string After { get; set; } = "redacted/{path}";

    [Option("The samples whose share decides, as globs; leaks in others are notes.", Glob = true)]
    public IReadOnlyList<string> Critical { get; set; } = ["**"];

    [Option("The rules of dlp-scan whose values count; all when empty.")]
    public IReadOnlyList<string> Rules { get; set; } = [];

    [Option("The least share of a rule's values that must be gone from the critical samples, in per cent.", Min = 1, Max = 100)]
    public double AtLeast { get; set; } = 95;
}

/// <summary>What the JSON source generator knows of the options.</summary>
[JsonSerializable(typeof(RedactionCoverageOptions), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class RedactionCoverageOptionsJson : JsonSerializerContext;
