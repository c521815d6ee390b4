using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.Releases;

/// <summary>A release.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="TagName">Its tag.</param>
/// <param name="Name">Its title.</param>
/// <param name="Draft">Whether only those with write access see it; only a draft's assets are ever replaced.</param>
/// <param name="Prerelease">Whether it is not meant for everybody.</param>
/// <param name="HtmlUrl">Its page.</param>
/// <param name="UploadUrl">Where assets go, as a URI template.</param>
/// <param name="Immutable">Whether nothing of it can be changed once it is published.</param>
internal sealed record Release(long Id, string TagName, string? Name, bool Draft, bool Prerelease, string HtmlUrl, string UploadUrl, bool Immutable = false);

/// <summary>How these types look to GitHub. An answer that lacks what a type requires is refused, not filled with nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Release>))]
[JsonSerializable(typeof(IReadOnlyList<ReleaseAsset>))]
[JsonSerializable(typeof(ReleaseBody))]
internal sealed partial class ReleaseJson : JsonSerializerContext;
