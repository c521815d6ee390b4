namespace Gates.Runner.GitHub.CodeScanning;

/// <summary>What is sent.</summary>
internal sealed record SarifBody(string CommitSha, string Ref, string Sarif, string ToolName);
