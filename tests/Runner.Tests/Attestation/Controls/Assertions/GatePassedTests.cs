using System.Text;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Controls.Assertions;

/// <summary>What a trusted key signed about the commit decides; what nobody signed may agree.</summary>
public sealed class GatePassedTests : IDisposable
{
    private const string Gate = "type: gate_passed, gate: dlp-scan";
    private const string Other = "0000000000000000000000000000000000000000";

    private readonly Ed25519PrivateKey key = Ed25519PrivateKey.From(Encoding.ASCII.GetBytes("a seed of thirty-two bytes......"));
    private readonly Ed25519PrivateKey stranger = Ed25519PrivateKey.From(Encoding.ASCII.GetBytes("another seed of 32 bytes........"));

    [Theory]
    [InlineData("passed", true)]
    [InlineData("warned", false)]
    [InlineData("failed", false)]
    [InlineData("errored", false)]
    [InlineData("skipped", false)]
    public async Task Signed_Verdict_Decides(string verdict, bool holds) => (await CheckAsync(Signed(verdict))).Holds.ShouldBe(holds);

    [Fact]
    public async Task Signed_AndUnsignedAgree_Holds() =>
        (await CheckAsync(
            Signed("passed"),
            Unsigned("passed"))).Detail.ShouldBe($"d.sigstore.json: dlp-scan passed, signed by {key.KeyId}; results.json, which is unsigned, says the same");

    [Fact]
    public async Task Signed_VerdictThatIsAllowed_WillDo() =>
        (await Bench.CheckAsync(Gate + ", allow: [waived]", Scope(Signed("waived"), Unsigned("waived")))).Holds.ShouldBeTrue();

    [Fact]
    public async Task UnsignedSaysPassed_SignedSaysFailed_IsAContradiction() =>
        (await CheckAsync(Signed("failed"), Unsigned("passed"))).Detail.ShouldBe("d.sigstore.json: dlp-scan is \"failed\"");

    [Fact]
    public async Task UnsignedSaysFailed_SignedSaysPassed_IsAContradiction() =>
        (await CheckAsync(Signed("passed"), Unsigned("failed"))).Detail.ShouldBe("results.json: dlp-scan is \"failed\"");

    [Fact]
    public async Task Contradiction_OfABundleThatTheControlDoesNotName_CountsAllTheSame()
    {
        var catalogue = Bench.Catalogue("schema: 1\ncontrols: [{ id: PL-01, name: P, evidence: [results.json], assert: [{ type: gate_passed, gate: dlp-scan }] }]\n");
        foreach (var trust in (TrustedKeys?[])[null, Bench.Trust(key)])
        {
            var scope = Scope(Signed("failed"), Unsigned("passed")) with { Trust = trust };
            var result = (await new Gates.Attestation.Controls.ControlEvaluator(scope).EvaluateAsync(catalogue, CancellationToken.None)).Results[0];
            result.Outcome.ShouldBe(Gates.Attestation.Controls.ControlOutcome.Fails);
            result.Details.ShouldStartWith("gate_passed: d.sigstore.json: dlp-scan is \"failed\"");
        }
    }

    [Fact]
    public async Task Signed_ByAStranger_ShowsNothing() =>
        (await CheckAsync(("d.sigstore.json", Bench.Result(stranger, "dlp-scan", "passed")), Unsigned("passed"))).Detail.ShouldBe(
            $"no result of dlp-scan that a trusted key signed is about {Bench.Commit}: d.sigstore.json not signed by a key of trusted.pem; it names the key {stranger.KeyId}; results.json is unsigned: it says what whoever wrote it says; put the run's bundles/dlp-scan.sigstore.json beside it");

    [Fact]
    public async Task Signed_AboutAnotherCommit_ShowsNothing() =>
        (await CheckAsync(("d.sigstore.json", Bench.Result(
            key,
            "dlp-scan",
            "passed",
            Other)))).Detail.ShouldBe($"no result of dlp-scan that a trusted key signed is about {Bench.Commit}: d.sigstore.json is about commit {Other}, not {Bench.Commit}");

    [Fact]
    public async Task Signed_WithTheReleaseKey_ShowsNothing()
    {
        var ring = new Keyring([new KeyringEntry(key.PublicKey, KeyUse.Release, Bench.Now.AddDays(-1), Bench.Now.AddDays(1))]);
        (await Bench.CheckAsync(
            Gate,
            Scope(
                Signed("passed")) with
            { Trust = TrustedKeys.Read(KeyringJson.Write(ring), "ring") })).Detail.ShouldContain("is for release, not for evidence");
    }

    [Fact]
    public async Task Unsigned_KeysAreTrusted_Fails()
    {
        var result = await CheckAsync(Unsigned("passed"));
        result.Fails.ShouldBeTrue();
        result.Detail.ShouldContain("results.json is unsigned");
    }

    [Fact]
    public async Task Unsigned_NobodyIsTrusted_IsNotVerified()
    {
        var result = await Bench.CheckAsync(Gate, Scope(Unsigned("passed")) with { Trust = null });
        (result.Holds, result.IsUnverified, result.Word).ShouldBe((false, true, "not verified"));
        result.Detail.ShouldBe("results.json says that dlp-scan passed, and no keys are trusted that could have signed that: not verified");
    }

    [Theory]
    [InlineData("failed", Bench.Commit, "results.json: dlp-scan is \"failed\"")]
    [InlineData("passed", Other, $"results.json is about commit {Other}, not {Bench.Commit}")]
    public async Task Unsigned_ThatSaysNo_FailsWhoeverIsTrusted(string verdict, string head, string detail) =>
        (await Bench.CheckAsync(Gate, Scope(Unsigned(verdict, head)) with { Trust = null })).Detail.ShouldBe(detail);

    [Fact]
    public async Task NoResultOfTheGate_Fails() =>
        (await CheckAsync(("other.json", "{}"))).Detail.ShouldBe("neither a signed result nor a results.json among the evidence is about dlp-scan");

    public void Dispose()
    {
        key.Dispose();
        stranger.Dispose();
    }

    private (string, string) Signed(string verdict) => ("d.sigstore.json", Bench.Result(key, "dlp-scan", verdict));

    private static (string, string) Unsigned(string verdict, string head = Bench.Commit) =>
        ("results.json", $$"""{ "version": 1, "verdict": "passed", "changes": { "head": "{{head}}" }, "gates": [{ "id": "dlp-scan", "verdict": "{{verdict}}" }] }""");

    private AssertionScope Scope(params (string Path, string Text)[] files) => Bench.Scope(files) with { Trust = Bench.Trust(key), Commit = Bench.Commit };

    private Task<AssertionResult> CheckAsync(params (string Path, string Text)[] files) => Bench.CheckAsync(Gate, Scope(files));
}
