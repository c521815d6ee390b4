namespace Gates.Attestation.Log;

/// <summary>One signature line of a note.</summary>
/// <param name="Name">The signer's name: for a log, its origin.</param>
/// <param name="KeyId">Tells a signer's keys apart; not a secure hash.</param>
/// <param name="Bytes">The signature itself.</param>
internal sealed record NoteSignature(string Name, uint KeyId, byte[] Bytes);
