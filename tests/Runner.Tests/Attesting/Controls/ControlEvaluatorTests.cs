using Gates.Runner;
using Gates.Runner.Attesting.Controls;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attesting.Controls;

public sealed class ControlEvaluatorTests
{
    [Fact]
    public async Task Evaluate_MissingEvidence_FailsAndNamesWhatComesNearest()
    {
        var result = await EvaluateAsync("evidence: [rollout/*.json, notes.md]", ("rolout/canary.json", "{}"), ("notes.md", "n"));

        result.Outcome.ShouldBe(ControlOutcome.Fails);
        result.Missing.ShouldBe([new MissingEvidence("rollout/*.json", "rolout/canary.json")]);
        result.Details.ShouldBe("Missing evidence: rollout/*.json matches no file; nearest: rolout/canary.json.");
    }

    [Fact]
    public async Task Evaluate_NothingIsNear_SaysSoByNamingNothing() =>
        (await EvaluateAsync("evidence: [rollout/*.json]", ("x.md", ""))).Details.ShouldBe("Missing evidence: rollout/*.json matches no file.");

    [Fact]
    public async Task Evaluate_NoAssertions_HoldsByPresenceAndSaysSo()
    {
        var result = await EvaluateAsync("evidence: [a.md, \"*.md\"]", ("a.md", "text"));

        result.Pass.ShouldBe(true);
        result.Evidence.ShouldHaveSingleItem().Sha256.ShouldBe(Bench.Sha256("text"));
        result.Details.ShouldBe("1 file of evidence, by presence only: the catalogue asserts nothing about it.");
    }

    [Fact]
    public async Task Evaluate_NotApplicable_IsNeitherPassNorFailure()
    {
        var evaluation = await RunAsync("not-applicable: why");

        evaluation.Results[0].Pass.ShouldBeNull();
        evaluation.Overall.ShouldBeFalse("a catalogue of which nothing applies shows nothing");
    }

    [Fact]
    public async Task Evaluate_AssertionWhosePathMatchesNothing_Fails() =>
        (await EvaluateAsync("evidence: [\"**\"], assert: [{ type: sbom_present, path: \"*.json\" }]", ("a.md", ""))).Details.ShouldBe("sbom_present: none of the control's evidence matches *.json.");

    [Fact]
    public void Evaluate_LinkToAFile_IsNoEvidence()
    {
        using var folder = new TempFolder();
        folder.Write("real/secret.json", "{}");
        folder.Write("evidence/other.txt", "");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "evidence", "linked.json"), Path.Combine(folder.Path, "real", "secret.json"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "evidence", "folder"), Path.Combine(folder.Path, "real"));
        var evidence = new EvidenceFolder(WorkingTree.Walk(Path.Combine(folder.Path, "evidence")), "");

        evidence.Match("**").Select(item => item.Path).ShouldBe(["other.txt"]);
    }

    private static async Task<ControlResult> EvaluateAsync(string keys, params (string Path, string Text)[] files) => (await RunAsync(keys, files)).Results[0];

    private static Task<ControlEvaluation> RunAsync(string keys, params (string Path, string Text)[] files) =>
        new ControlEvaluator(Bench.Scope(files)).EvaluateAsync(Bench.Catalogue($"schema: 1\ncontrols: [{{ id: C-1, name: C, {keys} }}]\n"), CancellationToken.None);
}
