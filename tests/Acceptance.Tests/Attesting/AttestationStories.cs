using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Attesting;

/// <summary>A release manager attests a release by the example catalogue.</summary>
public sealed class AttestationStories : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly TempFolder keys = new();
    private readonly Ed25519PrivateKey key;

    public AttestationStories()
    {
        (key, var pem) = Ed25519PrivateKey.Create();
        keys.Write("key.pem", new string(pem));
        keys.Write("trusted.pem", $"-----BEGIN PUBLIC KEY-----\n{Convert.ToBase64String(key.PublicKey.SubjectPublicKeyInfo.Span)}\n-----END PUBLIC KEY-----\n");
        repository.Write("compliance/control_catalog.yaml", File.ReadAllText(Repository.Combine("examples", "compliance", "control_catalog.yaml")))
            .Write(".gitignore", "evidence/\ndist/\n").Commit("first");
        repository.Git("tag", "v1.0.0");
        repository.Write("app.txt", "new").Commit("second");
        repository.Git("tag", "v1.1.0");
        repository.Git("remote", "add", "origin", "https://github.com/acme/shop.git");
        Gather(repository.Git("rev-parse", "HEAD"));
    }

    [Fact]
    public void AllEvidenceIsThere_TheAttestationHoldsAndItsSignatureVerifies()
    {
        var result = Attest("--key", Path.Combine(keys.Path, "key.pem"));

        result.ExitCode.ShouldBe(0, result.ToString());
        result.Output.ShouldContain("v1.1.0 (");
        result.Output.ShouldContain("): 7 controls hold, 0 fail, 0 not applicable\n1 change since v1.0.0, 0 of them unevidenced; 2 releases in ");
        result.Output.ShouldContain($"signed with {key.KeyId}\n");
        using var json = JsonDocument.Parse(Made(".json"));
        json.RootElement.GetProperty("overall").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("catalogue").GetProperty("atRelease").GetString().ShouldBe("same");
        var bundle = SigstoreBundle.Read(Made(".sigstore.json"), "bundle");
        bundle.Envelope.IsSignedBy(key.PublicKey).ShouldBeTrue();
        var files = Statement.Read(bundle.Envelope, "bundle").Predicate.GetProperty("files").EnumerateArray();
        files.Select(file => file.GetProperty("digest")
            .GetProperty("sha256")
            .GetString()).ShouldBe(((string[])[".json", ".oscal.json", ".pdf"]).Select(form => Sha256(Made(form))));
        repository.Git("status", "--porcelain").ShouldBeEmpty("what it writes is not in git's way");
    }

    [Fact]
    public void FontsAreNamedThatAreNotThere_NothingIsWrittenAndTheMessageSaysWhich()
    {
        var result = Attest("--fonts", "nowhere");
        result.ExitCode.ShouldBe(2, result.ToString());
        result.Error.ShouldContain("--fonts \"nowhere\": there is no such folder");
        Directory.Exists(Path.Combine(repository.Path, ".gates/attestation")).ShouldBeFalse();
    }

    [Fact]
    public void FontsAreInstalled_ThePdfEmbedsThem()
    {
        Assert.SkipUnless(ExternalProgram.Exists("pdffonts"), "pdffonts is not installed: apt-get install poppler-utils");
        var result = Attest();

        var areThere = !result.Output.Contains("the PDF embeds no fonts", StringComparison.Ordinal);
        Assert.SkipUnless(areThere, "fonts are not installed: apt-get install fonts-dejavu-core fonts-droid-fallback");
        var pdf = Path.Combine(repository.Path, ".gates/attestation/control-attestation-v1.1.0.pdf");
        ExternalProgram.Run("pdffonts", [pdf]).Succeeded().ShouldMatch(@"[A-Z]{6}\+DejaVuSans +CID TrueType +Identity-H +yes yes yes");
    }

    [Fact]
    public void EvidenceIsMissing_TheControlFailsAndTheRestIsAttested()
    {
        Directory.Move(Path.Combine(repository.Path, "evidence", "chaos-dr"), Path.Combine(repository.Path, "evidence", "drills"));

        var result = Attest();

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldStartWith("FAILS   DR-01 Recovery drills: Missing evidence: chaos-dr/drill*.json matches no file; nearest: drills/drill-1.json.");
        result.Output.ShouldContain("6 controls hold, 1 fail");
        result.Output.ShouldContain("unsigned: it shows only what its maker says");
        File.Exists(Path.Combine(repository.Path, ".gates/attestation/control-attestation-v1.1.0.sigstore.json")).ShouldBeFalse();
        Made(".pdf").AsSpan().StartsWith("%PDF-1.7"u8).ShouldBeTrue();
    }

    [Fact]
    public void ReleaseFileIsExchanged_TheProvenanceIsOfAnother()
    {
        repository.Write("dist/app.tar.gz", "something else");

        var result = Attest();

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldStartWith("FAILS   SC-02 Signing and provenance: cosign_verify_attestation: app.tar.gz (sha256 ");
    }

    [Fact]
    public void ProvenanceIsOfAnotherRepository_ItDoesNotHold()
    {
        repository.Write("evidence/supply-chain/provenance.sigstore.json", Provenance(key, "https://github.com/evil/other"));

        var result = Attest();

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldContain("names no commit of github.com/acme/shop as its source; it names github.com/evil/other");
    }

    [Fact]
    public void NoReleaseFileIsNamed_TheProvenanceShowsNothing()
    {
        var result = GatesProcess.Run(repository.Path, ["attest", "v1.1.0", "--trust", Path.Combine(keys.Path, "trusted.pem")]);

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldStartWith("FAILS   SC-02 Signing and provenance: cosign_verify_attestation: no release file was named, so the subjects cannot be compared");
    }

    [Fact]
    public void UnsignedResultsSayPassed_TheSignedOnesDecide()
    {
        repository.Write("evidence/policies/dlp-scan.sigstore.json", Result("dlp-scan", "failed", repository.Git("rev-parse", "HEAD")));

        var result = Attest();

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldStartWith("FAILS   PL-01 Policy pack: gate_passed: policies/dlp-scan.sigstore.json: dlp-scan is \"failed\".");
    }

    [Fact]
    public void ProvenanceIsForged_ItsKeyIsNotTrusted()
    {
        using var stranger = Ed25519PrivateKey.Create().Key;
        repository.Write("evidence/supply-chain/provenance.sigstore.json", Provenance(stranger));

        var result = Attest();

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldContain($"it names the key {stranger.KeyId}");
    }

    [Fact]
    public void SeverityStandsInTheRule_ALowLevelHidesNothing()
    {
        repository.Write("evidence/supply-chain/trivy.sarif", Sarif("9.8"));

        var result = Attest();

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldStartWith("FAILS   SC-01 SBOM and scans: sarif_no_levels: 1 of 1 result of Trivy is CRITICAL or HIGH: CVE-1 (critical, ");
    }

    [Theory]
    [InlineData("v1.1.1", "\"v1.1.1\" is not a tag of a commit in this clone; did you mean \"v1.1.0\"?")]
    [InlineData("main", "\"main\" is not a tag of a commit in this clone")]
    public void UnknownRelease_IsAUsageError(string tag, string message)
    {
        var result = GatesProcess.Run(repository.Path, ["attest", tag]);

        result.ExitCode.ShouldBe(2, result.ToString());
        result.Error.ShouldContain(message);
    }

    [Fact]
    public void ShallowClone_IsRefusedSinceNobodyCanCount()
    {
        using var clone = new TempFolder();
        TempRepository.Run(clone.Path, "clone", "-q", "--depth=1", "--branch=v1.1.0", "file://" + repository.Path, "shop");
        var folder = Path.Combine(clone.Path, "shop");
        Directory.CreateDirectory(Path.Combine(folder, "evidence"));

        var result = GatesProcess.Run(folder, ["attest", "v1.1.0"]);

        result.ExitCode.ShouldBe(3, result.ToString());
        result.Error.ShouldContain("Add `fetch-depth: 0` to the `with:` of your actions/checkout step.");
    }

    [Fact]
    public void TheGate_JudgesTheSameControlsInARun()
    {
        repository.Write(".github/gates.yml", "version: 1\ngates: { control-attestation: { with: { trust: trusted.pem } } }\n")
            .Write("trusted.pem", File.ReadAllText(Path.Combine(keys.Path, "trusted.pem")));
        Directory.Delete(Path.Combine(repository.Path, "evidence", "cost"), recursive: true);

        var result = GatesProcess.Run(repository.Path, ["run"]);

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldContain("FIN-01 (Cost guard) does not hold. No file matches evidence/cost/estimate.json.");
        result.Output.ShouldContain("FAILED: control-attestation failed");
    }

    public void Dispose()
    {
        repository.Dispose();
        keys.Dispose();
        key.Dispose();
    }

    private GatesOutput Attest(params string[] more) =>
        GatesProcess.Run(repository.Path, ["attest", "v1.1.0", "--artifacts", "dist", "--trust", Path.Combine(keys.Path, "trusted.pem"), .. more]);

    private byte[] Made(string form) => File.ReadAllBytes(Path.Combine(repository.Path, ".gates/attestation/control-attestation-v1.1.0" + form));

    private void Gather(string commit)
    {
        var now = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        repository.Write("dist/app.tar.gz", "app")
            .Write(
                "evidence/supply-chain/sbom.json",
                $$"""{ "bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": { "timestamp": "{{now}}" }, "components": [{ "type": "library", "name": "a", "version": "1" }] }""")
            .Write("evidence/supply-chain/trivy.sarif", Sarif("5.0"))
            .Write("evidence/supply-chain/provenance.sigstore.json", Provenance(key))
            .Write("evidence/policies/dlp-scan.sigstore.json", Result("dlp-scan", "passed", commit))
            .Write("evidence/policies/hermetic-build.sigstore.json", Result("hermetic-build", "warned", commit))
            .Write(
                "evidence/policies/results.json",
                $$"""{ "version": 1, "verdict": "passed", "changes": { "head": "{{commit}}" }, "gates": [{ "id": "dlp-scan", "verdict": "passed" }, { "id": "hermetic-build", "verdict": "warned" }] }""")
            .Write(
                "evidence/policies/tests.xml",
                $"<testsuite name=\"s\">{string.Concat(Enumerable.Range(0, 12).Select(i => $"<testcase name=\"t{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}\"/>"))}</testsuite>")
            .Write("evidence/rollout/canary.json", $$"""{ "finished": "{{now}}", "burn_rate": 0.2, "stages": [{ "verdict": "passed" }] }""")
            .Write("evidence/database/lint.sarif", """{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "squawk" } }, "results": [] }] }""")
            .Write("evidence/cost/estimate.json", """{ "monthly": { "delta_percent": 3 } }""")
            .Write("evidence/chaos-dr/drill-1.json", $$"""{ "finished": "{{now}}", "recovered": true, "minutes": 30 }""");
    }

    private static string Sarif(string severity)
    {
        var now = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        return $$"""{ "version": "2.1.0", "runs": [{ "invocations": [{ "executionSuccessful": true, "endTimeUtc": "{{now}}" }], "tool": { "driver": { "name": "Trivy", "rules": [{ "id": "CVE-1", "properties": { "security-severity": "{{severity}}" } }] } }, "results": [{ "ruleId": "CVE-1", "ruleIndex": 0, "level": "note", "message": { "text": "m" } }] }] }""";
    }

    private string Provenance(Ed25519PrivateKey signer, string repositoryUrl = "https://github.com/acme/shop") => Encoding.UTF8.GetString(SigstoreBundle.Sign(
        new Statement([Subject.File("app.tar.gz", Sha256("app"u8))], "https://slsa.dev/provenance/v1", JsonElement.Parse(
            $$"""
            {
              "buildDefinition": { "resolvedDependencies": [{ "uri": "git+{{repositoryUrl}}@refs/tags/v1.1.0", "digest": { "gitCommit": "{{repository.Git("rev-parse", "HEAD")}}" } }] },
              "runDetails": { "builder": { "id": "https://github.com/acme/shop/.github/workflows/release.yml@refs/tags/v1.1.0" } }
            }
            """)).ToBytes(), signer).ToBytes());

    private string Result(string gate, string verdict, string commit) => Encoding.UTF8.GetString(SigstoreBundle.Sign(
        new Statement([Subject.Commit("head", commit)], "https://in-toto.io/attestation/test-result/v0.1", JsonElement.Parse(
            $$"""{ "result": "{{verdict.ToUpperInvariant()}}", "configuration": [], "gates": { "gate": { "id": "{{gate}}" }, "verdict": "{{verdict}}", "mode": "enforce", "workspace": "clean" } }""")).ToBytes(), key).ToBytes());

    private static string Sha256(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
