using System.Security.Cryptography.X509Certificates;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Sigstore;

/// <summary>A Sigstore bundle of any version, whoever made it: a signature over an envelope or a file, and what proves by whom and when it was made.</summary>
internal sealed record ForeignBundle
{
    private const string Prefix = "application/vnd.dev.sigstore.bundle";
    private const int MaxCertificates = 10;
    private const int MaxTimestamps = 16;

    /// <value>The minor version: 1 to 3.</value>
    public required int Version { get; init; }

    /// <value>The certificate of the key that signed; <see langword="null"/> where <see cref="KeyHint"/> names the key.</value>
    public required byte[]? Certificate { get; init; }

    /// <value>Further certificates, which help to find the way to a trusted one.</value>
    public required IReadOnlyList<byte[]> Intermediates { get; init; }

    public required string? KeyHint { get; init; }

    /// <value><see langword="null"/> in a bundle that signs a file directly.</value>
    public required DsseEnvelope? Envelope { get; init; }

    public required byte[] Signature { get; init; }

    /// <value>The digest by which a file is named, with the name of its algorithm; it identifies, and proves nothing.</value>
    public required (string Algorithm, byte[] Digest)? NamedDigest { get; init; }

    public required IReadOnlyList<TransparencyEntry> Entries { get; init; }

    /// <value>Responses of timestamp authorities (RFC 3161).</value>
    public required IReadOnlyList<byte[]> Timestamps { get; init; }

    /// <summary>Whether JSON says of itself that it is a bundle, of whatever version.</summary>
    public static bool IsNamed(string? mediaType) => mediaType?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <exception cref="EvidenceFormatException">Not a bundle as its version has it.</exception>
    public static ForeignBundle Read(ReadOnlyMemory<byte> utf8, string source)
    {
        var root = EvidenceJson.Parse(utf8, source);
        var version = VersionOf(root);
        var material = root.Object("verificationMaterial");
        var (certificate, intermediates, hint) = ReadKey(material, version);
        var (envelope, signature, digest) = ReadContent(root, source);
        var entries = material.List("tlogEntries", TransparencyEntry.MaxEntries).Select(TransparencyEntry.Read).ToList();
        if (version == 1 ? entries.Exists(entry => entry.Promise.Length == 0) : entries.Exists(entry => entry.Proof?.Checkpoint is null))
        {
            throw material.Wrong("tlogEntries", version == 1
                ? "an entry without the inclusion promise that a bundle of v0.1 must have"
                : "an entry without the inclusion proof and checkpoint that a bundle since v0.2 must have");
        }

        return new ForeignBundle
        {
            Version = version,
            Certificate = certificate,
            Intermediates = intermediates,
            KeyHint = hint,
            Envelope = envelope,
            Signature = signature.Length > 0 ? signature : throw new EvidenceFormatException($"{source}: the signature is empty"),
            NamedDigest = digest,
            Entries = entries,
            Timestamps = material.OptionalObject("timestampVerificationData") is { } data
                ? [.. data.List("rfc3161Timestamps", MaxTimestamps).Select(one => one.Bytes("signedTimestamp"))]
                : [],
        };
    }

    private static int VersionOf(EvidenceJson root) => root.Text("mediaType") switch
    {
        Prefix + "+json;version=0.1" or Prefix + ".v0.1+json" => 1,
        Prefix + "+json;version=0.2" or Prefix + ".v0.2+json" => 2,
        Prefix + "+json;version=0.3" or Prefix + ".v0.3+json" => 3,
        var other => throw root.Wrong("mediaType", $"`{other}` is not a Sigstore bundle of v0.1 to v0.3"),
    };

    private static (byte[]? Certificate, IReadOnlyList<byte[]> Intermediates, string? Hint) ReadKey(EvidenceJson material, int version)
    {
        string[] named = [.. ((string[])["publicKey", "x509CertificateChain", "certificate"]).Where(key => material.Has(key))];
        switch (named)
        {
            case ["publicKey"]:
                return (null, [], material.Object("publicKey").OptionalText("hint") ?? "");
            case ["certificate"] when version == 3:
                return (material.Object("certificate").Bytes("rawBytes"), [], null);
            case ["x509CertificateChain"] when version < 3:
                var chain = material.Object("x509CertificateChain").List("certificates", MaxCertificates).Select(one => one.Bytes("rawBytes")).ToList();
                return chain.Count > 0 ? (chain[0], chain[1..], null) : throw material.Wrong("x509CertificateChain", "is empty");
            case [var one]:
                throw material.Wrong(one, version == 3 ? "a bundle of v0.3 has `certificate` instead" : "a bundle before v0.3 has "
                    + "`x509CertificateChain` instead");
            default:
                throw material.Wrong("publicKey", "exactly one of `publicKey`, `certificate` and `x509CertificateChain` is wanted; there is "
                    + $"{(named.Length == 0 ? "none" : string.Join(" and ", named))}");
        }
    }

    private static (DsseEnvelope? Envelope, byte[] Signature, (string, byte[])? Digest) ReadContent(EvidenceJson root, string source)
    {
        if (root.Has("dsseEnvelope") == root.Has("messageSignature"))
        {
            throw root.Wrong("dsseEnvelope", "exactly one of `dsseEnvelope` and `messageSignature` is wanted; there "
                + $"{(root.Has("dsseEnvelope") ? "are both" : "is none")}");
        }

        if (root.Has("dsseEnvelope"))
        {
            var envelope = DsseEnvelope.Read(root.Object("dsseEnvelope").Value, source);
            return envelope.Signatures is [var only]
                ? (envelope, only.Bytes.ToArray(), null)
                : throw new EvidenceFormatException(
                    FormattableString.Invariant($"{source}: dsseEnvelope.signatures has {envelope.Signatures.Count} entries; a bundle has exactly one"));
        }

        var message = root.Object("messageSignature");
        var digest = message.OptionalObject("messageDigest");
        return (null, message.Bytes("signature"), digest is { } named ? (named.OptionalText("algorithm") ?? "", named.OptionalBytes("digest")) : null);
    }

    /// <exception cref="EvidenceFormatException">Not a certificate in DER.</exception>
    public static X509Certificate2 Load(byte[] der, string what)
    {
        try
        {
            // PEM and trailing bytes would be taken as well, and then others would see another certificate.
            var certificate = X509CertificateLoader.LoadCertificate(der);
            // .NET reads the rest when it is asked for, and its complaint would come too late.
            return certificate.RawData.AsSpan().SequenceEqual(der) && certificate.NotBefore <= certificate.NotAfter
                ? certificate
                : throw new EvidenceFormatException($"{what}: is not one certificate in DER");
        }
        catch (System.Security.Cryptography.CryptographicException e)
        {
            throw new EvidenceFormatException($"{what}: a damaged certificate", e);
        }
    }
}
