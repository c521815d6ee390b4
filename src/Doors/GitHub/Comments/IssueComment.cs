using System.Text.Json.Serialization;
using Gates.Doors.GitHub.CheckRuns;

namespace Gates.Doors.GitHub.Comments;

/// <summary>A comment in the conversation of an issue or pull request.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="User">Its author; none when the account is gone.</param>
/// <param name="Body">Markdown.</param>
/// <param name="PerformedViaGithubApp">The app that wrote it.</param>
internal sealed record IssueComment(long Id, Account? User, string? Body, CheckApp? PerformedViaGithubApp = null);

/// <summary>How these types look to GitHub. An answer that lacks what a type requires is refused, not filled with nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CommentBody))]
[JsonSerializable(typeof(IReadOnlyList<IssueComment>))]
internal sealed partial class CommentJson : JsonSerializerContext;

/// <summary>What is sent.</summary>
internal sealed record CommentBody(string Body);
