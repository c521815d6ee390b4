namespace Gates.Runner.GitHub.GitData;

/// <summary>What a ref points to.</summary>
internal sealed record GitObject(string Sha, string Type);
