namespace Gates.Doors.GitHub.CodeScanning;

/// <summary>What is sent.</summary>
internal sealed record SarifBody(string CommitSha, string Ref, string Sarif, string ToolName);

/// <summary>GitHub has the file and will read it.</summary>
/// <param name="Id">Of the upload.</param>
internal sealed record SarifReceipt(string? Id = null);
