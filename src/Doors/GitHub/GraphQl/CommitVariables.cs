using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.GraphQl;

/// <summary>The variables of <c>createCommitOnBranch</c>.</summary>
internal sealed record CommitVariables(CommitVariables.CommitInput Input)
{
    internal sealed record CommitInput(
        Branch Branch,
        Message Message,
        [property: JsonPropertyName("expectedHeadOid")] string ExpectedHeadOid,
        [property: JsonPropertyName("fileChanges")] Changes Changes);

    internal sealed record Branch(
        [property: JsonPropertyName("repositoryNameWithOwner")] string Repository,
        [property: JsonPropertyName("branchName")] string Name);

    internal sealed record Message(string Headline, string? Body);

    internal sealed record Changes(IReadOnlyList<Addition> Additions, IReadOnlyList<Deletion> Deletions);

    internal sealed record Addition(string Path, string Contents);

    internal sealed record Deletion(string Path);
}
