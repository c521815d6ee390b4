using System.Security.Cryptography;
using System.Text;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Sigstore;

/// <summary>
/// What a signature log recorded: whose signature over what. An entry counts only for the very signature, key and content of the bundle, else one could be
/// borrowed.
/// </summary>
internal static class EntryBody
{
    /// <param name="entry">The entry.</param>
    /// <param name="bundle">Whose entry it must be.</param>
    /// <param name="verifier">The certificate's DER, or the key's SubjectPublicKeyInfo.</param>
    /// <param name="key">The key itself.</param>
    /// <param name="artifact">The signed file, where the bundle signs one directly.</param>
    /// <exception cref="SigstoreRefusal">It is about something else.</exception>
    public static void Demand(TransparencyEntry entry, ForeignBundle bundle, byte[] verifier, SigstoreKey key, SignedArtifact? artifact)
    {
        try
        {
            var body = EvidenceJson.Parse(entry.Body, "the log's entry");
            var (kind, version) = (body.Text("kind"), body.Text("apiVersion"));
            if (kind != entry.Kind || version != entry.Version)
            {
                throw Refuse($"is called {entry.Kind} {entry.Version}, and is {kind} {version}");
            }

            var spec = body.Object("spec");
            var recorded = (kind, version) switch
            {
                ("hashedrekord", "0.0.1") => HashedRekord(spec),
                ("hashedrekord", "0.0.2") => HashedRekordOfTiles(spec.Object("hashedRekordV002")),
                ("dsse", "0.0.1") => Dsse(spec),
                ("dsse", "0.0.2") => DsseOfTiles(spec.Object("dsseV002")),
                ("intoto", "0.0.2") => InToto(spec.Object("content"), bundle),
                _ => throw Refuse($"is of the kind {kind} {version}, which is not known; hashedrekord, dsse and intoto are"),
            };
            Compare(recorded, bundle, verifier, key, artifact);
        }
        catch (EvidenceFormatException e)
        {
            throw new SigstoreRefusal(VerificationStep.Entry, e.Message, e);
        }
    }

    private static void Compare(Recorded recorded, ForeignBundle bundle, byte[] verifier, SigstoreKey key, SignedArtifact? artifact)
    {
        if (!recorded.Signature.AsSpan().SequenceEqual(bundle.Signature))
        {
            throw Refuse("records another signature");
        }

        if (!recorded.Verifier.AsSpan().SequenceEqual(verifier) && !(bundle.Certificate is null && recorded.Verifier.AsSpan().SequenceEqual(key.Info)))
        {
            throw Refuse("records another certificate or key");
        }

        var signed = (bundle.Envelope, recorded.IsOfPayload) switch
        {
            ({ } envelope, true) => CryptographicOperations.HashData(recorded.Hash, envelope.Payload.Span),
            ({ } envelope, false) => CryptographicOperations.HashData(recorded.Hash, PreAuthEncoding.Of(envelope.PayloadType, envelope.Payload.Span)),
            (null, true) => throw Refuse("records an envelope, and the bundle signs a file"),
            (null, false) => artifact?.Digest(recorded.Hash),
        };
        if (signed is null)
        {
            throw Refuse($"names the file by {recorded.Hash}, and only another digest of it is known: give the file itself");
        }

        if (!signed.AsSpan().SequenceEqual(recorded.Digest))
        {
            throw Refuse("records other content");
        }
    }

    private static Recorded HashedRekord(EvidenceJson spec)
    {
        var (hash, signature) = (spec.Object("data").Object("hash"), spec.Object("signature"));
        var verifier = FromPem(signature.Object("publicKey").Bytes("content"));
        return new Recorded(signature.Bytes("content"), verifier, HashOf(hash.Text("algorithm")), Hex(hash, "value"), false);
    }

    private static Recorded Dsse(EvidenceJson spec)
    {
        var (hash, signature) = (spec.Object("payloadHash"), Only(spec));
        return new Recorded(signature.Bytes("signature"), FromPem(signature.Bytes("verifier")), HashOf(hash.Text("algorithm")), Hex(hash, "value"), true);
    }

    /// <summary>Its signatures are in base64 twice.</summary>
    private static Recorded InToto(EvidenceJson content, ForeignBundle bundle)
    {
        var (envelope, hash) = (content.Object("envelope"), content.Object("payloadHash"));
        var signature = Only(envelope);
        return envelope.Text("payloadType") == bundle.Envelope?.PayloadType
            ? new Recorded(Twice(signature.Bytes("sig")), FromPem(signature.Bytes("publicKey")), HashOf(hash.Text("algorithm")), Hex(hash, "value"), true)
            : throw Refuse("records a payload of another type");
    }

    private static Recorded HashedRekordOfTiles(EvidenceJson spec)
    {
        var (data, signature) = (spec.Object("data"), spec.Object("signature"));
        return new Recorded(signature.Bytes("content"), VerifierOf(signature), HashOf(data.Text("algorithm")), data.Bytes("digest"), false);
    }

    private static Recorded DsseOfTiles(EvidenceJson spec)
    {
        var (hash, signature) = (spec.Object("payloadHash"), Only(spec));
        return new Recorded(signature.Bytes("content"), VerifierOf(signature), HashOf(hash.Text("algorithm")), hash.Bytes("digest"), true);
    }

    private static EvidenceJson Only(EvidenceJson owner) => owner.Array("signatures") is [var only] ? only : throw Refuse("does not record exactly "
        + "one signature");

    private static byte[] VerifierOf(EvidenceJson signature)
    {
        var verifier = signature.Object("verifier");
        return (verifier.OptionalObject("x509Certificate"), verifier.OptionalObject("publicKey")) switch
        {
            ({ } certificate, null) => certificate.Bytes("rawBytes"),
            (null, { } key) => key.Bytes("rawBytes"),
            _ => throw Refuse("does not record exactly one certificate or key"),
        };
    }

    private static byte[] FromPem(byte[] pem)
    {
        var text = Encoding.UTF8.GetString(pem);
        return PemEncoding.TryFind(text, out var fields) && text[fields.Label] is "CERTIFICATE" or "PUBLIC KEY"
            ? Convert.FromBase64String(text[fields.Base64Data])
            : throw Refuse("holds no certificate or key in PEM");
    }

    private static byte[] Twice(byte[] text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(Encoding.UTF8.GetString(text), bytes, out var length)
            ? bytes[..length]
            : throw Refuse("holds a signature that is not base64");
    }

    private static byte[] Hex(EvidenceJson owner, string key)
    {
        try
        {
            return Convert.FromHexString(owner.Text(key));
        }
        catch (FormatException e)
        {
            throw new SigstoreRefusal(VerificationStep.Entry, $"the log's entry: {owner.Name(key)}: not hexadecimal", e);
        }
    }

    private static HashAlgorithmName HashOf(string name) => name switch
    {
        "sha256" or "SHA2_256" => HashAlgorithmName.SHA256,
        "sha384" or "SHA2_384" => HashAlgorithmName.SHA384,
        "sha512" or "SHA2_512" => HashAlgorithmName.SHA512,
        _ => throw Refuse($"names a digest of the kind {name}; SHA-256, SHA-384 and SHA-512 count"),
    };

    private static SigstoreRefusal Refuse(string message) => new(VerificationStep.Entry, $"the log's entry {message}");

    /// <param name="IsOfPayload">Whether the digest is of an envelope's payload, rather than of all that is signed.</param>
    private sealed record Recorded(byte[] Signature, byte[] Verifier, HashAlgorithmName Hash, byte[] Digest, bool IsOfPayload);
}
