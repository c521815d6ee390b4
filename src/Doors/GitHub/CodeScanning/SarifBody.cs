using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.CodeScanning;

/// <summary>What is sent.</summary>
internal sealed record SarifBody(string CommitSha, string Ref, string Sarif, string ToolName);

/// <summary>How these types look to GitHub. An answer that lacks what a type requires is refused, not filled with nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SarifBody))]
[JsonSerializable(typeof(SarifReceipt))]
internal sealed partial class CodeScanningJson : JsonSerializerContext;

/// <summary>GitHub has the file and will read it.</summary>
/// <param name="Id">Of the upload.</param>
internal sealed record SarifReceipt(string? Id = null);
