using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Gates.Attestation.Sigstore;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>Bundles that hold, and the reason of each that does not.</summary>
public sealed class BundleVerifierTests : IDisposable
{
    private const string Holds = "signed by " + TestCertificates.Identity;

    private static readonly byte[] File = Encoding.ASCII.GetBytes("a file that is signed");

    private readonly TestInstance instance = new();

    public void Dispose() => instance.Dispose();

    [Theory]
    [InlineData(1, "dsse", "0.0.1", false)]
    [InlineData(2, "dsse", "0.0.1", false)]
    [InlineData(3, "dsse", "0.0.1", false)]
    [InlineData(3, "dsse", "0.0.1", true)]
    [InlineData(2, "intoto", "0.0.2", false)]
    [InlineData(3, "hashedrekord", "0.0.1", false)]
    [InlineData(3, "dsse", "0.0.2", true)]
    [InlineData(3, "hashedrekord", "0.0.2", true)]
    public void Verify_Envelope_Holds(int bundle, string kind, string version, bool isTimestamped) =>
        TestBundle.Judge(new TestBundle(instance) { Version = bundle, Entry = (kind, version), IsTimestamped = isTimestamped }.Text, instance.Roots()).ShouldBe(Holds);

    [Theory]
    [InlineData(1, "0.0.1", false)]
    [InlineData(3, "0.0.1", false)]
    [InlineData(3, "0.0.2", true)]
    public void Verify_File_Holds(int bundle, string version, bool isTimestamped)
    {
        var text = new TestBundle(instance) { Version = bundle, Entry = ("hashedrekord", version), IsTimestamped = isTimestamped, File = File }.Text;

        TestBundle.Judge(text, instance.Roots(), File).ShouldBe(Holds);
        TestBundle.Judge(text, instance.Roots(), [1]).ShouldBe("it is about another file than file: sha256 " + Convert.ToHexStringLower(SHA256.HashData(File)));
        TestBundle.Judge(text, instance.Roots()).ShouldBe("it signs a file, and the file is not there: name it with `--artifact`");
    }

    [Fact]
    public void Verify_FileKnownByItsDigestAlone_Holds()
    {
        var bundle = ForeignBundle.Read(Encoding.UTF8.GetBytes(new TestBundle(instance) { Entry = ("hashedrekord", "0.0.1"), File = File }.Text), "b");

        var digest = SignedArtifact.Read("sha256:" + Convert.ToHexStringLower(SHA256.HashData(File)));

        BundleVerifier.Verify(bundle, instance.Roots(), digest).Signer.Issuer.ShouldBe(TestCertificates.Issuer);
    }

    [Theory]
    [InlineData("1.3.132.0.34", "SHA384")]
    [InlineData("1.3.132.0.35", "SHA512")]
    [InlineData("1.3.132.0.34", "SHA256")]
    public void Verify_LargerCurves_Hold(string curve, string hash)
    {
        var bundle = new TestBundle(instance) { Key = ECDsa.Create(ECCurve.CreateFromValue(curve)), Hash = new HashAlgorithmName(hash), Entry = ("hashedrekord", "0.0.1") };

        TestBundle.Judge(bundle.Text, instance.Roots()).ShouldBe(Holds);
    }

    [Fact]
    public void Verify_PrivateInstanceWithoutLogs_HoldsByItsTimestamp()
    {
        var roots = instance.Roots(root =>
        {
            root.Remove("tlogs");
            root.Remove("ctlogs");
        });

        TestBundle.Judge(new TestBundle(instance) { Entry = null, IsTimestamped = true }.Text, roots).ShouldBe(Holds);
        TestBundle.Judge(new TestBundle(instance) { Entry = null }.Text, roots).ShouldStartWith("nothing proves when it was signed");
    }

    [Fact]
    public void Verify_OneOfSeveralRoots_IsEnough()
    {
        using var other = new TestInstance();
        var roots = TrustedRoots.Read(Encoding.UTF8.GetBytes(other.TrustedRoot().ToJsonString() + "\n" + instance.TrustedRoot().ToJsonString() + "\n"), "roots.jsonl");

        TestBundle.Judge(new TestBundle(instance).Text, roots).ShouldBe(Holds);
    }

    [Fact]
    public void Verify_TimestampWithoutItsCertificate_IsOfTheRootsOwn()
    {
        var json = new TestBundle(instance) { Entry = ("hashedrekord", "0.0.2"), IsTimestamped = true }.Json();
        var signature = Convert.FromBase64String((string)json["dsseEnvelope"]!["signatures"]![0]!["sig"]!);
        BundleMutations.Stamp(json, instance.Stamps.Stamp(signature, TestInstance.Signed, isEmbedded: false));

        TestBundle.Judge(json.ToJsonString(), instance.Roots()).ShouldBe(Holds);
    }

    [Fact]
    public void Verify_TimestampOfAStranger_ProvesNothingAndHarmsNothing()
    {
        using var other = new TestInstance();
        var json = new TestBundle(instance) { IsTimestamped = true }.Json();
        var signature = Convert.FromBase64String((string)json["dsseEnvelope"]!["signatures"]![0]!["sig"]!);
        BundleMutations.Stamp(json, other.Stamps.Stamp(signature, TestInstance.Signed));

        TestBundle.Judge(json.ToJsonString(), instance.Roots()).ShouldBe(Holds);
        json["verificationMaterial"]!.AsObject().Remove("tlogEntries");
        TestBundle.Judge(json.ToJsonString(), instance.Roots()).ShouldStartWith("nothing proves when it was signed");
    }

    public static TheoryData<string, string> Mutations { get; } = new()
    {
        { "other root", "at 2026-11-22T12:00:00Z, when it was signed, its certificate (2026-11-22T11:59:00Z to 2026-11-22T12:09:00Z) does not hold: a "
            + "signature in the chain is bad" },
        { "signed later", "at 2026-11-22T13:00:00Z, when it was signed, its certificate (2026-11-22T11:59:00Z to 2026-11-22T12:09:00Z) does not hold: "
            + "a certificate of the chain did not count then" },
        { "authority ended", "the authority https://fulcio.example.com counted until 2026-06-01T00:00:00Z, and it was signed at 2026-11-22T12:00:00Z" },
        { "log ended", "the key of the log https://rekor.example.com counted until 2026-06-01T00:00:00Z, and the entry is of 2026-11-22T12:00:00Z" },
        { "no certificate log timestamp", "its certificate carries no timestamp of a certificate log (SCT): nothing shows that its issue was public" },
        { "forged certificate log timestamp", "the timestamp of the certificate log https://ctfe.example.com in its certificate is forged, or of "
            + "another certificate" },
        { "strange certificate log", "no timestamp in its certificate is of a certificate log that is trusted" },
        { "certificate log ended", "the certificate log https://ctfe.example.com counted until 2026-06-01T00:00:00Z, and its timestamp in the "
            + "certificate is of 2026-11-22T11:59:00Z" },
        { "certificate for servers", "its certificate is not for code signing (extended key usage)" },
        { "two identities", "its certificate names several identities: a@example.com, b@example.com" },
        { "payload", "the signature does not match the content: one of them was changed after it was signed" },
        { "signature", "the signature does not match the content: one of them was changed after it was signed" },
        { "proof hash", "its entry 1007 of https://rekor.example.com: the inclusion proof does not lead to its root" },
        { "proof index", "its entry 1007 of https://rekor.example.com: the inclusion proof does not lead to its root" },
        { "proof size", "its entry 1007 of https://rekor.example.com: the checkpoint commits to another tree than the inclusion proof" },
        { "proof root", "its entry 1007 of https://rekor.example.com: the inclusion proof does not lead to its root" },
        { "checkpoint text", "its entry 1007 of https://rekor.example.com: the checkpoint's signature is forged" },
        { "checkpoint of a stranger", "its entry 1007 of https://rekor.example.com: the log's key did not sign the checkpoint; signed by rekor.example.com" },
        { "promise", "the signed entry timestamp of its entry 1007 of https://rekor.example.com is forged, or of another entry" },
        { "time", "the signed entry timestamp of its entry 1007 of https://rekor.example.com is forged, or of another entry" },
        { "entry of another", "the log's entry records another signature" },
        { "kind", "the log's entry is called intoto 0.0.2, and is dsse 0.0.1" },
        { "unknown log", "nothing proves when it was signed: it has neither the promise of a signature log nor a timestamp of an authority that is trusted" },
        { "entry twice", "it has the log's entry 1007 twice" },
        { "no entry", "nothing proves when it was signed: it has neither the promise of a signature log nor a timestamp of an authority that is trusted" },
        { "two signatures", "b.sigstore.json: dsseEnvelope.signatures has 2 entries; a bundle has exactly one" },
        { "media type", "b.sigstore.json: mediaType: `application/vnd.dev.sigstore.bundle.v0.4+json` is not a Sigstore bundle of v0.1 to v0.3" },
        { "chain in v0.3", "b.sigstore.json: verificationMaterial.x509CertificateChain: a bundle of v0.3 has `certificate` instead" },
        { "key and certificate", "b.sigstore.json: verificationMaterial.publicKey: exactly one of `publicKey`, `certificate` and "
            + "`x509CertificateChain` is wanted; there is publicKey and certificate" },
        { "two contents", "b.sigstore.json: dsseEnvelope: exactly one of `dsseEnvelope` and `messageSignature` is wanted; there are both" },
        { "no proof", "b.sigstore.json: verificationMaterial.tlogEntries: an entry without the inclusion proof and checkpoint that a bundle since "
            + "v0.2 must have" },
        { "huge proof", "b.sigstore.json: verificationMaterial.tlogEntries[0].inclusionProof.hashes: 5000 elements, where 64 are the most" },
        { "certificate with a tail", "its certificate: is not one certificate in DER" },
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public void Verify_Mutation_IsRefusedWithItsReason(string mutation, string reason)
    {
        using var other = new TestInstance();
        var (bundle, roots) = Mutate(mutation, other);

        TestBundle.Judge(bundle, roots).ShouldBe(reason);
    }

    [Fact]
    public void Verify_NameTwiceInOneObject_IsRefused()
    {
        var text = new TestBundle(instance).Text;

        TestBundle.Judge(text.Insert(1, "\"mediaType\":\"application/vnd.dev.sigstore.bundle.v0.3+json\","), instance.Roots()).ShouldContain("not acceptable JSON");
    }

    private (string Bundle, TrustedRoots Roots) Mutate(string mutation, TestInstance other)
    {
        var made = mutation switch
        {
            "signed later" => new TestBundle(instance) { At = TestInstance.Signed.AddHours(1) },
            "no certificate log timestamp" => Certified(stamp: _ => []),
            "forged certificate log timestamp" =>
                Certified(stamp: body => TestCertificates.Stamp(instance.CertificateLog, instance.CertificateLogId, [1], body, TestInstance.Signed)),
            "strange certificate log" => Certified(stamp: body => TestCertificates.Stamp(other.CertificateLog, other.CertificateLogId, [1], body, TestInstance.Signed)),
            "certificate for servers" => Certified(use: "1.3.6.1.5.5.7.3.1"),
            "two identities" => Certified(identities: ["a@example.com", "b@example.com"]),
            "no entry" => new TestBundle(instance) { Entry = null },
            _ => new TestBundle(instance),
        };
        var json = made.Json();
        BundleMutations.Apply(mutation, json, new TestBundle(instance).Json());
        return (json.ToJsonString(), instance.Roots(root =>
        {
            BundleMutations.End(mutation switch
            {
                "authority ended" => root["certificateAuthorities"]![0],
                "log ended" => root["tlogs"]![0]!["publicKey"],
                "certificate log ended" => root["ctlogs"]![0]!["publicKey"],
                _ => null,
            });
            root["certificateAuthorities"] = mutation == "other root" ? other.TrustedRoot()["certificateAuthorities"]!.DeepClone() : root["certificateAuthorities"]!.DeepClone();
        }));
    }

    private TestBundle Certified(string use = "1.3.6.1.5.5.7.3.3", Func<byte[], byte[]>? stamp = null, string[]? identities = null)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = TestCertificates.Request(new PublicKey(key), use: use);
        if (identities is not null)
        {
            request.CertificateExtensions.Remove(request.CertificateExtensions.Single(one => one.Oid!.Value == "2.5.29.17"));
            request.CertificateExtensions.Add(TestCertificates.Names(identities));
        }

        return new TestBundle(instance) { Key = key, Certificate = instance.Certify(request, stamp: stamp) };
    }
}
