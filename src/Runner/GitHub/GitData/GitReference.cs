namespace Gates.Runner.GitHub.GitData;

/// <summary>A ref and what it points to.</summary>
internal sealed record GitReference(string Ref, GitObject Object);
