using System.Security.Cryptography.X509Certificates;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Sigstore;

/// <summary>
/// Whom one instance of Sigstore consists of: authorities that issue certificates, logs of certificates and of signatures, authorities that tell the time.
/// Given to the verifier from outside of what it verifies, and never fetched. What it lists is asked for: a root with certificate logs wants their timestamp
/// in each certificate, one with signature logs wants an entry for each signature.
/// </summary>
internal sealed record TrustedRoot
{
    private const string Prefix = "application/vnd.dev.sigstore.trustedroot";
    private const int MaxInstances = 100;

    /// <value>For messages.</value>
    public required string Source { get; init; }

    public required IReadOnlyList<TrustedAuthority> CertificateAuthorities { get; init; }

    public required IReadOnlyList<TrustedLog> CertificateLogs { get; init; }

    public required IReadOnlyList<TrustedLog> SignatureLogs { get; init; }

    public required IReadOnlyList<TrustedAuthority> TimestampAuthorities { get; init; }

    /// <exception cref="EvidenceFormatException">Not a trusted root.</exception>
    public static TrustedRoot Read(ReadOnlyMemory<byte> utf8, string source)
    {
        var root = EvidenceJson.Parse(utf8, source);
        var mediaType = root.Text("mediaType");
        if (mediaType is not (Prefix + "+json;version=0.1" or Prefix + "+json;version=0.2" or Prefix + ".v0.1+json" or Prefix + ".v0.2+json"))
        {
            throw root.Wrong("mediaType", $"`{mediaType}` is not a trusted root of Sigstore ({Prefix}+json;version=0.1)");
        }

        var read = new TrustedRoot
        {
            Source = source,
            CertificateAuthorities = [.. root.List("certificateAuthorities", MaxInstances).Select(TrustedAuthority.Read)],
            CertificateLogs = [.. root.List("ctlogs", MaxInstances).Select(TrustedLog.Read)],
            SignatureLogs = [.. root.List("tlogs", MaxInstances).Select(TrustedLog.Read)],
            TimestampAuthorities = [.. root.List("timestampAuthorities", MaxInstances).Select(TrustedAuthority.Read)],
        };
        return read.SignatureLogs.Count + read.TimestampAuthorities.Count > 0
            ? read
            : throw new EvidenceFormatException($"{source}: names neither a signature log nor a timestamp authority, so nothing could prove when "
                + "anything was signed");
    }
}

/// <summary>A log whose signatures count.</summary>
/// <param name="Url">Where it is; never asked.</param>
/// <param name="Id">By which entries name it.</param>
/// <param name="Key"><see langword="null"/> for a key of a kind that is not known here: what it signs counts for nothing.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="Validity">When it signed.</param>
internal sealed record TrustedLog(string Url, byte[] Id, SigstoreKey? Key, string? Problem, TimeRange Validity)
{
    /// <value>The name that its checkpoints bear, if it is a log of tiles.</value>
    public string Host => Uri.TryCreate(Url, UriKind.Absolute, out var url) ? url.Host : Url;

    public static TrustedLog Read(EvidenceJson log)
    {
        var key = log.Object("publicKey");
        var (details, bytes) = (key.OptionalText("keyDetails"), key.Bytes("rawBytes"));
        var id = log.OptionalObject("logId")?.OptionalBytes("keyId") ?? [];
        var validity = TimeRange.Of(key);
        try
        {
            var read = details is null ? SigstoreKey.From(bytes) : SigstoreKey.From(details, bytes);
            return new TrustedLog(log.OptionalText("baseUrl") ?? "", id.Length > 0 ? id : read.Fingerprint, read, null, validity);
        }
        catch (EvidenceFormatException e)
        {
            return new TrustedLog(log.OptionalText("baseUrl") ?? "", id, null, e.Message, validity);
        }
    }
}

/// <summary>An authority whose certificates count.</summary>
/// <param name="Name">Its address, or its root's subject.</param>
/// <param name="Root">Where every chain must end; signed by itself.</param>
/// <param name="Chain">What is below the root.</param>
/// <param name="Validity">When it issued.</param>
internal sealed record TrustedAuthority(string Name, X509Certificate2 Root, IReadOnlyList<X509Certificate2> Chain, TimeRange Validity)
{
    private const int MaxCertificates = 10;

    /// <value>The one certificate that signs timestamps, where the root names it.</value>
    public X509Certificate2? Signer => Chain is [var first, ..] && !IsAuthority(first) ? first : null;

    public static TrustedAuthority Read(EvidenceJson authority)
    {
        var chain = authority.Object("certChain").List("certificates", MaxCertificates)
            .Select(one => ForeignBundle.Load(one.Bytes("rawBytes"), one.Name("rawBytes")))
            .ToList();
        return chain is not [.., var root]
            ? throw authority.Wrong("certChain.certificates", "is empty")
            : !root.SubjectName.RawData.AsSpan().SequenceEqual(root.IssuerName.RawData)
                ? throw authority.Wrong("certChain.certificates", $"the last, {root.Subject}, is not signed by itself; a chain ends with its root")
                : new TrustedAuthority(authority.OptionalText("uri") is { Length: > 0 } uri ? uri : root.Subject, root, chain[..^1], TimeRange.Of(authority));
    }

    public static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault()?.CertificateAuthority == true;
}
