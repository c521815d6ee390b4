namespace Gates.Attestation.Envelopes;

/// <param name="KeyId">A hint at the key, unauthenticated: it must not decide trust.</param>
/// <param name="Bytes">The signature.</param>
internal sealed record DsseSignature(string? KeyId, ReadOnlyMemory<byte> Bytes);
