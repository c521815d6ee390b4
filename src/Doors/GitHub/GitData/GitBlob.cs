using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.GitData;

/// <summary>A blob as GitHub gives it.</summary>
internal sealed record GitBlob(string Sha, string Content, string Encoding);

/// <summary>How these types look to GitHub. An answer that lacks what a type requires is refused, not filled with nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(GitBlob))]
internal sealed partial class GitBlobJson : JsonSerializerContext;
