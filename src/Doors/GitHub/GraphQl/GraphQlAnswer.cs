using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.GraphQl;

/// <summary>The answer to any of the client's GraphQL requests.</summary>
internal sealed record GraphQlAnswer(GraphQlAnswer.AnswerData? Data = null, IReadOnlyList<GraphQlAnswer.Error>? Errors = null)
{
    internal sealed record AnswerData(
        Viewer? Viewer = null,
        [property: JsonPropertyName("createCommitOnBranch")] CommitResult? CreateCommitOnBranch = null,
        ThreadAnswer.Repository? Repository = null,
        [property: JsonPropertyName("resolveReviewThread")] ThreadAnswer.Resolved? ResolveReviewThread = null);

    internal sealed record Viewer(string Login);

    internal sealed record CommitResult(Commit? Commit);

    internal sealed record Commit(string Oid);

    internal sealed record Error(string? Type = null, string? Message = null);
}

/// <summary>What is sent.</summary>
internal sealed record GraphQlRequest(string Query, CommitVariables? Variables = null);
