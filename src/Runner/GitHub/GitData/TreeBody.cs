namespace Gates.Runner.GitHub.GitData;

/// <summary>What is sent.</summary>
internal sealed record TreeBody(string? BaseTree, IReadOnlyList<GitTreeEntry> Tree);
