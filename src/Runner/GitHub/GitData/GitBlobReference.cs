namespace Gates.Runner.GitHub.GitData;

/// <summary>A blob that was made.</summary>
internal sealed record GitBlobReference(string Sha);
