using System.Text;
using System.Text.Json;
using Gates.Attestation.Bundles;
using Gates.Attestation.Controls.Assertions.Levels;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Results;
using Gates.Policies;
using Runner.Tests.Attestation.Bundles;
using Runner.Tests.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Controls.Assertions.Levels;

/// <summary>What a run's facts verify, and what its release decision says of it.</summary>
public sealed class AttestedReaderTests : IDisposable
{
    private const string Ci = "https://ci.acme.example/builder";
    private const string Verifier = "https://verifier.example/v1";

    private readonly Ed25519PrivateKey key = Ed25519PrivateKey.From(Encoding.ASCII.GetBytes("a seed of thirty-two bytes......"));

    public void Dispose() => key.Dispose();

    [Fact]
    public async Task Provenance_HasALevelForEachFile()
    {
        var evidence = await CollectAsync("provenance", Query());
        var facts = evidence.Facts.GetProperty("provenance");

        facts.GetArrayLength().ShouldBe(2);
        facts[0].GetProperty("artifact").GetString().ShouldBe("dist/app");
        facts[0].GetProperty("level").GetInt32().ShouldBe(2);
        facts[0].GetProperty("builder").GetString().ShouldBe(Ci);
        facts[0].GetProperty("signer").GetString().ShouldBe(key.KeyId);
        facts[0].GetProperty("bundles")[0].GetProperty("path").GetString().ShouldBe("dist/app.sigstore.json");
        facts[1].GetProperty("level").ValueKind.ShouldBe(JsonValueKind.Null);
        facts[1].GetProperty("reason").GetString()!.ShouldStartWith("no provenance is about it");
    }

    [Fact]
    public async Task Summaries_SayWhetherTheyHold()
    {
        var one = $$"""
            {"bundles":["vsa/*.json"],"artifacts":["dist/app"],"verifier":"{{Verifier}}","keys":["{{key.KeyId}}"],"resource":"r",
            "levels":["SLSA_BUILD_LEVEL_2"]}
            """;
        var facts = (await CollectAsync("summaries", one, one.Replace("LEVEL_2", "LEVEL_4", StringComparison.Ordinal))).Facts.GetProperty("summaries");

        facts.EnumerateArray().Select(fact => fact.GetProperty("holds").GetBoolean()).ShouldBe([true, false]);
        facts[1].GetProperty("reason").GetString().ShouldBe("dist/app: vsa/one.json does not say SLSA_BUILD_LEVEL_4; it says SLSA_BUILD_LEVEL_3");
    }

    /// <summary>The keys are those of the rules, which on a pull request are the base's.</summary>
    [Fact]
    public async Task AKeyThatTheChangeBrings_CountsForNothing()
    {
        var about = new GateContext(Tree(), ChangeSet.None with { HeadSha = Bench.Commit }, default) { Rules = new MemoryTree() };
        var evidence = await Gate("provenance", Query()).InspectAsync(about, CancellationToken.None);

        evidence.Facts.GetProperty("provenance")[0].GetProperty("reason").GetString()
            .ShouldBe("dist/app.sigstore.json cannot be verified: no keys are trusted");
        Gate("provenance", Query()).RuleFiles(Tree()).ShouldBe([Keyring.Path, ".github/gates-trusted-root.json"]);
    }

    [Fact]
    public async Task TheReleaseDecision_SaysTheLevelsThatWereVerified()
    {
        var built = await CollectAsync("provenance", Query().Replace("\"dist/*\",\"!dist/*.json\"", "\"dist/app\"", StringComparison.Ordinal));
        var vsa = Decision(built, Source(SignedRun.Facts.Commit, 3));

        Texts(vsa.Predicate.GetProperty("verifiedLevels")).ShouldBe(["GATES_RELEASE_PASSED", "SLSA_BUILD_LEVEL_2", "SLSA_SOURCE_LEVEL_3"]);
        vsa.Subjects.Select(subject => subject.Name).ShouldBe(["head", "merge", "dist/app"]);
        vsa.Subjects[2].Digest["sha256"].ShouldBe(Bench.Sha256("app"));
        vsa.Predicate.GetProperty("inputAttestations").EnumerateArray().Last().GetProperty("uri").GetString().ShouldBe("dist/app.sigstore.json");
    }

    /// <summary>What only some files show is not said of all, nor what is of another commit, nor anything of a run that failed.</summary>
    [Fact]
    public async Task TheReleaseDecision_SaysNoMore()
    {
        var partly = await CollectAsync("provenance", Query());

        Texts(Decision(partly, Source(new string('0', 40), 4)).Predicate.GetProperty("verifiedLevels")).ShouldBe(["GATES_RELEASE_PASSED"]);
        Decision(partly).Subjects.Count.ShouldBe(2);
        var failed = Report(partly, Source(SignedRun.Facts.Commit, 3)) with { Verdict = Verdict.Failed };
        Texts(SignedRun.Sign(failed).Read(RunBundles.ReleaseDecisionName).Predicate.GetProperty("verifiedLevels")).ShouldBe(["FAILED"]);
    }

    [Fact]
    public void TheVerifier_IsTheProgramWithItsKey_WhateverRunsIt()
    {
        using var signer = SignedRun.Key();
        var expected = "https://github.com/gates-ci/gates/verifier/sha256:" + Convert.ToHexStringLower(Convert.FromBase64String(signer.KeyId));
        foreach (var facts in new[] { SignedRun.Facts, SignedRun.Facts with { Run = null } })
        {
            var vsa = SignedRun.Sign(Report(), facts).Read(RunBundles.ReleaseDecisionName);
            vsa.Predicate.GetProperty("verifier").GetProperty("id").GetString().ShouldBe(expected);
        }
    }

    /// <summary>Who the roles are is committed to, and told by the openings alone, which can be deleted.</summary>
    [Fact]
    public void People_AreInStatementsAsCommitments()
    {
        var evidence = Source(SignedRun.Facts.Commit, 3) with { People = new Dictionary<string, string>(StringComparer.Ordinal) { ["person-1"] = "octodog" } };
        var files = SignedRun.Sign(Report(evidence));
        var disclosures = files.Single(file => file.Name == RunBundles.DisclosuresName);

        files.Except([disclosures]).ShouldAllBe(file => !Encoding.UTF8.GetString(file.Content).Contains("octodog", StringComparison.Ordinal));
        files.Count(file => file.IsPrivate).ShouldBe(1);
        var gate = files[0].Name["bundles/".Length..].Split('.')[0];
        var committed = Texts(files.Read(files[0].Name).Predicate.GetProperty("gates").GetProperty("people").GetProperty("_sd"));
        using var openings = JsonDocument.Parse(disclosures.Content);
        var opening = openings.RootElement.GetProperty("disclosures").GetProperty(committed.ShouldHaveSingleItem()).GetString()!;
        Commitments.DigestOf(opening).ShouldBe(committed[0]);
        Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(opening)).ShouldEndWith($",\"{gate}: person-1\",\"octodog\"]");
    }

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetString()!)];

    private static Evidence Source(string commit, int level) => new(
        FactsGate.EvidenceKind,
        JsonElement.Parse(FormattableString.Invariant($$"""{"github":{"commit":"{{commit}}","source":{"level":{{level}},"missing":[]} } }""")));

    private static Statement Decision(params Evidence[] evidence) => SignedRun.Sign(Report(evidence)).Read(RunBundles.ReleaseDecisionName);

    private static RunReport Report(params Evidence[] evidence)
    {
        var report = Samples.Red();
        IReadOnlyList<GateResult> gates = [.. report.Results.Take(evidence.Length).Zip(evidence, (gate, one) => gate with { Evidence = one })];
        return report with { Results = gates.Count > 0 ? gates : report.Results, Verdict = Verdict.Passed };
    }

    private string Query() => $$"""
        {"artifacts":["dist/*","!dist/*.json"],"bundles":["dist/*.json"],"source-repository":"github.com/acme/app",
        "builders":[{"key":"{{key.KeyId}}","id":"{{Ci}}","level":2}]}
        """;

    private MemoryTree Tree() => new(
        ("dist/app", "app"),
        ("dist/other", "other"),
        ("dist/app.sigstore.json", Bench.Bundle(key, Builds.New, Builds.Attested(Ci), Subject.File("app", Bench.Sha256("app")))),
        ("vsa/one.json", Bench.Bundle(
            key,
            "https://slsa.dev/verification_summary/v1",
            $$"""{"verifier":{"id":"{{Verifier}}"},"resourceUri":"r","verificationResult":"PASSED","verifiedLevels":["SLSA_BUILD_LEVEL_3"]}""",
            Subject.File("app", Bench.Sha256("app")))),
        (Keyring.Path, "-----BEGIN PUBLIC KEY-----\n" + Convert.ToBase64String(key.PublicKey.SubjectPublicKeyInfo.Span) + "\n-----END PUBLIC KEY-----\n"));

    private static FactsGate Gate(string kind, params string[] queries) => new(
        new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [kind] = queries }),
        new GateServices(TimeProvider.System) { Attested = new AttestedReader(TimeProvider.System), Variables = _ => null });

    private Task<Evidence> CollectAsync(string kind, params string[] queries) =>
        Gate(kind, queries).InspectAsync(new GateContext(Tree(), ChangeSet.None with { HeadSha = Bench.Commit }, default), CancellationToken.None);
}
