namespace Gates.Runner.GitHub.GitData;

/// <summary>A blob as GitHub gives it.</summary>
internal sealed record GitBlob(string Sha, string Content, string Encoding);
