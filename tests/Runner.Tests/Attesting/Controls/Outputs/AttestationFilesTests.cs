using System.Text;
using System.Text.Json;
using Gates.Runner.Attesting.Controls;
using Gates.Runner.Attesting.Controls.Outputs;
using Gates.Runner.Attesting.Cryptography;
using Gates.Runner.Attesting.Envelopes;
using Gates.Runner.Attesting.Statements;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attesting.Controls.Outputs;

public sealed class AttestationFilesTests
{
    [Fact]
    public async Task Json_ForPrograms_HasItsAnswersFirst()
    {
        using var json = JsonDocument.Parse(AttestationJson.Of(await Sample.CreateAsync()));
        var root = json.RootElement;

        root.GetProperty("overall").GetBoolean().ShouldBeFalse();
        root.GetProperty("controls").EnumerateArray().Select(one => $"{one.GetProperty("id")} {one.GetProperty("pass")}: {one.GetProperty("details")}").ShouldBe(
        [
            "SC-01 True: 2 files of evidence; all 2 assertions hold.",
            "DR-01 False: Missing evidence: chaos-dr/*.json matches no file.",
            "FIN-01 : Does not apply: Owned machines.",
        ]);
        root.GetProperty("controls")[0].GetProperty("evidence")[1].GetProperty("path").GetString().ShouldBe("scan (1).sarif");
        root.GetProperty("population").GetProperty("changes").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe($$"""{"count":2,"evidenced":1,"unevidenced":["{{new string('b', 40)}}"]}""");
        root.GetProperty("frameworks").EnumerateArray().First().GetProperty("requirements").EnumerateArray().Select(one => one.GetProperty("id").GetString()).ShouldBe(["A.8.8", "A.8.28"]);
    }

    [Fact]
    public async Task Json_PersonWhoAnswersForAWaiver_IsNotNamed()
    {
        var text = Encoding.UTF8.GetString(AttestationJson.Of(await Sample.CreateAsync()));

        text.ShouldContain("\"owner\": \"@acme/docs\"");
        text.ShouldContain("\"owner\": \"the person named in .github/gates-waivers.yml:9\"");
        text.ShouldNotContain("jane");
    }

    [Fact]
    public async Task Files_MadeTwice_AreTheSameBytes()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var (one, other) = (AttestationFiles.Of(await Sample.CreateAsync(), key), AttestationFiles.Of(await Sample.CreateAsync(), key));

        one.Select(file => file.Name).ShouldBe(["control-attestation-v1.4.0.json", "control-attestation-v1.4.0.oscal.json", "control-attestation-v1.4.0.pdf", "control-attestation-v1.4.0.sigstore.json"]);
        one.Zip(other).ShouldAllBe(pair => pair.First.Content.SequenceEqual(pair.Second.Content));
    }

    [Fact]
    public async Task Bundle_IsAboutTheReleaseFilesAndNamesTheForms()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var files = AttestationFiles.Of(await Sample.CreateAsync(), key);

        var bundle = SigstoreBundle.Read(files[^1].Content, "b");
        var statement = Statement.Read(bundle.Envelope, "b");

        Bench.Trust(key).Check(bundle.Envelope, Gates.Runner.Attesting.Keys.KeyUse.Release, Bench.Now).Signer.ShouldBe(key.PublicKey);
        statement.Subjects.ShouldHaveSingleItem().Digest["sha256"].ShouldBe(Bench.Sha256("shop"));
        statement.Predicate.GetProperty("overall").GetBoolean().ShouldBeFalse();
        statement.Predicate.GetProperty("files").EnumerateArray().Select(file => (file.GetProperty("name").GetString(), file.GetProperty("digest").GetProperty("sha256").GetString()))
            .ShouldBe(files.Take(3).Select(file => ((string?)file.Name, (string?)Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content)))));
    }

    [Fact]
    public async Task Statement_NoReleaseFiles_IsAboutTheCommit()
    {
        var attestation = await Sample.CreateAsync();
        var statement = JsonDocument.Parse(AttestationStatement.Of(attestation with { Scope = attestation.Scope with { Artefacts = [] } }, [])).RootElement;

        statement.GetProperty("subject")[0].GetRawText().ShouldBe($$"""{"digest":{"gitCommit":"{{Bench.Commit}}"},"name":"acme/shop@v1.4.0"}""");
    }

    [Theory]
    [InlineData("compliant")]
    [InlineData("certified")]
    [InlineData("guarantee")]
    public async Task Forms_OfAnAttestation_NeverClaimConformity(string word)
    {
        foreach (var (_, content) in AttestationFiles.Of(await Sample.CreateAsync(), null))
        {
            Encoding.Latin1.GetString(content).ShouldNotContain(word, Case.Insensitive);
        }
    }
}
