using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Assertions;
using Runner.Tests.Attestation.Controls;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>What assertions say of keyless signatures.</summary>
public sealed class KeylessAssertionTests : IDisposable
{
    private const string Verify = "type: cosign_verify_attestation";
    private const string Generator = "https://github.com/slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@refs/tags/v2.1.0";
    private const string SignedBy = "type: signed_by, path: app, identity: \"https://github.com/acme/*/.github/workflows/release.yml@refs/tags/*\", "
        + "issuer: \"https://token.actions.githubusercontent.com\"";

    /// <summary>As actions/attest-build-provenance writes it.</summary>
    private const string Attested = $$"""
        {
          "buildDefinition": {
            "buildType": "https://actions.github.io/buildtypes/workflow/v1",
            "externalParameters": { "workflow": { "ref": "refs/tags/v1.0.0", "repository": "https://github.com/acme/app", "path": ".github/workflows/release.yml" } },
            "internalParameters": { "github": { "event_name": "push", "repository_id": "1", "repository_owner_id": "2", "runner_environment": "github-hosted" } },
            "resolvedDependencies": [ { "uri": "git+https://github.com/acme/app@refs/tags/v1.0.0", "digest": { "gitCommit": "{{Bench.Commit}}" } } ]
          },
          "runDetails": {
            "builder": { "id": "{{TestCertificates.Identity}}" },
            "metadata": { "invocationId": "https://github.com/acme/app/actions/runs/1/attempts/1" }
          }
        }
        """;

    /// <summary>As slsa-github-generator writes it.</summary>
    private const string Generated = $$"""
        {
          "builder": { "id": "{{Generator}}" },
          "buildType": "https://github.com/slsa-framework/slsa-github-generator/generic@v1",
          "invocation": {
            "configSource": { "uri": "git+https://github.com/acme/app@refs/tags/v1.0.0", "digest": { "sha1": "{{Bench.Commit}}" }, "entryPoint": ".github/workflows/release.yml" },
            "parameters": {},
            "environment": { "github_event_name": "push" }
          },
          "materials": [ { "uri": "git+https://github.com/acme/app@refs/tags/v1.0.0", "digest": { "sha1": "{{Bench.Commit}}" } } ]
        }
        """;

    private readonly TestInstance instance = new();

    public void Dispose() => instance.Dispose();

    [Fact]
    public async Task Verify_BuildProvenanceOfGitHub_Holds()
    {
        var result = await Bench.CheckAsync(Verify, Released(Bundle(Attested)));

        result.Holds.ShouldBeTrue(result.Detail);
        result.Detail.ShouldBe($"1 of 1 attestation, signed by {TestCertificates.Identity}; about app, by digest; built from github.com/acme/app at "
            + $"4caeb2e69f7c by {TestCertificates.Identity}");
    }

    [Fact]
    public async Task Verify_ProvenanceOfTheGenerator_Holds()
    {
        var bundle = Bundle(Generated, "https://slsa.dev/provenance/v0.2", Generator);

        (await Bench.CheckAsync(Verify, Released(bundle))).Holds.ShouldBeTrue((await Bench.CheckAsync(Verify, Released(bundle))).Detail);
        (await Bench.CheckAsync(Verify, Released(bundle, "p.intoto.jsonl"))).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task Verify_BuilderWhoDidNotSign_Fails() =>
        (await Bench.CheckAsync(Verify, Released(Bundle(Generated, "https://slsa.dev/provenance/v0.2")))).Detail
            .ShouldBe($"p.sigstore.json: says that {Generator} built it, and {TestCertificates.Identity} signed");

    [Fact]
    public async Task Verify_WorkflowOfAnotherRepositoryOrCommit_Fails()
    {
        var released = Released(Bundle(Attested));

        (await Bench.CheckAsync(Verify, released with { Repository = "https://github.com/acme/other" })).Detail
            .ShouldBe("p.sigstore.json: is signed by a workflow that ran for https://github.com/acme/app, not for github.com/acme/other");
        (await Bench.CheckAsync(Verify, released with { Commit = "00caeb2e69f7c3a205bcd25397ec4d0c437d0378" })).Detail
            .ShouldBe($"p.sigstore.json: is signed by a workflow that ran for commit {Bench.Commit}, not for 00caeb2e69f7c3a205bcd25397ec4d0c437d0378");
        (await Bench.CheckAsync(Verify, released with { Repository = null })).Detail.ShouldContain("say who may sign, with `identity` and `issuer`");
    }

    [Fact]
    public async Task Verify_NamedIdentity_IsAskedFor()
    {
        var named = Verify + ", issuer: \"https://token.actions.githubusercontent.com\", identity: ";

        (await Bench.CheckAsync(named + "\"https://github.com/acme/app/**\"", Released(Bundle(Attested)))).Holds.ShouldBeTrue();
        (await Bench.CheckAsync(named + "\"https://github.com/acme/app/*\"", Released(Bundle(Attested)))).Detail
            .ShouldBe($"p.sigstore.json: is signed with the identity {TestCertificates.Identity}, not https://github.com/acme/app/*");
    }

    [Fact]
    public async Task Verify_AnotherInstance_Fails()
    {
        using var other = new TestInstance();

        (await Bench.CheckAsync(Verify, Released(Bundle(Attested)) with { Sigstore = other.Roots() })).Detail.ShouldStartWith("p.sigstore.json: is signed keyless, and does not hold: ");
    }

    [Fact]
    public async Task SignedBy_StatementBesideTheFile_NeedsItsSigner()
    {
        var scope = Scope(Bundle(Attested));

        (await Bench.CheckAsync(SignedBy, scope)).Detail.ShouldBe($"the file is signed, by {TestCertificates.Identity}");
        (await Bench.CheckAsync("type: signed_by, path: app", scope)).Detail
            .ShouldBe($"app has app.sigstore.json, which is signed keyless by {TestCertificates.Identity}, and the assertion does not say that this "
                + "is who may sign");
        (await Bench.CheckAsync(SignedBy + ", source-repository: \"https://github.com/evil/*\"", scope)).Holds.ShouldBeFalse();
        (await Bench.CheckAsync(SignedBy + ", source-ref: \"refs/tags/*\", runner-environment: github-hosted, build-trigger: push", scope)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task SignedBy_TypeAsItsName_IsTheSame() =>
        (await Bench.CheckAsync(
            "signed_by: { path: app, identity: \"https://github.com/acme/*/.github/workflows/release.yml@refs/tags/*\", issuer: "
                + "\"https://token.actions.githubusercontent.com\" }",
            Scope(Bundle(Attested)))).Detail.ShouldBe($"the file is signed, by {TestCertificates.Identity}");

    [Fact]
    public async Task SignedBy_SignatureOverTheFileItself_Holds()
    {
        var bundle = new TestBundle(instance) { Entry = ("hashedrekord", "0.0.1"), File = Encoding.UTF8.GetBytes("app") }.Text;

        (await Bench.CheckAsync(SignedBy, Scope(bundle))).Detail.ShouldBe($"the file is signed, by {TestCertificates.Identity}");
        (await Bench.CheckAsync(SignedBy, Scope(bundle, "evil"))).Detail.ShouldContain("it is about another file than app");
    }

    [Theory]
    [InlineData("identity: x", "means nothing without `issuer`, who vouches for it")]
    [InlineData("issuer: x", "vouches for anybody; say who may sign with `identity`, `source-repository` or `workflow`")]
    public void SignedBy_HalfAnIdentity_IsRefused(string keys, string reason) =>
        Should.Throw<Exception>(() => Bench.Catalogue($"schema: 1\ncontrols: [{{ id: C-1, name: C, evidence: [\"**\"], assert: [{{ type: signed_by, {keys} }}] }}]\n")).Message.ShouldContain(reason);

    private string Bundle(string predicate, string type = "https://slsa.dev/provenance/v1", string identity = TestCertificates.Identity)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new TestBundle(instance)
        {
            Key = key,
            Certificate = instance.Certify(TestCertificates.Request(new PublicKey(key), identity)),
            Payload = $$$"""{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"app","digest":{"sha256":"{{{Bench.Sha256("app")}}}"}}],"predicateType":"{{{type}}}","predicate":{{{predicate}}}}""",
        }.Text;
    }

    private AssertionScope Scope(string bundle, string content = "app") => Bench.Scope(("app.sigstore.json", bundle), ("app", content)) with { Sigstore = instance.Roots() };

    private AssertionScope Released(string bundle, string name = "p.sigstore.json") => Bench.Scope((name, bundle)) with
    {
        Sigstore = instance.Roots(),
        Commit = Bench.Commit,
        Tag = "v1.0.0",
        Repository = "https://github.com/acme/app",
        Artefacts = [new EvidenceItem("app", 3, Bench.Sha256("app"))],
    };
}
