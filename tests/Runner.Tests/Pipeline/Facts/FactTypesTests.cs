using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.Doors.Git;
using Gates.Doors.Git.History;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Runner.Cases;
using Runner.Tests.Formats.Sarif;
using Runner.Tests.Formats.Sbom;
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
