using Gates.Attestation.Controls;
using Gates.Doors.Files;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Controls;

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
    public async Task Evaluate_NoAssertions_IsPresentAndNotJudged()
    {
        var result = await EvaluateAsync("evidence: [a.md, \"*.md\"]", ("a.md", "text"));

        result.Outcome.ShouldBe(ControlOutcome.NotJudged);
        result.OutcomeId.ShouldBe("present-not-judged");
        result.Pass.ShouldBeNull();
        result.Evidence.ShouldHaveSingleItem().Sha256.ShouldBe(Bench.Sha256("text"));
        result.Details.ShouldBe("Present, not judged: 1 file of evidence, and the catalogue asserts nothing about it.");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("  - { id: C-2, name: C, evidence: [a.json], assert: [{ type: json_path, query: $.a, value: 1 }] }\n", true)]
    [InlineData("  - { id: C-2, name: C, evidence: [a.json], assert: [{ type: json_path, query: $.a, value: 2 }] }\n", false)]
    public async Task Overall_OfWhatIsOnlyPresent_RestsOnWhatWasJudged(string judged, bool overall) =>
        (await new ControlEvaluator(
            Bench.Scope(
                ("a.json", """{ "a": 1 }"""))).EvaluateAsync(
                    Bench.Catalogue("schema: 1\ncontrols:\n  - { id: C-1, name: C, evidence: [a.json] }\n" + judged),
                    CancellationToken.None)).Overall.ShouldBe(overall);

    [Fact]
    public async Task Evaluate_NotApplicable_IsNeitherPassNorFailure()
    {
        var evaluation = await RunAsync("not-applicable: why");

        evaluation.Results[0].Pass.ShouldBeNull();
        evaluation.Overall.ShouldBeFalse("a catalogue of which nothing applies shows nothing");
    }

    [Fact]
    public async Task Evaluate_AssertionWhosePathMatchesNothing_Fails() =>
        (await EvaluateAsync(
            "evidence: [\"**\"], assert: [{ type: sbom_present, path: \"*.json\" }]",
            ("a.md", ""))).Details.ShouldBe("sbom_present: none of the control's evidence matches *.json.");

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
        new ControlEvaluator(
            Bench.Scope(files)).EvaluateAsync(Bench.Catalogue($"schema: 1\ncontrols: [{{ id: C-1, name: C, {keys} }}]\n"), CancellationToken.None);
}
