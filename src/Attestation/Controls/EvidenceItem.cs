namespace Gates.Attestation.Controls;

/// <summary>One file of evidence.</summary>
/// <param name="Path">Below the evidence folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its digest, lower-case hexadecimal.</param>
internal sealed record EvidenceItem(string Path, long Bytes, string Sha256);
