using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.Attestation.Controls.Assertions.Levels;
using Gates.Doors.Git;
using Gates.Doors.Git.History;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Facts.GitHub;
using Gates.Pipeline.Facts.Run;
using Gates.Runner.Cases;
using Runner.Tests.Formats.Sarif;
using Runner.Tests.Formats.Sbom;
using Runner.Tests.Pipeline.Facts.GitHub;
using Runner.Tests.Pipeline.Facts.Kubernetes;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Facts;

/// <summary>Holds <c>gates.d.ts</c> against what facts really hold, both ways.</summary>
public sealed partial class FactTypesTests
{
    private static readonly string Types = File.ReadAllText(Repository.Combine("policies/types/gates.d.ts"));

    [Fact]
    public void FactsEvidence_HasEveryKind() =>
        Declared("FactsEvidence").Except(["selection", "coverage"]).Order(StringComparer.Ordinal).ShouldBe(FactsGate.Kinds);

    [Fact]
    public async Task Sarif_IsAsDeclared()
    {
        var log = await Collected.OneAsync("sarif", "a.sarif", SarifSamples.CodeQl);
        ShouldBe("SarifLog", log);
        ShouldBe("SarifRun", log.GetProperty("runs")[0]);
        ShouldBe("SarifResult", log.GetProperty("runs")[0].GetProperty("results")[0]);
    }

    [Fact]
    public async Task JUnit_IsAsDeclared()
    {
        var report = await Collected.OneAsync("junit", "a.xml", "<testsuite><testcase name='a'/></testsuite>");
        ShouldBe("JUnitReport", report);
        ShouldBe("JUnitSuite", report.GetProperty("suites")[0]);
        ShouldBe("JUnitCase", report.GetProperty("suites")[0].GetProperty("cases")[0]);
    }

    [Fact]
    public async Task Sbom_IsAsDeclared()
    {
        var bill = await Collected.OneAsync("sbom", "a.json", SbomSamples.Vulnerabilities);
        ShouldBe("Sbom", bill);
        ShouldBe("SbomComponent", bill.GetProperty("components")[0]);
        ShouldBe("SbomVulnerability", bill.GetProperty("vulnerabilities")[0]);
    }

    [Fact]
    public async Task Files_AreAsDeclared() => ShouldBe("FileFact", await Collected.OneAsync("files", "a.txt", "x"));

    [Fact]
    public async Task NewerFormats_AreAsDeclared()
    {
        var lines = await Collected.OneAsync("jsonl", "a.jsonl", "{\"a\":1}");
        ShouldBe("JsonLinesFile", lines);
        ShouldBe("JsonLinesKey", lines.GetProperty("keys")[0]);
        ShouldBe("MarkdownFile", await Collected.OneAsync("markdown", "a.md", "# A"));
        var dockerfile = await Collected.OneAsync("dockerfile", "Dockerfile", "FROM a\nRUN b\n");
        ShouldBe("DockerfileFact", dockerfile);
        ShouldBe("DockerStage", dockerfile.GetProperty("stages")[0]);
        ShouldBe("DockerInstruction", dockerfile.GetProperty("instructions")[0]);
        var profile = await Collected.OneAsync("profiles", "a.folded", "a;b 1\n");
        ShouldBe("Profile", profile);
        ShouldBe("ProfiledFunction", profile.GetProperty("functions")[0]);
    }

    [Fact]
    public async Task Changes_AreAsDeclared()
    {
        var gate = new FactsGate(new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["change"] = ["**"] }));
        var changes = new ChangeSet("h", "b", [new ChangedFile("a.txt", null, Deleted: false, [])]);
        var context = new GateContext(new MemoryTree(("a.txt", "a")), changes, default) { BaseTree = new MemoryTree() };
        var change = (await gate.InspectAsync(context, CancellationToken.None)).Facts.GetProperty("change");

        ShouldBe("ChangeFacts", change);
        ShouldBe("ChangeFile", change.GetProperty("files")[0]);
    }

    [Fact]
    public async Task Run_IsAsDeclared()
    {
        var gate = new FactsGate(
            new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["run"] = [.. RunContextFacts.Parts, "env.A"] }),
            new GateServices(TimeProvider.System) { Variables = _ => null });
        var context = new GateContext(new MemoryTree(), ChangeSet.None, default);

        ShouldBe("RunFacts", (await gate.InspectAsync(context, CancellationToken.None)).Facts.GetProperty("run"));
    }

    [Fact]
    public async Task Git_IsAsDeclared()
    {
        using var folder = new TempRepository();
        var from = folder.Commit();
        folder.Write("a", "1").Commit();
        folder.Git("tag", "v1");
        var repository = (await GitRepository.FindAsync(folder.Info, null, CancellationToken.None))!;
        var history = new RepositoryHistory(repository, await repository.HeadAsync(CancellationToken.None), from, null);
        var gate = new FactsGate(new FactSelection(new Dictionary<string, IReadOnlyList<string>>(
            StringComparer.Ordinal)
        { ["git"] = ["commits", "tags", "diff"] }));

        var git = (await gate.InspectAsync(
            new GateContext(new CaseTree([]), ChangeSet.None, default) { History = history },
            CancellationToken.None)).Facts.GetProperty("git");

        Declared("GitFacts").ShouldBe([.. Names(git).Append("truncated").Order(StringComparer.Ordinal)]);
        ShouldBe("GitCommit", git.GetProperty("commits")[0]);
        ShouldBe("GitSignature", git.GetProperty("commits")[0].GetProperty("signature"));
        ShouldBe("GitTag", git.GetProperty("tags")[0]);
        ShouldBe("GitChange", git.GetProperty("diff")[0]);
    }

    [Fact]
    public async Task Images_AreAsDeclared()
    {
        using var registry = new MemoryRegistry();
        var digest = SampleImage.DigestOf(registry.PushImage("ghcr.io/acme/shop", "1", "linux/amd64", ["a"]));
        registry.PushReferrers("ghcr.io/acme/shop", digest, SampleImage.Descriptor(SampleImage.Manifest, "r"));
        var gate = new FactsGate(
            new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["images"] = ["ghcr.io/acme/shop:1"] }),
            new GateServices(TimeProvider.System) { Http = registry, Variables = _ => null });

        var image = (await gate.InspectAsync(new GateContext(new CaseTree([]), ChangeSet.None, default), CancellationToken.None))
            .Facts.GetProperty("images")[0];

        ShouldBe("ImageFact", image);
        ShouldBe("ImagePlatform", image.GetProperty("platforms")[0]);
        ShouldBe("ImageAttachment", image.GetProperty("attached")[0]);
    }

    [Fact]
    public async Task ClusterObjects_AreAsDeclared() => ShouldBe("ClusterObject", (await KubernetesFactsTests.FactsAsync(KubernetesFactsTests.Web))[0]);

    [Fact]
    public async Task GitHub_IsAsDeclared()
    {
        using var github = GitHubAnswers.Whole();
        var facts = await github.FactsAsync([.. GitHubFacts.Parts]);

        ShouldBe("GitHubFacts", facts);
        ShouldBe("GitHubPull", facts.GetProperty("pullRequests")[0]);
        ShouldBe("GitHubSide", facts.GetProperty("pullRequests")[0].GetProperty("head"));
        ShouldBe("GitHubReview", facts.GetProperty("pullRequests")[0].GetProperty("reviews")[0]);
        ShouldBe("GitHubProtection", facts.GetProperty("protection"));
        ShouldBe("GitHubRules", facts.GetProperty("protection").GetProperty("sources")[0]);
        ShouldBe("GitHubEnvironments", facts.GetProperty("environments"));
        ShouldBe("GitHubEnvironment", facts.GetProperty("environments").GetProperty("all")[0]);
        ShouldBe("GitHubDeployment", facts.GetProperty("deployments")[0]);
        ShouldBe("GitHubRun", facts.GetProperty("run"));
        ShouldBe("GitHubRun", facts.GetProperty("runs")[0]);
        ShouldBe("GitHubRelease", facts.GetProperty("releases")[0]);
        ShouldBe("GitHubSource", facts.GetProperty("source"));
    }

    [Theory]
    [InlineData("provenance", "ArtifactProvenance", """{"artifacts":["a"],"bundles":["b"]}""")]
    [InlineData("summaries", "VerifierSummary", """{"artifacts":["a"],"bundles":["b"],"verifier":"v","keys":["k"],"resource":"r"}""")]
    public async Task WhatOthersSigned_IsAsDeclared(string kind, string type, string query)
    {
        var gate = new FactsGate(
            new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [kind] = [query] }),
            new GateServices(TimeProvider.System) { Attested = new AttestedReader(TimeProvider.System), Variables = _ => null });
        var evidence = await gate.InspectAsync(new GateContext(new MemoryTree(("a", "a")), ChangeSet.None, default), CancellationToken.None);

        ShouldBe(type, evidence.Facts.GetProperty(kind)[0]);
    }

    private static void ShouldBe(string type, JsonElement fact) => Names(fact).ShouldBe(Declared(type));

    private static List<string> Names(JsonElement fact) => [.. fact.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)];

    private static List<string> Declared(string type)
    {
        var start = Types.IndexOf($"interface {type} {{", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(-1, $"gates.d.ts declares {type}");
        var body = Types[start..Types.IndexOf("\n}", start, StringComparison.Ordinal)];
        return [.. Member().Matches(body).Select(member => member.Groups[1].Value).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^  (\w+)\??:", RegexOptions.Multiline)]
    private static partial Regex Member();
}
