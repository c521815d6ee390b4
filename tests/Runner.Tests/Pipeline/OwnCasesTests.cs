using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline;

public sealed class OwnCasesTests
{
    private static readonly MemoryTree Head = new(
        ("policies/known/policy.json", "{}"), ("policies/known/cases/fails/files/package.json", "{}"), ("rules/mine/policy.json", "{}"), ("rules/mine/cases/a/files/x", "1"),
        ("k8s/policy.json", "{}"), ("k8s/cases/app.yaml", "a: 1"), ("policies/new/policy.json", "{}"), ("policies/new/cases/app.yaml", "a: 1"), ("src/cases/x", "1"));

    [Fact]
    public void LeaveOut_PoliciesThatTheRulesKnow_AreNamedAsLeftOut()
    {
        var tree = OwnCases.LeaveOut(
            Head,
            [Gate("rules/mine/policy.js")],
            new MemoryTree(("policies/known/policy.json", "{}"), ("rules/mine/policy.json", "{}")));

        tree.Unseen
            .Select(unseen => $"{unseen.Path} {unseen.Reason.Id}")
            .ShouldBe(["policies/known/cases/fails/files/package.json own-cases", "rules/mine/cases/a/files/x own-cases"]);
        tree.Files.Select(file => file.Path).ShouldBe(
            [
                "k8s/cases/app.yaml",
                "k8s/policy.json",
                "policies/known/policy.json",
                "policies/new/cases/app.yaml",
                "policies/new/policy.json",
                "rules/mine/policy.json",
                "src/cases/x"
            ]);
        tree.AllFiles.Count.ShouldBe(tree.Files.Count);
        tree.Exists("rules/mine/cases/a/files/x").ShouldBeTrue();
    }

    [Fact]
    public void LeaveOut_AManifestThatAChangeBrings_HidesNothing() =>
        OwnCases.LeaveOut(Head, [], new MemoryTree(("README.md", "x"))).ShouldBeSameAs(Head);

    [Fact]
    public void LeaveOut_AScriptWithoutAManifest_HasNoCases() =>
        OwnCases.LeaveOut(Head, [Gate("src/policy.js")], new MemoryTree(("src/policy.js", "x"))).ShouldBeSameAs(Head);

    [Fact]
    public void LeaveOut_APolicyAtTheRoot_HidesNothing() =>
        OwnCases.LeaveOut(new MemoryTree(("cases/x", "1")), [Gate("policy.js")], new MemoryTree(("policy.json", "{}"))).Files.Count.ShouldBe(1);

    private static PlannedGate Gate(string entry) => SampleResults.Planned("g") with
    {
        Policy = new PolicySource(entry, ""),
        PolicyFiles = new PolicyFiles(entry, new Dictionary<string, string>(StringComparer.Ordinal) { [entry] = "" }),
    };
}
