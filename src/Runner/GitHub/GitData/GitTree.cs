namespace Gates.Runner.GitHub.GitData;

/// <summary>A tree.</summary>
internal sealed record GitTree(string Sha, IReadOnlyList<GitTreeEntry> Tree, bool Truncated = false);
