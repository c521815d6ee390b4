using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Gates.Attestation.Envelopes;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>
/// What the services of <see cref="TestInstance"/> answer: GitHub's identities, Fulcio, a timestamp authority and Rekor, v1 and v2. Each takes only what its
/// API has, checks what the real one checks, and throws otherwise.
/// </summary>
internal sealed class TestServices(TestInstance instance, TimeProvider time)
{
    private const string Subject = "repo:acme/app:ref:refs/tags/v1.0.0";

    /// <value>The workflow that GitHub says the job is of.</value>
    public string Workflow { get; init; } = TestCertificates.Identity["https://github.com/".Length..];

    public string? Visibility { get; init; } = "public";

    /// <value>Whom Fulcio certifies.</value>
    public string Certified { get; init; } = TestCertificates.Identity;

    /// <value>Which key Fulcio certifies; <see langword="null"/> for the one that asks.</value>
    public ECDsa? CertifiedKey { get; init; }

    /// <value>How long ago the certificate began, which counts for ten minutes.</value>
    public TimeSpan CertificateAge { get; init; } = TimeSpan.FromMinutes(1);

    public bool IsDetached { get; init; }

    /// <value>What the authority stamps instead.</value>
    public byte[]? Stamped { get; init; }

    public TestTimestamps? OtherStamps { get; init; }

    /// <value>What the log records as content instead.</value>
    public byte[]? Logged { get; init; }

    public string Token => string.Join('.', Part("""{"alg":"RS256"}"""), Part(new JsonObject
    {
        ["iss"] = TestCertificates.Issuer,
        ["sub"] = Subject,
        ["aud"] = "sigstore",
        ["job_workflow_ref"] = Workflow,
        ["repository_visibility"] = Visibility,
    }.ToJsonString()), Part("signature"));

    public (int Status, byte[] Body) Identity(HttpListenerRequest request)
    {
        Demand(request.Headers["Authorization"] == "Bearer " + TestSigstore.Bearer, "the job's bearer");
        return (200, Json(new JsonObject { ["count"] = 4, ["value"] = Token }));
    }

    public (int Status, byte[] Body) Certify(byte[] body)
    {
        var request = JsonNode.Parse(body)!.AsObject();
        DemandKeys(request, "credentials", "publicKeyRequest");
        Demand((string?)request["credentials"]!["oidcIdentityToken"] == Token, "the token");
        var asked = request["publicKeyRequest"]!.AsObject();
        DemandKeys(asked, "publicKey", "proofOfPossession");
        Demand((string?)asked["publicKey"]!["algorithm"] == "ECDSA", "ECDSA");
        using var key = ECDsa.Create();
        key.ImportFromPem((string)asked["publicKey"]!["content"]!);
        Demand(
            key.VerifyData(
                Encoding.UTF8.GetBytes(Subject),
                Convert.FromBase64String((string)asked["proofOfPossession"]!),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence),
            "a proof of possession over the subject");
        using var certificate = instance.Certify(TestCertificates.Request(new PublicKey(CertifiedKey ?? key), Certified), time.GetUtcNow() - CertificateAge);
        X509Certificate2[] all = [certificate, instance.Issuer, instance.Root];
        var chain = new JsonObject
        {
            ["chain"] = new JsonObject { ["certificates"] = new JsonArray([.. all.Select(one => JsonValue.Create(one.ExportCertificatePem() + "\n"))]) },
        };
        return (200, Json(new JsonObject { [IsDetached ? "signedCertificateDetachedSct" : "signedCertificateEmbeddedSct"] = chain }));
    }

    public (int Status, byte[] Body) Stamp(byte[] body, HttpListenerRequest http)
    {
        Demand(http.ContentType == "application/timestamp-query", "a timestamp query");
        Demand(Rfc3161TimestampRequest.TryDecode(body, out var request, out var length) && length == body.Length, "one request");
        Demand(request!.HashAlgorithmId.Value == "2.16.840.1.101.3.4.2.1", "SHA-256");
        Demand(request.RequestSignerCertificate && request.GetNonce() is not null, "a nonce, and that the certificate is asked for");
        return (201, (OtherStamps ?? instance.Stamps).StampDigest(Stamped ?? request.GetMessageHash().ToArray(), time.GetUtcNow(), request.GetNonce()));
    }

    public (int Status, byte[] Body) LogFirst(byte[] body)
    {
        var request = JsonNode.Parse(body)!.AsObject();
        DemandKeys(request, "apiVersion", "kind", "spec");
        Demand((string?)request["kind"] == "dsse" && (string?)request["apiVersion"] == "0.0.1", "dsse 0.0.1");
        var proposed = request["spec"]!["proposedContent"]!;
        var envelope = DsseEnvelope.Read(EvidenceJson.ParseElement(Encoding.UTF8.GetBytes((string)proposed["envelope"]!), "envelope"), "envelope");
        var pem = (string)proposed["verifiers"]!.AsArray().Single()!;
        using var certificate = X509Certificate2.CreateFromPem(Encoding.UTF8.GetString(Convert.FromBase64String(pem)));
        var signature = envelope.Signatures.Single().Bytes.ToArray();
        DemandSignature(certificate, SHA256.HashData(PreAuthEncoding.Of(envelope.PayloadType, envelope.Payload.Span)), signature);
        var entry = instance.OldEntry("dsse", "0.0.1", Json(new JsonObject
        {
            ["apiVersion"] = "0.0.1",
            ["kind"] = "dsse",
            ["spec"] = new JsonObject
            {
                ["envelopeHash"] = Digest([0]),
                ["payloadHash"] = Digest(SHA256.HashData(Logged ?? envelope.Payload.Span)),
                ["signatures"] = new JsonArray(new JsonObject { ["signature"] = TestInstance.Text(signature), ["verifier"] = pem }),
            },
        }), time.GetUtcNow());
        return (201, Json(new JsonObject { ["24296fb24b8ad77a" + new string('0', 64)] = AsFirst(entry) }));
    }

    public (int Status, byte[] Body) LogSecond(byte[] body)
    {
        var request = JsonNode.Parse(body)!.AsObject();
        DemandKeys(request, "hashedRekordRequestV002");
        var record = request["hashedRekordRequestV002"]!.AsObject();
        DemandKeys(record, "digest", "signature");
        var (digest, signature) = (Convert.FromBase64String((string)record["digest"]!), record["signature"]!);
        Demand((string?)signature["verifier"]!["keyDetails"] == "PKIX_ECDSA_P256_SHA_256", "the kind of the key");
        var der = (string)signature["verifier"]!["x509Certificate"]!["rawBytes"]!;
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(der));
        DemandSignature(certificate, digest, Convert.FromBase64String((string)signature["content"]!));
        return (201, Json(instance.TileEntry("hashedrekord", Json(new JsonObject
        {
            ["apiVersion"] = "0.0.2",
            ["kind"] = "hashedrekord",
            ["spec"] = new JsonObject
            {
                ["hashedRekordV002"] = new JsonObject
                {
                    ["data"] = new JsonObject { ["algorithm"] = "SHA2_256", ["digest"] = TestInstance.Text(Logged is null ? digest : SHA256.HashData(Logged)) },
                    ["signature"] = signature.DeepClone(),
                },
            },
        }))));
    }

    /// <summary>As version 1 of the API answers: hexadecimal, and numbers as such.</summary>
    private static JsonObject AsFirst(JsonObject entry)
    {
        static string Hex(JsonNode? text) => Convert.ToHexStringLower(Convert.FromBase64String((string)text!));
        static long Number(JsonNode? text) => long.Parse((string)text!, System.Globalization.CultureInfo.InvariantCulture);
        var proof = entry["inclusionProof"]!;
        return new JsonObject
        {
            ["body"] = (string)entry["canonicalizedBody"]!,
            ["integratedTime"] = Number(entry["integratedTime"]),
            ["logID"] = Hex(entry["logId"]!["keyId"]),
            ["logIndex"] = Number(entry["logIndex"]),
            ["verification"] = new JsonObject
            {
                ["inclusionProof"] = new JsonObject
                {
                    ["checkpoint"] = (string)proof["checkpoint"]!["envelope"]!,
                    ["hashes"] = new JsonArray([.. proof["hashes"]!.AsArray().Select(one => JsonValue.Create(Hex(one)))]),
                    ["logIndex"] = Number(proof["logIndex"]),
                    ["rootHash"] = Hex(proof["rootHash"]),
                    ["treeSize"] = Number(proof["treeSize"]),
                },
                ["signedEntryTimestamp"] = (string)entry["inclusionPromise"]!["signedEntryTimestamp"]!,
            },
        };
    }

    private static void DemandSignature(X509Certificate2 certificate, byte[] digest, byte[] signature) =>
        Demand(certificate.GetECDsaPublicKey()!.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence), "a signature that holds");

    private static void DemandKeys(JsonObject json, params string[] keys) =>
        Demand(json.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal).SetEquals(keys), string.Join(" and ", keys));

    private static void Demand(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{what} is wanted");
        }
    }

    private static JsonObject Digest(byte[] value) => new() { ["algorithm"] = "sha256", ["value"] = Convert.ToHexStringLower(value) };

    private static byte[] Json(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
