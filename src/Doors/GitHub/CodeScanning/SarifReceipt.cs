namespace Gates.Doors.GitHub.CodeScanning;

/// <summary>GitHub has the file and will read it.</summary>
/// <param name="Id">Of the upload.</param>
internal sealed record SarifReceipt(string? Id = null);
