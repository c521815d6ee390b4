using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Sigstore;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>A keyless bundle of <see cref="TestInstance"/>, whole unless a test says otherwise.</summary>
internal sealed class TestBundle(TestInstance instance)
{
    public const string Statement =
        """{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"app","digest":{"sha256":"a172cedcae47474b615c54d510a5d84a8dea3032e958587430b413538be3f333"}}],"predicateType":"https://slsa.dev/provenance/v1","predicate":{}}""";

    public ECDsa Key { get; init; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    public string Payload { get; init; } = Statement;

    /// <value>The file that is signed; <see langword="null"/> for an envelope.</value>
    public byte[]? File { get; init; }

    public X509Certificate2? Certificate { get; init; }

    public int Version { get; init; } = 3;

    /// <value>Kind and version of the log's entry.</value>
    public (string Kind, string Version)? Entry { get; init; } = ("dsse", "0.0.1");

    public DateTimeOffset At { get; init; } = TestInstance.Signed;

    public bool IsTimestamped { get; init; }

    public JsonObject Json()
    {
        var certificate = Certificate ?? instance.Certify(TestCertificates.Request(new PublicKey(Key)));
        var signed = File ?? PreAuthEncoding.Of(DsseEnvelope.InTotoType, Encoding.UTF8.GetBytes(Payload));
        var signature = Key.SignData(signed, Hash, DSASignatureFormat.Rfc3279DerSequence);
        var material = new JsonObject();
        if (Version == 3)
        {
            material["certificate"] = Raw(certificate.RawData);
        }
        else
        {
            material["x509CertificateChain"] = new JsonObject { ["certificates"] = new JsonArray(Raw(certificate.RawData)) };
        }

        if (Entry is var (kind, version))
        {
            var body = Encoding.UTF8.GetBytes(Body(kind, version, signed, signature, certificate));
            var entry = version == "0.0.2" && kind != "intoto" ? instance.TileEntry(kind, body) : instance.OldEntry(kind, version, body, At);
            if (Version == 1)
            {
                entry.Remove("inclusionProof");
            }

            material["tlogEntries"] = new JsonArray(entry);
        }

        if (IsTimestamped)
        {
            material["timestampVerificationData"] = new JsonObject
            {
                ["rfc3161Timestamps"] = new JsonArray(new JsonObject { ["signedTimestamp"] = TestInstance.Text(instance.Stamps.Stamp(signature, At)) }),
            };
        }

        var bundle = new JsonObject
        {
            ["mediaType"] = Version == 3 ? "application/vnd.dev.sigstore.bundle.v0.3+json" : $"application/vnd.dev.sigstore.bundle+json;version=0.{Version}",
            ["verificationMaterial"] = material,
        };
        if (File is not null)
        {
            bundle["messageSignature"] = new JsonObject
            {
                ["messageDigest"] = new JsonObject { ["algorithm"] = "SHA2_256", ["digest"] = TestInstance.Text(SHA256.HashData(File)) },
                ["signature"] = TestInstance.Text(signature),
            };
        }
        else
        {
            bundle["dsseEnvelope"] = new JsonObject
            {
                ["payload"] = TestInstance.Text(Encoding.UTF8.GetBytes(Payload)),
                ["payloadType"] = DsseEnvelope.InTotoType,
                ["signatures"] = new JsonArray(new JsonObject { ["sig"] = TestInstance.Text(signature) }),
            };
        }

        return bundle;
    }

    public string Text => Json().ToJsonString();

    /// <summary>What the verifier says of it: the signature, or the reason.</summary>
    public static string Judge(string bundle, TrustedRoots roots, byte[]? file = null)
    {
        try
        {
            var read = ForeignBundle.Read(Encoding.UTF8.GetBytes(bundle), "b.sigstore.json");
            var signature = BundleVerifier.Verify(read, roots, file is null ? null : SignedArtifact.Of("file", file));
            return $"signed by {signature.Signer.Identity}";
        }
        catch (Gates.Formats.Foundation.EvaluationException e)
        {
            return e.Message;
        }
    }

    private static JsonObject Raw(byte[] der) => new() { ["rawBytes"] = TestInstance.Text(der) };

    /// <summary>What the log records, as each kind of entry has it.</summary>
    private string Body(string kind, string version, byte[] signed, byte[] signature, X509Certificate2 certificate)
    {
        var (pem, sig) = (TestInstance.Text(Encoding.UTF8.GetBytes(certificate.ExportCertificatePem())), TestInstance.Text(signature));
        var (payload, whole) = (SHA256.HashData(Encoding.UTF8.GetBytes(Payload)), CryptographicOperations.HashData(Hash, signed));
        var verifier = new JsonObject { ["keyDetails"] = "PKIX_ECDSA_P256_SHA_256", ["x509Certificate"] = Raw(certificate.RawData) };
        var spec = (kind, version) switch
        {
            ("hashedrekord", "0.0.1") => new JsonObject
            {
                ["data"] = new JsonObject { ["hash"] = Digest(Hash.Name!.ToLowerInvariant(), whole) },
                ["signature"] = new JsonObject { ["content"] = sig, ["publicKey"] = new JsonObject { ["content"] = pem } },
            },
            ("dsse", "0.0.1") => new JsonObject
            {
                ["envelopeHash"] = Digest("sha256", [0]),
                ["payloadHash"] = Digest("sha256", payload),
                ["signatures"] = new JsonArray(new JsonObject { ["signature"] = sig, ["verifier"] = pem }),
            },
            ("intoto", _) => new JsonObject
            {
                ["content"] = new JsonObject
                {
                    ["envelope"] = new JsonObject
                    {
                        ["payloadType"] = DsseEnvelope.InTotoType,
                        ["signatures"] = new JsonArray(new JsonObject { ["publicKey"] = pem, ["sig"] = TestInstance.Text(Encoding.UTF8.GetBytes(sig)) }),
                    },
                    ["hash"] = Digest("sha256", [0]),
                    ["payloadHash"] = Digest("sha256", payload),
                },
            },
            ("hashedrekord", _) => new JsonObject
            {
                ["hashedRekordV002"] = new JsonObject
                {
                    ["data"] = new JsonObject { ["algorithm"] = Hash.Name!.Replace("SHA", "SHA2_", StringComparison.Ordinal), ["digest"] = TestInstance.Text(whole) },
                    ["signature"] = new JsonObject { ["content"] = sig, ["verifier"] = verifier },
                },
            },
            _ => new JsonObject
            {
                ["dsseV002"] = new JsonObject
                {
                    ["payloadHash"] = new JsonObject { ["algorithm"] = "SHA2_256", ["digest"] = TestInstance.Text(payload) },
                    ["signatures"] = new JsonArray(new JsonObject { ["content"] = sig, ["verifier"] = verifier }),
                },
            },
        };
        return new JsonObject { ["apiVersion"] = version, ["kind"] = kind, ["spec"] = spec }.ToJsonString();
    }

    private static JsonObject Digest(string algorithm, byte[] value) => new() { ["algorithm"] = algorithm, ["value"] = Convert.ToHexStringLower(value) };
}
