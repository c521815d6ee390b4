using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;
using Gates.Runner.Configuration;
using Gates.Runner.Runs;
using Runner.Tests.Pipeline;
using Shouldly;
using Xunit;

namespace Runner.Tests.Runs;

public sealed class JudgeFilesTests
{
    [Fact]
    public void EditedBy_ConfigurationPoliciesImportsRulesWaiversAndBaseline_AndNothingElse()
    {
        string[] judge = [
            ".github/gates-baseline.json",
            ".github/gates.yml",
            "own/waivers.yml",
            "perf/limits.yml",
            "policies/a/policy.js",
            "policies/a/policy.json",
            "policies/lib/x.js"
        ];
        string[] others = [".github/gates-waivers.yml", "policies/a/README.md", "policies/b/policy.js", "src/a.js"];

        Edited([.. judge, .. others]).ShouldBe(judge);
    }

    [Fact]
    public void EditedBy_FileThatARunMade_IsNoEdit() =>
        JudgeFiles.EditedBy(
            new ChangeSet(null, "b", [new ChangedFile("k6/baseline.json", null, false, []) { IsUntracked = true }]),
            ["k6/baseline.json"]).ShouldBeEmpty();

    [Fact]
    public void EditedBy_FileMovedAway_IsAnEditToo() =>
        JudgeFiles.EditedBy(
            new ChangeSet(null, "b", [new ChangedFile("x.yml", ".github/gates.yml", false, [])]),
            [Configuration],
            null,
            []).ShouldBe([".github/gates.yml"]);

    private static GatesConfiguration Configuration { get; } = new() { Source = "gates.yml", Gates = [], Waivers = "own/waivers.yml" };

    private static IReadOnlyList<string> Edited(string[] paths)
    {
        var gate = SampleResults.Planned("a", (_, _) => throw new EvaluationException("never")) with
        {
            PolicyFiles = new PolicyFiles(
                "policies/a/policy.js",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["policies/a/policy.js"] = "", ["policies/lib/x.js"] = "" }),
            RuleFiles = ["perf/limits.yml"],
        };
        var changes = new ChangeSet(null, "b", [.. paths.Select(path => new ChangedFile(path, path, false, []))]);
        return JudgeFiles.EditedBy(changes, [Configuration], null, [new RunPlan([gate], "test", [])]);
    }
}
