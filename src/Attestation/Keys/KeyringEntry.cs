using Gates.Attestation.Cryptography;

namespace Gates.Attestation.Keys;

/// <summary>A public key, what it may sign, and when.</summary>
/// <param name="ValidFrom">The first moment.</param>
/// <param name="ValidTo">The first moment after.</param>
internal sealed record KeyringEntry(Ed25519PublicKey Key, KeyUse Use, DateTimeOffset ValidFrom, DateTimeOffset ValidTo, KeyRevocation? Revoked = null)
{
    /// <value>The name under which a witness signs; <see langword="null"/> for every other use.</value>
    public string? Name { get; init; }

    /// <value>What files of the key are called.</value>
    public string Stem => $"{KeyringJson.Name(Use)}-{Key.ShortId}";

    /// <summary>Why the key does not count for a use at a time; <see langword="null"/> where it does.</summary>
    public string? Refusal(KeyUse use, DateTimeOffset at)
    {
        var time = EvidenceTime.Write(at);
        return Use != use ? $"the key {Key} is for {KeyringJson.Name(Use)}, not for {KeyringJson.Name(use)}"
            : Revoked is { } revoked && at >= revoked.At
                ? $"the key {Key} was revoked at {EvidenceTime.Write(revoked.At)} ({revoked.Reason}); the signature is of {time}"
            : at < ValidFrom ? $"the key {Key} is valid from {EvidenceTime.Write(ValidFrom)}; the signature is of {time}"
            : at >= ValidTo ? $"the key {Key} was valid until {EvidenceTime.Write(ValidTo)}; the signature is of {time}"
            : null;
    }
}

/// <param name="At">From when on signatures of the key count for nothing.</param>
/// <param name="Reason">For people.</param>
internal sealed record KeyRevocation(DateTimeOffset At, string Reason);
