namespace Gates.Runner.GitHub.GitData;

/// <summary>A commit.</summary>
internal sealed record GitCommit(string Sha, GitTreeReference Tree, IReadOnlyList<GitTreeReference> Parents, string Message);
