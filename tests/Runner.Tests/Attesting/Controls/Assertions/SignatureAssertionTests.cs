using System.Text;
using Gates.Runner.Attesting.Controls;
using Gates.Runner.Attesting.Cryptography;
using Gates.Runner.Attesting.Statements;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attesting.Controls.Assertions;

public sealed class SignatureAssertionTests : IDisposable
{
    private const string Provenance = "https://slsa.dev/provenance/v1";
    private const string Verify = "type: cosign_verify_attestation";

    private readonly Ed25519PrivateKey key = Ed25519PrivateKey.Of(Encoding.ASCII.GetBytes("a seed of thirty-two bytes......"));
    private readonly Ed25519PrivateKey other = Ed25519PrivateKey.Of(Encoding.ASCII.GetBytes("another seed of 32 bytes........"));

    public void Dispose()
    {
        key.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task Verify_SignedProvenanceOfTheReleaseFile_Holds()
    {
        var scope = Bench.Scope(("p.sigstore.json", Bench.Bundle(key, Provenance, Subject.File("app", Bench.Sha256("app"))))) with
        {
            Trust = Bench.Trust(key),
            Artefacts = [new EvidenceItem("app", 3, Bench.Sha256("app"))],
        };

        var result = await Bench.CheckAsync(Verify, scope);

        result.Holds.ShouldBeTrue(result.Detail);
        result.Detail.ShouldBe($"1 of 1 attestation, signed by {key.KeyId}; about app, by sha256");
    }

    [Fact]
    public async Task Verify_AnotherFileIsReleased_Fails()
    {
        var scope = Bench.Scope(("p.sigstore.json", Bench.Bundle(key, Provenance, Subject.File("app", Bench.Sha256("app"))))) with
        {
            Trust = Bench.Trust(key),
            Artefacts = [new EvidenceItem("app", 4, Bench.Sha256("evil"))],
        };

        (await Bench.CheckAsync(Verify, scope)).Detail.ShouldBe($"app (sha256 {Bench.Sha256("evil")}) is not among the subjects");
    }

    [Fact]
    public async Task Verify_StrangersKey_Fails()
    {
        var scope = Bench.Scope(("p.sigstore.json", Bench.Bundle(other, Provenance, Subject.File("app", Bench.Sha256("app"))))) with { Trust = Bench.Trust(key) };

        var result = await Bench.CheckAsync(Verify, scope);

        result.Holds.ShouldBeFalse();
        result.Detail.ShouldBe($"p.sigstore.json: not signed by a key of trusted.pem; it names the key {other.KeyId}");
    }

    [Fact]
    public async Task Verify_ChangedPayload_Fails()
    {
        var bundle = Bench.Bundle(key, Provenance, Subject.File("app", Bench.Sha256("app")));
        var (start, end) = (bundle.IndexOf("\"payload\": \"", StringComparison.Ordinal) + 12, bundle.IndexOf("\"payloadType\"", StringComparison.Ordinal));
        var payload = bundle[start..bundle.LastIndexOf('"', end - 1)];
        var forged = Convert.ToBase64String(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Convert.FromBase64String(payload)).Replace(Bench.Sha256("app"), Bench.Sha256("evil"), StringComparison.Ordinal)));

        var result = await Bench.CheckAsync(Verify, Bench.Scope(("p.sigstore.json", bundle.Replace(payload, forged, StringComparison.Ordinal))) with { Trust = Bench.Trust(key) });

        result.Holds.ShouldBeFalse();
        result.Detail.ShouldContain("the signature does not match the content");
    }

    [Fact]
    public async Task Verify_NothingTrusted_Fails()
    {
        var result = await Bench.CheckAsync(Verify, ("p.sigstore.json", Bench.Bundle(key, Provenance, Subject.File("app", Bench.Sha256("app")))));

        result.Detail.ShouldBe("p.sigstore.json: cannot be verified: no keys are trusted");
    }

    [Fact]
    public async Task Verify_KeylessBundle_FailsAndSaysWhy()
    {
        var bundle = Bench.Bundle(key, Provenance, Subject.File("app", Bench.Sha256("app"))).Replace("\"publicKey\": {", "\"certificate\": {", StringComparison.Ordinal);

        var result = await Bench.CheckAsync(Verify, Bench.Scope(("p.sigstore.json", bundle)) with { Trust = Bench.Trust(key) });

        result.Detail.ShouldBe("p.sigstore.json: is signed keyless, with a certificate, and cannot be verified offline with keys");
    }

    [Fact]
    public async Task Verify_OneOfTwoIsUnsigned_Fails()
    {
        var scope = Bench.Scope(
            ("a.sigstore.json", Bench.Bundle(key, Provenance, Subject.File("app", Bench.Sha256("app")))),
            ("b.json", """{ "_type": "https://in-toto.io/Statement/v1", "subject": [], "predicateType": "x", "predicate": {} }""")) with
        { Trust = Bench.Trust(key) };

        (await Bench.CheckAsync(Verify, scope)).Detail.ShouldBe("b.json: is a statement without any signature");
    }

    [Theory]
    [InlineData("type: cosign_verify_attestation", "none has the predicate https://slsa.dev/provenance/…; there is https://example.com/other")]
    [InlineData("type: cosign_verify_attestation, predicate-type: https://example.com/wanted", "none has the predicate https://example.com/wanted; there is https://example.com/other")]
    public async Task Verify_OtherPredicate_Fails(string assertion, string detail)
    {
        var scope = Bench.Scope(("p.sigstore.json", Bench.Bundle(key, "https://example.com/other", Subject.File("app", Bench.Sha256("app"))))) with { Trust = Bench.Trust(key) };

        (await Bench.CheckAsync(assertion, scope)).Detail.ShouldBe(detail);
    }

    [Fact]
    public async Task Verify_EnvelopesInLines_AreAllVerified()
    {
        var good = Bench.Bundle(key, Provenance, Subject.File("app", Bench.Sha256("app"))).ReplaceLineEndings("");
        var bad = Bench.Bundle(other, Provenance, Subject.File("app", Bench.Sha256("app"))).ReplaceLineEndings("");

        (await Bench.CheckAsync(Verify, Bench.Scope(("p.intoto.jsonl", good + "\n" + good + "\n")) with { Trust = Bench.Trust(key) })).Holds.ShouldBeTrue();
        (await Bench.CheckAsync(Verify, Bench.Scope(("p.intoto.jsonl", good + "\n" + bad + "\n")) with { Trust = Bench.Trust(key) })).Detail.ShouldStartWith("p.intoto.jsonl line 2: not signed by");
    }

    [Fact]
    public async Task Verify_SubjectNamedByGlob_IsComparedWithTheEvidence()
    {
        var bundle = ("p.sigstore.json", Bench.Bundle(key, Provenance, Subject.File("sbom.json", Bench.Sha256("{}"))));

        (await Bench.CheckAsync(Verify + ", subject: sbom.json, path: p.*", Bench.Scope(bundle, ("sbom.json", "{}")) with { Trust = Bench.Trust(key) })).Holds.ShouldBeTrue();
        (await Bench.CheckAsync(Verify + ", subject: sbom.json, path: p.*", Bench.Scope(bundle, ("sbom.json", "[]")) with { Trust = Bench.Trust(key) })).Holds.ShouldBeFalse();
        (await Bench.CheckAsync(Verify + ", subject: sbom.xml, path: p.*", Bench.Scope(bundle) with { Trust = Bench.Trust(key) })).Detail.ShouldBe("`subject` sbom.xml matches neither evidence nor a release file");
    }

    [Fact]
    public async Task SignedBy_BundleBesideTheFile_MustNameItsDigest()
    {
        var bundle = Bench.Bundle(key, "https://example.com/any", Subject.File("drill.txt", Bench.Sha256("recovered")));
        const string Assertion = "type: signed_by, path: drill.txt";

        (await Bench.CheckAsync(Assertion, Bench.Scope(("drill.txt", "recovered"), ("drill.txt.sigstore.json", bundle)) with { Trust = Bench.Trust(key) })).Detail.ShouldBe($"the file is signed, by {key.KeyId}");
        (await Bench.CheckAsync(Assertion, Bench.Scope(("drill.txt", "lost"), ("drill.txt.sigstore.json", bundle)) with { Trust = Bench.Trust(key) })).Detail.ShouldBe("drill.txt is not what drill.txt.sigstore.json is about: another digest was signed");
        (await Bench.CheckAsync(Assertion, Bench.Scope(("drill.txt", "recovered")) with { Trust = Bench.Trust(key) })).Detail.ShouldBe("drill.txt is not signed, and there is no drill.txt.sigstore.json");
    }

    [Fact]
    public async Task SignedBy_KeyThatIsNotNamed_Fails()
    {
        var scope = Bench.Scope(("p.sigstore.json", Bench.Bundle(other, "https://example.com/any", Subject.File("x", Bench.Sha256("x"))))) with { Trust = Bench.Trust(key, other) };

        (await Bench.CheckAsync($"type: signed_by, keys: [\"{key.KeyId}\"]", scope)).Detail.ShouldBe($"p.sigstore.json is signed by {other.KeyId}, which is not among `keys`");
        (await Bench.CheckAsync($"type: signed_by, keys: [\"{other.KeyId}\"]", scope)).Holds.ShouldBeTrue();
    }
}
