namespace Gates.Attestation;

/// <summary>Evidence was offered that does not hold, such as a bundle that no known key signed; nothing was done with it. Exit code 1.</summary>
internal sealed class RefusedEvidenceException(string message, Exception inner) : Exception(message, inner);
