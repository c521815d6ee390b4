using System.Text.Json.Serialization;
using Gates.BuiltIn.DlpScan.History;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.DlpScan;

/// <summary>What a workflow author can set for <c>dlp-scan</c>.</summary>
internal sealed class DlpScanOptions
{
    [Option("Only files that match one of these globs.", Glob = true)]
    public IReadOnlyList<string> Paths { get; set; } = ["**"];

    [Option("Files to leave out.", Glob = true)]
    public IReadOnlyList<string> Exclude { get; set; } = [];

    [Option(
        "`tree` looks at whole files; `diff` only at lines that were added or changed since the base, with the lines around them as context.",
        OneOf = ["tree", "diff"])]
    public string Scope { get; set; } = "tree";

    [Option(
        "`pull-request` looks also at every commit since the base, since what one of them adds and a later one deletes has leaked all the same; "
            + "`full` at every commit there is; `off` at none.",
        OneOf = ["off", "pull-request", "full"])]
    public string History { get; set; } = HistoryMode.PullRequest;

    [Option(
        "Severities by rule or category (provider-secret, private-key, generic-secret, personal-data): error, warning, note or off. A rule beats its category.",
        OneOf = ["error", "warning", "note", "off"])]
    public IReadOnlyDictionary<string, string> Rules { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Option("Also looks into what files wrap: base64, escapes, archives, documents. Without it an archive is binary data.")]
    public bool Decode { get; set; } = true;

    [Option("Findings that are known and accepted, each by rule, path glob or identity; what an entry does not name, it does not restrict.")]
    public IReadOnlyList<DlpAllow> Allow { get; set; } = [];
}

/// <summary>What the JSON source generator knows of the options.</summary>
[JsonSerializable(typeof(DlpScanOptions), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class DlpScanOptionsJson : JsonSerializerContext;
