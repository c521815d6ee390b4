using System.Text.Json.Serialization;

namespace Gates.Formats.Sarif;

/// <summary>One SARIF file as policies see it.</summary>
internal sealed record SarifLog(string Path, string Version, IReadOnlyList<SarifRun> Runs);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJson : JsonSerializerContext;

/// <summary>One run of one tool.</summary>
/// <param name="Tool">The driver's name.</param>
/// <param name="ToolVersion">Its version, the semantic one where it has both.</param>
/// <param name="Successful">Whether the tool says that it ran to its end; <see langword="null"/> when it does not say.</param>
/// <param name="Errors">What the tool itself reported as errors.</param>
/// <param name="Results">In the file's order.</param>
internal sealed record SarifRun(string Tool, string? ToolVersion, bool? Successful, IReadOnlyList<string> Errors, IReadOnlyList<SarifResult> Results);
