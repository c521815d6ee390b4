using System.Text;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Attestation.Statements;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Controls.Assertions;

public sealed class SignatureAssertionTests : IDisposable
{
    internal const string Provenance = "https://slsa.dev/provenance/v1";
    internal const string Verify = "type: cosign_verify_attestation";

    internal const string Built = $$"""
        {
          "buildDefinition": {
            "externalParameters": { "workflow": { "repository": "https://github.com/acme/app", "ref": "refs/tags/v1.0.0" } },
            "resolvedDependencies": [
              { "uri": "git+https://github.com/acme/app@refs/tags/v1.0.0", "digest": { "gitCommit": "{{Bench.Commit}}" } },
              { "uri": "git+https://github.com/acme/tools", "digest": { "gitCommit": "00caeb2e69f7c3a205bcd25397ec4d0c437d0378" } }
            ]
          },
          "runDetails": { "builder": { "id": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0" } }
        }
        """;

    private readonly Ed25519PrivateKey key = Ed25519PrivateKey.From(Encoding.ASCII.GetBytes("a seed of thirty-two bytes......"));
    private readonly Ed25519PrivateKey other = Ed25519PrivateKey.From(Encoding.ASCII.GetBytes("another seed of 32 bytes........"));

    public void Dispose()
    {
        key.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task Verify_SignedProvenanceOfTheReleaseFile_Holds()
    {
        var result = await Bench.CheckAsync(Verify, Released(Built));

        result.Holds.ShouldBeTrue(result.Detail);
        result.Detail.ShouldBe($"1 of 1 attestation, signed by {key.KeyId}; about app, by digest; built from github.com/acme/app at 4caeb2e69f7c by https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0");
    }

    [Fact]
    public async Task Verify_AnotherFileIsReleased_Fails()
    {
        (await Bench.CheckAsync(Verify, Released(Built) with { Artefacts = [new EvidenceItem("app", 4, Bench.Sha256("evil"))] })).Detail.ShouldBe($"app (sha256 {Bench.Sha256("evil")}) is not among the subjects, by sha256 or sha512");
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

        result.Detail.ShouldBe("p.sigstore.json: is signed keyless, with a certificate, and no trusted root of Sigstore is known; `gates trust "
            + "import` keeps one in .github/gates-trusted-root.json");
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
        var good = Bench.Bundle(key, Provenance, Built, Subject.File("app", Bench.Sha256("app"))).ReplaceLineEndings("");
        var bad = Bench.Bundle(other, Provenance, Subject.File("app", Bench.Sha256("app"))).ReplaceLineEndings("");

        (await Bench.CheckAsync(Verify, Released(Built, ("p.intoto.jsonl", good + "\n" + good + "\n")))).Holds.ShouldBeTrue();
        (await Bench.CheckAsync(Verify, Bench.Scope(("p.intoto.jsonl", good + "\n" + bad + "\n")) with { Trust = Bench.Trust(key) })).Detail.ShouldStartWith("p.intoto.jsonl line 2: not signed by");
    }

    [Fact]
    public async Task Verify_SubjectNamedByGlob_IsComparedWithTheEvidence()
    {
        var bundle = ("p.sigstore.json", Bench.Bundle(key, Provenance, Built, Subject.File("sbom.json", Bench.Sha256("{}"))));

        (await Bench.CheckAsync(Verify + ", subject: sbom.json, path: p.*", Released(Built, bundle, ("sbom.json", "{}")) with { Artefacts = [] })).Holds.ShouldBeTrue();
        (await Bench.CheckAsync(Verify + ", subject: sbom.json, path: p.*", Released(Built, bundle, ("sbom.json", "[]")) with { Artefacts = [] })).Holds.ShouldBeFalse();
        (await Bench.CheckAsync(Verify + ", subject: sbom.xml, path: p.*", Released(Built, bundle))).Detail.ShouldBe("`subject` sbom.xml matches neither evidence nor a release file");
    }

    [Fact]
    public async Task Verify_NoReleaseFileIsNamed_FailsSinceNothingCanBeCompared()
    {
        var result = await Bench.CheckAsync(Verify, Released(Built) with { Artefacts = [] });

        result.Holds.ShouldBeFalse();
        result.Detail.ShouldBe("no release file was named, so the subjects cannot be compared: app; name the files with `gates attest --artifacts DIR`, or with `subject`");
    }

    [Theory]
    [InlineData("\"https://github.com/acme/app\"", "\"https://github.com/evil/app\"", "p.sigstore.json was built from github.com/evil/app (externalParameters.workflow), not from github.com/acme/app")]
    [InlineData("git+https://github.com/acme/app@", "git+https://github.com/evil/app@", "p.sigstore.json names no commit of github.com/acme/app as its source; it names github.com/acme/app; github.com/evil/app; github.com/acme/tools")]
    [InlineData(Bench.Commit, "dddddddddddddddddddddddddddddddddddddddd", "p.sigstore.json was built from commit dddddddddddddddddddddddddddddddddddddddd (resolvedDependencies), not from " + Bench.Commit)]
    [InlineData("\"ref\": \"refs/tags/v1.0.0\"", "\"ref\": \"refs/tags/v0.9.0\"", "p.sigstore.json was built for the tag \"v0.9.0\" (externalParameters.workflow), not for \"v1.0.0\"")]
    [InlineData("https://github.com/acme/app/.github", "https://attacker.example/builder/.github", "p.sigstore.json was built by \"https://attacker.example/builder/.github/workflows/release.yml@refs/tags/v1.0.0\", which is neither part of the repository nor a builder that is known; name it with `builders` if that is right")]
    [InlineData("\"id\": ", "\"name\": ", "p.sigstore.json does not say who built it")]
    public async Task Verify_ProvenanceOfSomethingElse_Fails(string what, string instead, string detail)
    {
        var result = await Bench.CheckAsync(Verify, Released(Built.Replace(what, instead, StringComparison.Ordinal)));

        result.Holds.ShouldBeFalse();
        result.Detail.ShouldBe(detail);
    }

    [Theory]
    [InlineData("""{ "buildType": "x", "builder": { "id": "https://ci.acme.example/1" }, "invocation": { "configSource": { "uri": "git+https://github.com/acme/app@refs/tags/v1.0.0", "digest": { "sha1": "COMMIT" } } } }""", true)]
    [InlineData("""{ "buildType": "x", "builder": { "id": "https://ci.acme.example/1" }, "materials": [{ "uri": "git+ssh://git@github.com/Acme/App.git", "digest": { "sha1": "COMMIT" } }] }""", true)]
    [InlineData("""{ "buildDefinition": { "externalParameters": { "source": { "uri": "https://github.com/acme/app.git", "digest": { "gitCommit": "COMMIT" } } } }, "runDetails": { "builder": { "id": "https://ci.acme.example/2" } } }""", true)]
    [InlineData("""{ "buildDefinition": { "externalParameters": { "source": "git+https://github.com/acme/app@COMMIT" } }, "runDetails": { "builder": { "id": "https://ci.acme.example/2" } } }""", true)]
    [InlineData("""{ "buildDefinition": { "externalParameters": { "source": "git+https://github.com/acme/app" } }, "runDetails": { "builder": { "id": "https://ci.acme.example/2" } } }""", false)]
    [InlineData("""{ "buildDefinition": { "externalParameters": { "source": "git+https://github.com/acme/app@COMMIT" } }, "runDetails": { "builder": { "id": "https://other.example/2" } } }""", false)]
    [InlineData("{}", false)]
    [InlineData("""{ "buildDefinition": "x", "materials": { "a": 1 }, "runDetails": [] }""", false)]
    public async Task Verify_ProvenanceOfAnyVersion_IsComparedWithTheCatalogue(string predicate, bool holds)
    {
        var result = await Bench.CheckAsync(Verify + ", source-repository: github.com/acme/app, builders: [\"https://ci.acme.example/*\"]", Released(predicate.Replace("COMMIT", Bench.Commit, StringComparison.Ordinal)) with { Repository = null });

        result.Holds.ShouldBe(holds, result.Detail);
    }

    [Fact]
    public async Task Verify_RepositoryIsNotKnown_Fails() =>
        (await Bench.CheckAsync(Verify, Released(Built) with { Repository = null })).Detail.ShouldBe("this clone has no remote `origin`, so the source repository cannot be compared; name it with `source-repository`");

    [Fact]
    public async Task Verify_KeyEndedSinceAndTheLogHasItFromItsTime_StillHolds()
    {
        var bundle = Bench.Bundle(key, Provenance, Built, Subject.File("app", Bench.Sha256("app")));
        var ring = new Keyring([new KeyringEntry(key.PublicKey, KeyUse.Evidence, Bench.Now.AddDays(-300), Bench.Now.AddDays(-10))]);
        var scope = Released(Built) with { Trust = TrustedKeys.Read(KeyringJson.Write(ring), "ring") };

        (await Bench.CheckAsync(Verify, scope)).Detail.ShouldContain("was valid until 2026-11-12T12:00:00Z; the signature is of 2026-11-22T12:00:00Z");
        (await Bench.CheckAsync(Verify, scope with { Logged = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal) { [Bench.Sha256(bundle)] = Bench.Now.AddDays(-20) } })).Holds.ShouldBeTrue();
        (await Bench.CheckAsync(Verify, scope with { Logged = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal) { [Bench.Sha256(bundle)] = Bench.Now.AddDays(-9) } })).Holds.ShouldBeFalse();
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

    private AssertionScope Released(string provenance, params (string Path, string Text)[] files) => Released(key, provenance, files);

    internal static AssertionScope Released(Ed25519PrivateKey key, string provenance, params (string Path, string Text)[] files) =>
        Bench.Scope(files.Length > 0 ? files : [("p.sigstore.json", Bench.Bundle(key, Provenance, provenance, Subject.File("app", Bench.Sha256("app"))))]) with
        {
            Trust = Bench.Trust(key),
            Commit = Bench.Commit,
            Tag = "v1.0.0",
            Repository = "git@github.com:acme/app.git",
            Artefacts = [new EvidenceItem("app", 3, Bench.Sha256("app"))],
        };
}
