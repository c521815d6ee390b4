using System.Text;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Statements;
using Runner.Tests.Attestation.Sigstore;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Controls.Assertions.Levels;

/// <summary>Summaries of others: signature, subject, type, verifier with its key, resource, result, levels, in this order.</summary>
public sealed class ForeignSummaryTests : IDisposable
{
    private const string Vsa = "https://slsa.dev/verification_summary/v1";
    private const string OldVsa = "https://slsa.dev/verification_summary/v0.2";
    private const string Svr = "https://in-toto.io/attestation/svr/v0.2";
    private const string Verifier = "https://verifier.example/v1";

    private const string Said = $$"""
        {"verifier":{"id":"{{Verifier}}"},"timeVerified":"2026-11-20T00:00:00Z","resourceUri":"https://acme.example/app-1.0.0.tgz","policy":{"uri":"p"},
        "verificationResult":"PASSED","verifiedLevels":["SLSA_BUILD_LEVEL_3","ACME_SCANNED"]}
        """;

    private readonly TestInstance instance = new();
    private readonly Ed25519PrivateKey key = Ed25519PrivateKey.From(Encoding.ASCII.GetBytes("a seed of thirty-two bytes......"));
    private readonly Ed25519PrivateKey other = Ed25519PrivateKey.From(Encoding.ASCII.GetBytes("another seed of 32 bytes........"));

    public void Dispose()
    {
        instance.Dispose();
        key.Dispose();
        other.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData(", levels: [SLSA_BUILD_LEVEL_2, ACME_SCANNED]")]
    [InlineData(", levels: [SLSA_BUILD_LEVEL_3]")]
    public async Task APassedSummary_Holds(string more)
    {
        var result = await VsaAsync(Said, more);
        result.Holds.ShouldBeTrue(result.Detail);
        result.Detail.ShouldStartWith($"{Verifier} says PASSED");
        result.Detail.ShouldEndWith(" of app, in s.sigstore.json");
    }

    [Theory]
    [InlineData("PASSED", "FAILED", "", "says FAILED, not PASSED")]
    [InlineData("acme.example/app", "acme.example/other", "", "is about the resource https://acme.example/other-1.0.0.tgz, not https://acme.example/app-*.tgz")]
    [InlineData(Verifier, "https://verifier.example/v2", "", "is of the verifier https://verifier.example/v2, not " + Verifier)]
    [InlineData("x", "x", ", levels: [SLSA_BUILD_LEVEL_4]", "does not say SLSA_BUILD_LEVEL_4; it says SLSA_BUILD_LEVEL_3; ACME_SCANNED")]
    [InlineData("x", "x", ", levels: [SLSA_SOURCE_LEVEL_1]", "does not say SLSA_SOURCE_LEVEL_1")]
    [InlineData("ACME_SCANNED", "ACME_SCANNED_9", ", levels: [ACME_SCANNED]", "does not say ACME_SCANNED")]
    public async Task WhatItDoesNotSay_Fails(string from, string to, string more, string reason)
    {
        var result = await VsaAsync(Said.Replace(from, to, StringComparison.Ordinal), more);
        result.Holds.ShouldBeFalse();
        result.Detail.ShouldStartWith("app: s.sigstore.json " + reason);
    }

    [Fact]
    public async Task AnotherKey_CannotSignForTheVerifier()
    {
        var scope = Scope(Bench.Bundle(other, Vsa, Said, App())) with { Trust = Bench.Trust(key, other) };
        (await Bench.CheckAsync(Asked(), scope)).Detail
            .ShouldBe($"app: s.sigstore.json is signed with the key {other.KeyId}, which is not paired with the verifier {Verifier}");
        (await Bench.CheckAsync(Asked(), scope with { Trust = Bench.Trust(key) })).Detail.ShouldContain("not signed by a key of trusted.pem");
        (await Bench.CheckAsync(Asked(), Scope(Bench.Bundle(key, Vsa, Said, Subject.File("app", Bench.Sha256("evil")))))).Detail
            .ShouldBe("app: s.sigstore.json is about something else: no subject has the digest");
        (await Bench.CheckAsync(Asked(), Scope(Bench.Bundle(key, Svr, Said, App())))).Detail.ShouldBe($"app: s.sigstore.json is {Svr}, not {Vsa}");
    }

    [Fact]
    public async Task TheOldForm_IsRead()
    {
        const string Old = $$"""
            {"verifier":{"id":"{{Verifier}}"},"time_verified":"2026-11-20T00:00:00Z","resource_uri":"https://acme.example/app-1.0.0.tgz",
            "verification_result":"PASSED","policy_level":"SLSA_LEVEL_3"}
            """;
        (await Bench.CheckAsync(Asked(", levels: [SLSA_LEVEL_2]"), Scope(Bench.Bundle(key, OldVsa, Old, App())))).Holds.ShouldBeTrue();
        (await Bench.CheckAsync(Asked(), Scope(Bench.Bundle(key, OldVsa, Said, App())))).Detail.ShouldContain("is about the resource of no name");
    }

    [Fact]
    public async Task AKeylessVerifier_IsPairedByItsIdentity()
    {
        var asked = $"type: vsa_passed, verifier: \"{Verifier}\", resource: \"https://acme.example/app-*.tgz\", "
            + $"issuer: \"{TestCertificates.Issuer}\", identity: ";
        var scope = Scope(instance.Bundle(Said, Vsa)) with { Sigstore = instance.Roots() };

        (await Bench.CheckAsync(asked + $"\"{TestCertificates.Identity}\"", scope)).Holds.ShouldBeTrue();
        (await Bench.CheckAsync(asked + "\"https://github.com/evil/**\"", scope)).Holds.ShouldBeFalse();
        (await Bench.CheckAsync(asked + $"\"{TestCertificates.Identity}\"", Scope(Bench.Bundle(key, Vsa, Said, App())))).Detail.ShouldContain("is not paired");
    }

    [Fact]
    public async Task ASummaryOfTheCommit_IsFoundByIt()
    {
        var scope = Scope(Bench.Bundle(key, Vsa, Said, Subject.Commit("git", Bench.Commit)));
        (await Bench.CheckAsync(Asked(", commit: true"), scope)).Holds.ShouldBeTrue();
        (await Bench.CheckAsync(Asked(", commit: true"), scope with { Commit = new string('0', 40) })).Holds.ShouldBeFalse();
        (await Bench.CheckAsync(Asked(), scope)).Holds.ShouldBeFalse();
    }

    [Fact]
    public async Task AResult_SaysOnlyWhatHolds()
    {
        var asked = $"type: svr_properties, verifier: \"{Verifier}\", keys: [\"{key.KeyId}\"], properties: ";
        var scope = Scope(Bench.Bundle(
            key,
            Svr,
            $$"""{"verifier":{"id":"{{Verifier}}","policies":[]},"timeCreated":"2026-11-20T00:00:00Z","properties":["SLSA_BUILD_LEVEL_3","ACME"]}""",
            App()));

        (await Bench.CheckAsync(asked + "[ACME, SLSA_BUILD_LEVEL_1]", scope)).Detail
            .ShouldBe($"{Verifier} says ACME, SLSA_BUILD_LEVEL_1 of app, in s.sigstore.json");
        (await Bench.CheckAsync(asked + "[OTHER]", scope)).Detail.ShouldBe("app: s.sigstore.json does not say OTHER");
    }

    [Theory]
    [InlineData("type: vsa_passed, verifier: v, resource: r", "say who signs for it")]
    [InlineData("type: vsa_passed, verifier: v, resource: r, identity: i", "means nothing without `issuer`")]
    [InlineData("type: vsa_passed, verifier: v, resource: r, keys: [k], identity: i", "with a key or keyless")]
    [InlineData("type: vsa_passed, verifier: v, resource: r, keys: [k], commit: true, subject: a", "`commit` is set")]
    [InlineData("type: svr_properties, verifier: v, keys: [k], properties: []", "so any result would do")]
    public void AVerifierThatAnybodyCouldBe_IsRefused(string keys, string reason) => Should.Throw<Exception>(
        () => Bench.Catalogue($"schema: 1\ncontrols: [{{ id: C-1, name: C, evidence: [\"**\"], assert: [{{ {keys} }}] }}]\n")).Message.ShouldContain(reason);

    private static Subject App() => Subject.File("app", Bench.Sha256("app"));

    private string Asked(string more = "") =>
        $"type: vsa_passed, verifier: \"{Verifier}\", keys: [\"{key.KeyId}\"], resource: \"https://acme.example/app-*.tgz\"{more}";

    private Task<AssertionResult> VsaAsync(string predicate, string more) => Bench.CheckAsync(Asked(more), Scope(Bench.Bundle(key, Vsa, predicate, App())));

    private AssertionScope Scope(string bundle) => instance.Released(("s.sigstore.json", bundle)) with { Trust = Bench.Trust(key) };
}
