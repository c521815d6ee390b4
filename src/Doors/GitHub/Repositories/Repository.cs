using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.Repositories;

/// <summary>The repository that this job is about.</summary>
/// <param name="Id">Never given to another repository.</param>
/// <param name="FullName">For example <c>acme/web</c>.</param>
/// <param name="DefaultBranch">Without <c>refs/heads/</c>.</param>
/// <param name="Fork">Whether it was made from another.</param>
/// <param name="Private">Whether not everybody can read it.</param>
internal sealed record Repository(long Id, string FullName, string DefaultBranch, bool Fork, bool Private);

/// <summary>How these types look to GitHub. An answer that lacks what a type requires is refused, not filled with nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Collaborator))]
[JsonSerializable(typeof(FileContent))]
[JsonSerializable(typeof(Repository))]
[JsonSerializable(typeof(TeamMembership))]
internal sealed partial class RepositoryJson : JsonSerializerContext;

/// <summary>A file as the contents API gives it.</summary>
/// <param name="Type"><c>file</c>, <c>symlink</c> or <c>submodule</c>.</param>
/// <param name="Sha">Its blob.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Encoding"><c>base64</c>, or <c>none</c> when it is too large to be given here.</param>
/// <param name="Content">Encoded.</param>
internal sealed record FileContent(string Type, string Sha, long Size, string? Encoding = null, string? Content = null);

/// <summary>A user's place in a team.</summary>
/// <param name="State"><c>active</c>, or <c>pending</c> until the invitation is accepted.</param>
internal sealed record TeamMembership(string State);
