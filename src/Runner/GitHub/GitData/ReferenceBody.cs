namespace Gates.Runner.GitHub.GitData;

/// <summary>What is sent.</summary>
internal sealed record ReferenceBody(string? Ref, string Sha, bool? Force = null);
