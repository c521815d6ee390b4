namespace Gates.Runner.GitHub.GitData;

/// <summary>What is sent.</summary>
internal sealed record BlobBody(string Content, string Encoding);
