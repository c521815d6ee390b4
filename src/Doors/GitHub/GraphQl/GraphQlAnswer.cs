using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.GraphQl;

/// <summary>The answer to any of the client's GraphQL requests.</summary>
internal sealed record GraphQlAnswer(GraphQlAnswer.AnswerData? Data = null, IReadOnlyList<GraphQlAnswer.Error>? Errors = null)
{
    internal sealed record AnswerData(
        Viewer? Viewer = null,
        [property: JsonPropertyName("createCommitOnBranch")] CommitResult? CreateCommitOnBranch = null);

    internal sealed record Viewer(string Login);

    internal sealed record CommitResult(Commit? Commit);

    internal sealed record Commit(string Oid);

    internal sealed record Error(string? Type = null, string? Message = null);
}

/// <summary>How these types look to GitHub. An answer that lacks what a type requires is refused, not filled with nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(GraphQlAnswer))]
[JsonSerializable(typeof(GraphQlRequest))]
internal sealed partial class GraphQlJson : JsonSerializerContext;

/// <summary>What is sent.</summary>
internal sealed record GraphQlRequest(string Query, CommitVariables? Variables = null);
