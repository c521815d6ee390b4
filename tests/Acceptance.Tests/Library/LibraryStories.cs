using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Library;

/// <summary>The shipped policies in a repository of somebody who uses them, and the kits beside them.</summary>
public sealed class LibraryStories : IDisposable
{
    private readonly TempRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void EachGateOfTheExampleIsKnownWithItsSettings()
    {
        repository.Write(".github/gates.yml", File.ReadAllText(Repository.Combine("examples", "library-gates.yml"))).Commit();

        var check = GatesProcess.Run(repository.Path, ["check"]);

        check.ExitCode.ShouldBe(0, check.ToString());
    }

    [Fact]
    public void APublishedChecklist_IsJudgedAsItWasFound()
    {
        var folder = Repository.Shared("data");
        Assert.SkipWhen(
            folder is null || !File.Exists(Path.Combine(folder, "orr-checklist.md")),
            "needs orr-checklist.md in a folder shared/data above the repository");
        repository
            .Write("orr.md", File.ReadAllText(Path.Combine(folder!, "orr-checklist.md")))
            .Write(".github/gates.yml", "version: 1\ngates:\n  orr: {}\n")
            .Commit();

        var run = GatesProcess.Run(repository.Path, ["run"]);

        run.ExitCode.ShouldBe(1, run.ToString());
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".gates/out/results.json")));
        var rules = results.RootElement.GetProperty("gates")[0].GetProperty("findings").EnumerateArray()
            .Select(finding => finding.GetProperty("rule").GetString()!).CountBy(rule => rule).ToDictionary();
        rules["open-item"].ShouldBe(233);
        rules["undecided"].ShouldBe(32);
        rules["encoding"].ShouldBe(1);
        File.ReadAllText(Path.Combine(repository.Path, ".gates/out/documents/orr/readiness.md")).ShouldContain("Kubernetes version ≥ 1.24");
    }

    [Fact]
    public void TheAlertsOfTheKit_AreTakenByPrometheus()
    {
        Assert.SkipUnless(ExternalProgram.Exists("promtool"), "needs promtool (Debian: prometheus)");

        var check = ExternalProgram.Run("promtool", ["check", "rules", Repository.Combine("examples", "kits", "alerts.rules.yml")]);

        check.ExitCode.ShouldBe(0, check.ToString());
    }

    /// <summary>Each part of a kit passes the policy that asks for it.</summary>
    [Theory]
    [InlineData("regions", "argocd/shop.yaml", "applicationset.yaml")]
    [InlineData("alert-routing", "alertmanager.yml", "alertmanager.yml")]
    public void APartOfTheKits_PassesItsPolicy(string policy, string path, string part)
    {
        repository
            .Write(path, File.ReadAllText(Repository.Combine("examples", "kits", part)))
            .Write(".github/gates.yml", $"version: 1\ngates:\n  {policy}: {{}}\n")
            .Commit();

        var run = GatesProcess.Run(repository.Path, ["run"]);

        run.ExitCode.ShouldBe(0, run.ToString());
    }

    /// <summary>What somebody wrote with the guide alone: a title, a version that goes up, and an interface that loses nothing.</summary>
    [Fact]
    public void ANewcomersPolicy_IsTestedWithGivenAndFormerFacts()
    {
        var from = Repository.Combine("tests", "Acceptance.Tests", "Library", "newcomer");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            repository.Write("policies/pr-rules/" + Path.GetRelativePath(from, file), File.ReadAllText(file));
        }

        var test = GatesProcess.Run(repository.Path, ["test"]);

        test.ExitCode.ShouldBe(0, test.ToString());
        test.Output.ShouldContain("2 cases passed, 1 policy, 100 % of lines ran");
    }

    /// <summary>No Falco is installed where the tests run: the rules are held against the form that Falco documents.</summary>
    [Fact]
    public void TheRulesForFalco_HaveWhatFalcoAsksFor()
    {
        var rules = File.ReadAllText(Repository.Combine("examples", "kits", "falco-rules.yaml"));

        var blocks = rules.Split("\n- ").Where(block => block.StartsWith("rule:", StringComparison.Ordinal)).ToList();

        blocks.Count.ShouldBe(3);
        blocks.ShouldAllBe(block => new[] { "\n  desc:", "\n  condition:", "\n  output:", "\n  priority:", "\n  tags:" }.All(block.Contains));
    }
}
