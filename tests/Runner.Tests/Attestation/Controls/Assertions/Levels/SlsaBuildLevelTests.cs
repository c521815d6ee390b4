using System.Text;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Statements;
using Runner.Tests.Attestation.Sigstore;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Controls.Assertions.Levels;

public sealed class SlsaBuildLevelTests : IDisposable
{
    private const string Ci = "https://ci.acme.example/builder";
    private const string Short = "https://github.com/acme/app/.github/workflows/ci.yml@refs/tags/v1";

    private readonly TestInstance instance = new();
    private readonly Ed25519PrivateKey key = Ed25519PrivateKey.From(Encoding.ASCII.GetBytes("a seed of thirty-two bytes......"));

    public void Dispose()
    {
        instance.Dispose();
        key.Dispose();
    }

    [Fact]
    public async Task TheGenerator_IsLevel3() => await LevelAsync(
        3,
        instance.Bundle(Builds.Generated, Builds.Old, Builds.Generator, caller: Short),
        $"SLSA build level 3 of app, built by {Builds.Generator}");

    [Fact]
    public async Task AWorkflowOfTheRepository_IsLevel2()
    {
        var bundle = instance.Bundle(Builds.Attested(TestCertificates.Identity));
        await LevelAsync(2, bundle, $"SLSA build level 2 of app, built by {TestCertificates.Identity}");
        (await CheckAsync("at-least: 3", bundle)).Detail
            .ShouldBe("app has SLSA build level 2, not 3: GitHub's runners built it; that the workflow is isolated is not known: name it with `builders`");
    }

    /// <summary>Isolation is what a called workflow gives; somebody must say which one.</summary>
    [Fact]
    public async Task ACalledWorkflow_IsLevel3_OnceItIsNamed()
    {
        const string Named = ", builders: [{ identity: \"https://github.com/acme/build/.github/workflows/build.yml@refs/tags/*\", level: 3 }]";
        var bundle = instance.Bundle(Builds.Attested(Builds.Reusable), identity: Builds.Reusable, caller: Short);

        await LevelAsync(3, bundle, $"SLSA build level 3 of app, built by {Builds.Reusable}", Named);
        (await CheckAsync("at-least: 1", bundle)).Detail.ShouldContain("a builder that is known");
        (await CheckAsync("at-least: 3" + Named, instance.Bundle(Builds.Attested(Builds.Reusable), identity: Builds.Reusable))).Detail
            .ShouldContain("level 2, not 3: the workflow that signed was not called by another");
    }

    [Fact]
    public async Task ASelfHostedRunner_IsLevel1() => (await CheckAsync(
        "at-least: 2", instance.Bundle(Builds.Attested(TestCertificates.Identity), runner: "self-hosted"))).Detail
            .ShouldBe("app has SLSA build level 1, not 2: it was built by a self-hosted runner, which no build platform answers for");

    [Fact]
    public async Task AKey_IsLevel1_UnlessItIsPairedWithABuilder()
    {
        var scope = Keyed(Builds.Attested(Ci));
        var pair = $", builders: [{{ key: \"{key.KeyId}\", id: \"{Ci}\", level: 2 }}]";

        (await Bench.CheckAsync("type: slsa_build_level, at-least: 1" + pair, scope)).Holds.ShouldBeTrue();
        (await Bench.CheckAsync("type: slsa_build_level, at-least: 2" + pair, scope)).Detail.ShouldBe($"SLSA build level 2 of app, built by {Ci}");
        (await Bench.CheckAsync("type: slsa_build_level, at-least: 2" + pair.Replace(Ci, Ci + "2", StringComparison.Ordinal), scope)).Holds.ShouldBeFalse();
        (await Bench.CheckAsync(
            "type: slsa_build_level, at-least: 2",
            Keyed(Builds.Attested(TestCertificates.Identity)))).Detail.ShouldContain("level 1, not 2: a key says who holds it");
    }

    /// <summary>Unverified provenance shows nothing, and the reason says what is wrong.</summary>
    [Fact]
    public async Task WhatDoesNotHold_HasNoLevel()
    {
        using var other = new TestInstance();
        var good = instance.Bundle(Builds.Attested(TestCertificates.Identity));

        (await NoneAsync(Scope(good) with { Sigstore = other.Roots() })).ShouldContain("is signed keyless, and does not hold");
        (await NoneAsync(Scope(good) with { Sigstore = null })).ShouldContain("no trusted root of Sigstore is known");
        (await NoneAsync(Scope(good) with { Commit = new string('0', 40) })).ShouldContain("ran for commit");
        (await NoneAsync(Scope(good) with { Commit = null })).ShouldContain("the commit is not known");
        (await NoneAsync(Scope(good) with { Repository = "https://github.com/acme/other" })).ShouldContain("not for github.com/acme/other");
        (await NoneAsync(Scope(good) with { Artefacts = [new EvidenceItem("app", 4, Bench.Sha256("evil"))] })).ShouldContain("no provenance is about it");
        (await NoneAsync(Scope(instance.Bundle(Builds.Attested(Builds.Generator))))).ShouldContain("built it, and");
        (await NoneAsync(Scope(instance.Bundle(Builds.Attested(TestCertificates.Identity).Replace("buildType", "b", StringComparison.Ordinal)))))
            .ShouldContain("does not say how it was built (buildType)");
        (await NoneAsync(Keyed(Builds.Attested(TestCertificates.Identity)) with { Trust = null })).ShouldContain("no keys are trusted");
    }

    /// <summary>One that does not hold takes nothing from one that does.</summary>
    [Fact]
    public async Task TheBestProvenance_Counts()
    {
        var scope = instance.Released(
            ("bad.sigstore.json", instance.Bundle(Builds.Attested(Builds.Generator))),
            ("good.sigstore.json", instance.Bundle(Builds.Attested(TestCertificates.Identity))));

        (await Bench.CheckAsync("type: slsa_build_level, at-least: 2", scope)).Holds.ShouldBeTrue();
    }

    [Theory]
    [InlineData("at-least: 2, identity: x", "means nothing without `issuer`")]
    [InlineData("at-least: 2, builders: [{ level: 3 }]", "give `identity` or `key`")]
    [InlineData("at-least: 2, builders: [{ key: x, level: 3 }]", "say for which builder, with `id`")]
    [InlineData("at-least: 4", "3")]
    public void HalfABuilder_IsRefused(string keys, string reason) => Should.Throw<Exception>(
        () => Bench.Catalogue($"schema: 1\ncontrols: [{{ id: C-1, name: C, evidence: [\"**\"], assert: [{{ type: slsa_build_level, {keys} }}] }}]\n"))
            .Message.ShouldContain(reason);

    private async Task LevelAsync(int level, string bundle, string detail, string more = "")
    {
        var result = await CheckAsync(FormattableString.Invariant($"at-least: {level}") + more, bundle);
        result.Detail.ShouldBe(detail);
        result.Holds.ShouldBeTrue();
    }

    private static async Task<string> NoneAsync(AssertionScope scope)
    {
        var result = await Bench.CheckAsync("type: slsa_build_level, at-least: 1", scope);
        result.Holds.ShouldBeFalse();
        result.Detail.ShouldStartWith("app has no SLSA build level: ");
        return result.Detail;
    }

    private Task<AssertionResult> CheckAsync(string keys, string bundle) => Bench.CheckAsync("type: slsa_build_level, " + keys, Scope(bundle));

    private AssertionScope Scope(string bundle) => instance.Released(("p.sigstore.json", bundle));

    private AssertionScope Keyed(string provenance) => instance.Released(
        ("p.sigstore.json", Bench.Bundle(key, Builds.New, provenance, Subject.File("app", Bench.Sha256("app"))))) with
    { Trust = Bench.Trust(key) };
}
