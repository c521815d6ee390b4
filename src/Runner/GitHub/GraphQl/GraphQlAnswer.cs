using System.Text.Json.Serialization;

namespace Gates.Runner.GitHub.GraphQl;

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
