using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Gates.Attestation;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Log;
using Gates.Attestation.Sigstore;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>An instance of Sigstore of our own: an authority, a certificate log, a signature log of either version and a timestamp authority.</summary>
internal sealed class TestInstance : IDisposable
{
    public const string Host = "log.example.com";

    private readonly ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly ECDsa issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestInstance()
    {
        Root = TestCertificates.Root("Test Root", rootKey);
        Issuer = TestCertificates.Authority("Test Issuer", issuerKey, Root, rootKey);
        Stamps = new TestTimestamps(Root, rootKey);
    }

    public static DateTimeOffset Signed { get; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public X509Certificate2 Root { get; }

    public X509Certificate2 Issuer { get; }

    public TestTimestamps Stamps { get; }

    public ECDsa CertificateLog { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public ECDsa OldLog { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Ed25519PrivateKey TileLog { get; } = Ed25519PrivateKey.From(Encoding.ASCII.GetBytes("the log of tiles has this seed.."));

    public byte[] CertificateLogId => SHA256.HashData(CertificateLog.ExportSubjectPublicKeyInfo());

    public byte[] OldLogId => SHA256.HashData(OldLog.ExportSubjectPublicKeyInfo());

    public byte[] TileLogId => SHA256.HashData([.. Encoding.UTF8.GetBytes(Host), (byte)'\n', 1, .. TileLog.PublicKey.Bytes.Span]);

    /// <summary>The trusted root, which a test may change.</summary>
    public JsonObject TrustedRoot() => new()
    {
        ["mediaType"] = "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
        ["tlogs"] = new JsonArray(
            Log("https://rekor.example.com", "PKIX_ECDSA_P256_SHA_256", OldLog.ExportSubjectPublicKeyInfo(), OldLogId),
            Log("https://" + Host, "PKIX_ED25519", TileLog.PublicKey.SubjectPublicKeyInfo.ToArray(), TileLogId)),
        ["certificateAuthorities"] = new JsonArray(Authority("https://fulcio.example.com", Issuer, Root)),
        ["ctlogs"] = new JsonArray(Log("https://ctfe.example.com", "PKIX_ECDSA_P256_SHA_256", CertificateLog.ExportSubjectPublicKeyInfo(), CertificateLogId)),
        ["timestampAuthorities"] = new JsonArray(Authority("https://tsa.example.com", Stamps.Certificate, Root)),
    };

    public TrustedRoots Roots(Action<JsonObject>? change = null)
    {
        var root = TrustedRoot();
        change?.Invoke(root);
        return TrustedRoots.Read(Encoding.UTF8.GetBytes(root.ToJsonString()), "trusted_root.json");
    }

    /// <summary>A certificate for minutes, with the timestamp of the certificate log in it.</summary>
    public X509Certificate2 Certify(CertificateRequest request, DateTimeOffset? from = null, Func<byte[], byte[]>? stamp = null)
    {
        var start = from ?? Signed.AddMinutes(-1);
        var serial = RandomNumberGenerator.GetBytes(12);
        serial[0] &= 0x7f;
        var generator = X509SignatureGenerator.CreateForECDsa(issuerKey);
        using var precertificate = request.Create(Issuer.SubjectName, generator, start, start.AddMinutes(10), serial);
        var body = new AsnReader(precertificate.RawData, AsnEncodingRules.DER).ReadSequence().ReadEncodedValue().ToArray();
        var list = stamp is null ? TestCertificates.Stamp(CertificateLog, CertificateLogId, issuerKey.ExportSubjectPublicKeyInfo(), body, start) : stamp(body);
        if (list.Length > 0)
        {
            request.CertificateExtensions.Add(new X509Extension("1.3.6.1.4.1.11129.2.4.2", list, critical: false));
        }

        return request.Create(Issuer.SubjectName, generator, start, start.AddMinutes(10), serial);
    }

    /// <summary>An entry of Rekor v1, with a promise and a proof.</summary>
    public JsonObject OldEntry(string kind, string version, byte[] body, DateTimeOffset? at = null)
    {
        var seconds = (at ?? Signed).ToUnixTimeSeconds();
        var promise = FormattableString.Invariant(
            $$"""{"body":"{{Convert.ToBase64String(body)}}","integratedTime":{{seconds}},"logID":"{{Convert.ToHexStringLower(OldLogId)}}","logIndex":1007}""");
        var entry = Entry(kind, version, body, OldLogId, 1007);
        entry["integratedTime"] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        entry["inclusionPromise"] = new JsonObject { ["signedEntryTimestamp"] = Text(OldLog.SignData(Encoding.UTF8.GetBytes(promise), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)) };
        entry["inclusionProof"] = Proof(body, 7, "rekor.example.com - 42", text => Line("rekor.example.com", OldLogId[..4], OldLog.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
        return entry;
    }

    /// <summary>An entry of Rekor v2: a proof, and no time.</summary>
    public JsonObject TileEntry(string kind, byte[] body, string origin = Host)
    {
        var entry = Entry(kind, "0.0.2", body, TileLogId, 7);
        entry["inclusionProof"] = Proof(body, 7, origin, text => Line(origin, TileLogId[..4], TileLog.Sign(text)));
        return entry;
    }

    public void Dispose()
    {
        rootKey.Dispose();
        issuerKey.Dispose();
        Root.Dispose();
        Issuer.Dispose();
        Stamps.Dispose();
        CertificateLog.Dispose();
        OldLog.Dispose();
        TileLog.Dispose();
    }

    public static string Text(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes);

    public static JsonObject Authority(string uri, params X509Certificate2[] chain) => new()
    {
        ["subject"] = new JsonObject { ["organization"] = "example.com", ["commonName"] = "example" },
        ["uri"] = uri,
        ["certChain"] = new JsonObject { ["certificates"] = new JsonArray([.. chain.Select(one => new JsonObject { ["rawBytes"] = Text(one.RawData) })]) },
        ["validFor"] = new JsonObject { ["start"] = "2026-01-01T00:00:00.000Z" },
    };

    private static JsonObject Log(string url, string details, byte[] key, byte[] id) => new()
    {
        ["baseUrl"] = url,
        ["hashAlgorithm"] = "SHA2_256",
        ["publicKey"] = new JsonObject { ["rawBytes"] = Text(key), ["keyDetails"] = details, ["validFor"] = new JsonObject { ["start"] = "2026-01-01T00:00:00Z" } },
        ["logId"] = new JsonObject { ["keyId"] = Text(id) },
    };

    private static JsonObject Entry(string kind, string version, byte[] body, byte[] logId, long index) => new()
    {
        ["logIndex"] = index.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["logId"] = new JsonObject { ["keyId"] = Text(logId) },
        ["kindVersion"] = new JsonObject { ["kind"] = kind, ["version"] = version },
        ["canonicalizedBody"] = Text(body),
    };

    /// <summary>The entry as the eighth of eleven.</summary>
    private static JsonObject Proof(byte[] body, int index, string origin, Func<byte[], string> sign)
    {
        byte[][] leaves = [.. Enumerable.Range(0, 11).Select(number => MerkleHash.Leaf(number == index ? body : Encoding.UTF8.GetBytes($"entry {number}")))];
        var (root, path) = Tree(leaves, index);
        var text = FormattableString.Invariant($"{origin}\n{leaves.Length}\n{Text(root)}\n");
        return new JsonObject
        {
            ["logIndex"] = index.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["rootHash"] = Text(root),
            ["treeSize"] = leaves.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["hashes"] = new JsonArray([.. path.Select(hash => JsonValue.Create(Text(hash)))]),
            ["checkpoint"] = new JsonObject { ["envelope"] = text + "\n" + sign(Encoding.UTF8.GetBytes(text)) },
        };
    }

    private static string Line(string name, byte[] hint, byte[] signature) => $"— {name} {Text([.. hint, .. signature])}\n";

    private static (byte[] Root, List<byte[]> Path) Tree(ReadOnlySpan<byte[]> leaves, int index)
    {
        if (leaves.Length == 1)
        {
            return (leaves[0], []);
        }

        var half = 1;
        while (half * 2 < leaves.Length)
        {
            half *= 2;
        }

        var (left, leftPath) = Tree(leaves[..half], Math.Min(index, half - 1));
        var (right, rightPath) = Tree(leaves[half..], Math.Max(index - half, 0));
        return (MerkleHash.Node(left, right), index < half ? [.. leftPath, right] : [.. rightPath, left]);
    }
}
