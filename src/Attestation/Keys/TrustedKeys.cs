using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Log;

namespace Gates.Attestation.Keys;

/// <summary>The keys that a verifier believes, given to it from outside of what it verifies.</summary>
internal sealed class TrustedKeys
{
    private readonly IReadOnlyList<IPublicKey> plain;

    private TrustedKeys(Keyring keyring, IReadOnlyList<IPublicKey> plain, string source)
    {
        Keyring = keyring;
        this.plain = plain;
        Source = source;
        Witnesses = TrustedWitness.Of(keyring);
    }

    /// <summary>No key at all: for evidence that is signed keyless.</summary>
    public static TrustedKeys None { get; } = new(Keyring.Empty, [], "no keys");

    /// <value>How to name where the keys are from.</value>
    public string Source { get; }

    /// <value>The keys that know their uses and times; empty where trust is in bare public keys.</value>
    public Keyring Keyring { get; }

    /// <value>Who may say that they saw a log: the keyring's, and those that the verifier names.</value>
    public IReadOnlyList<TrustedWitness> Witnesses { get; private init; } = [];

    /// <value>How many of them must have seen everything that is logged; 0 asks for none.</value>
    public int WantedWitnesses { get; private init; }

    /// <value>All keys, whatever their use.</value>
    public IEnumerable<IPublicKey> All => Keyring.Keys.Select(entry => (IPublicKey)entry.Key).Concat(plain);

    /// <summary>A keyring of ours, or PEM public keys, which count for every use and time.</summary>
    /// <exception cref="EvidenceFormatException">Neither.</exception>
    public static TrustedKeys Read(ReadOnlyMemory<byte> content, string source) => content.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8)
        ? new TrustedKeys(KeyringJson.Read(content, source), [], source)
        : new TrustedKeys(Keyring.Empty, KeyPem.ReadPublic(System.Text.Encoding.UTF8.GetString(content.Span), source), source);

    /// <summary>The same keys with further witnesses.</summary>
    /// <param name="further">Beside those of the keyring.</param>
    /// <param name="wanted">How many must have seen everything.</param>
    public TrustedKeys With(IReadOnlyList<TrustedWitness> further, int wanted) => new(Keyring, plain, Source)
    {
        Witnesses = [.. Witnesses, .. further.Where(one => !Witnesses.Any(known => known.Verifier.Text == one.Verifier.Text))],
        WantedWitnesses = wanted,
    };

    /// <summary>The keys that may have made a signature for a use at a time.</summary>
    public IEnumerable<IPublicKey> For(KeyUse use, DateTimeOffset at) =>
        Keyring.Keys.Where(entry => entry.Refusal(use, at) is null).Select(entry => (IPublicKey)entry.Key).Concat(plain);

    /// <summary>
    /// Why nobody who trusts this keyring would believe what a key signs; <see langword="null"/> where they would, or where there is no keyring.
    /// </summary>
    public string? Refuse(string keyId, KeyUse use, DateTimeOffset now) =>
        Keyring.Keys.Count == 0 ? null
        : Keyring.Find(keyId) is { } entry ? entry.Refusal(use, now)
        : $"the key {keyId} is not in {Source}";

    /// <summary>The keys that may sign checkpoints, also those of years past; what a revoked one signs counts no more.</summary>
    private IEnumerable<Ed25519PublicKey> ForLogs() =>
        Keyring.Keys.Where(entry => entry is { Use: KeyUse.Log, Revoked: null }).Select(entry => entry.Key).Concat(plain.OfType<Ed25519PublicKey>());

    /// <summary>The log keys that may have signed a note, under the name that it claims; a key id binds both.</summary>
    /// <exception cref="LogException">It is not a checkpoint, not of anything that can be a log, or signed by a log key that was revoked.</exception>
    public IReadOnlyList<NoteVerifier> ForLog(SignedNote note, string place)
    {
        var origin = Checkpoint.Parse(note.Text, place).Origin;
        if (!NoteVerifier.IsName(origin))
        {
            throw new LogException(LogFault.WrongOrigin, $"{place}: \"{origin}\" cannot be the name of a log");
        }

        IReadOnlyList<NoteVerifier> verifiers = [.. ForLogs().Select(key => new NoteVerifier(origin, key))];
        if (!note.Signatures.Any(signature => verifiers.Any(known => known.KeyId == signature.KeyId))
            && RevokedSigner(note, origin) is { Revoked: { } revoked } entry)
        {
            throw new LogException(
                LogFault.ForgedCheckpoint,
                $"{place}: signed by the log key {entry.Key}, which was revoked at {EvidenceTime.Write(revoked.At)} ({revoked.Reason}): "
                + "no checkpoint and no proof of it counts any more; proofs must be made again under a key that does");
        }

        return verifiers;
    }

    private KeyringEntry? RevokedSigner(SignedNote note, string origin) =>
        Keyring.Keys.FirstOrDefault(entry =>
            entry is { Use: KeyUse.Log, Revoked: not null }
                && new NoteVerifier(origin, entry.Key).KeyId is var id
                && note.Signatures.Any(signature => signature.KeyId == id));

    /// <summary>Whether a trusted key signed the envelope, and may have at that time.</summary>
    /// <param name="at">When the signature is known to have been there; not what its maker says.</param>
    public SignatureVerdict Check(DsseEnvelope envelope, KeyUse use, DateTimeOffset at)
    {
        // The named key first: a hint saves work, and decides nothing.
        var hints = envelope.Signatures.Select(signature => signature.KeyId).ToList();
        if (For(use, at).OrderByDescending(key => hints.Contains(key.KeyId)).FirstOrDefault(envelope.IsSignedBy) is { } signer)
        {
            return new SignatureVerdict(signer, null);
        }

        if (Keyring.Keys.FirstOrDefault(entry => envelope.IsSignedBy(entry.Key)) is { } known)
        {
            return new SignatureVerdict(null, known.Refusal(use, at))
            {
                IsTooLate = known.Use == use && at >= known.ValidFrom,
                IsRevoked = known.Revoked is { } revoked && at >= revoked.At,
            };
        }

        var named = hints.Find(id => id is { Length: > 0 });
        return new SignatureVerdict(null, All.Any(key => key.KeyId == named)
            ? $"the signature does not match the content: one of them was changed after the key {named} signed"
            : $"not signed by a key of {Source}{(named is null ? "" : $"; it names the key {named}")}");
    }
}

/// <param name="Signer">The trusted key that signed; <see langword="null"/> when the signature does not count.</param>
/// <param name="Problem">Why it does not.</param>
internal sealed record SignatureVerdict(IPublicKey? Signer, string? Problem)
{
    /// <value>Whether a key signed that counted for this use once, and no longer did at the time that was asked about.</value>
    public bool IsTooLate { get; init; }

    /// <value>Whether the key that signed had been revoked by then.</value>
    public bool IsRevoked { get; init; }
}
