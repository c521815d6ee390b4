using Gates.Attestation.Keys;

namespace Gates.Runner.Commands.Keys;

/// <param name="Entry">What the keyring says of it.</param>
/// <param name="File">Where its private half is, as the user was told.</param>
internal sealed record NewKey(KeyringEntry Entry, string File);
