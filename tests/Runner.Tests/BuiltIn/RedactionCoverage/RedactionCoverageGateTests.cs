using System.Text.Json;
using Gates.BuiltIn;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.RedactionCoverage;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.RedactionCoverage;

public sealed class RedactionCoverageGateTests
{
    private static readonly string Token = SampleText.Make("ghp_{crc62:30}", "coverage");

    [Theory]
    [InlineData("ssn: 412-6" + "8-7193", "ssn: [ssn]", 0)]
    [InlineData("ssn: 412-6" + "8-7193", "ssn: 412-6" + "8-7193", 1)]
    [InlineData("ssn: 412-6" + "8-7193", "ssn: 412 6" + "8 7193", 1)]
    [InlineData("ssn: 412-6" + "8-7193", "ssn: 412-6" + "8-****", 0)]
    public async Task A_value_leaked_when_it_is_in_the_output_in_whatever_spelling(string before, string after, int leaked)
    {
        var facts = await Inspect(new RedactionCoverageOptions { Before = ["a.log"] }, ("a.log", before), ("redacted/a.log", after));

        var rule = facts.GetProperty("rules").EnumerateArray().ShouldHaveSingleItem();
        rule.GetProperty("rule").GetString().ShouldBe("us-ssn");
        rule.GetProperty("leaked").GetInt32().ShouldBe(leaked);
        rule.GetProperty("redacted").GetInt32().ShouldBe(1 - leaked);
    }

    [Fact]
    public async Task The_evidence_holds_no_value()
    {
        var facts = await Inspect(new RedactionCoverageOptions { Before = ["a.log"] }, ("a.log", $"x {Token}\n"), ("redacted/a.log", $"x {Token}\n"));

        facts.GetProperty("leaks")[0].GetProperty("line").GetInt32().ShouldBe(1);
        facts.GetProperty("samples")[0].GetProperty("output").GetString().ShouldBe("same");
        facts.GetRawText().ShouldNotContain(Token[4..20]);
    }

    [Fact]
    public async Task A_sample_without_output_is_said() =>
        (await Inspect(new RedactionCoverageOptions { Before = ["*.log"], After = "out/{name}" }, ("a.log", Token), ("b.log", Token), ("out/b.log", "")))
            .GetProperty("samples").EnumerateArray().Select(sample => sample.GetProperty("output").GetString()).ShouldBe(["missing", "empty"]);

    [Fact]
    public async Task Output_below_the_samples_folder_is_no_sample() =>
        (await Inspect(new RedactionCoverageOptions { Before = ["**/*.log"] }, ("a.log", Token), ("redacted/a.log", "")))
            .GetProperty("samples").GetArrayLength().ShouldBe(1);

    [Fact]
    public async Task Without_samples_there_is_nothing_to_judge() =>
        (await Should.ThrowAsync<EvaluationException>(() => Inspect(new RedactionCoverageOptions { Before = ["*.log"] }, ("a.txt", ""))))
            .IsMissingInput.ShouldBeTrue();

    [Fact]
    public async Task A_base_was_not_redacted_so_that_nothing_of_it_is_held_against_what_is_new() =>
        await Should.ThrowAsync<EvaluationException>(() => Gate(new RedactionCoverageOptions { Before = ["a.log"] })
            .InspectAsync(new GateContext(new MemoryTree(("a.log", Token)), ChangeSet.None, new byte[16]), CancellationToken.None));

    [Theory]
    [InlineData("redacted/all.log", "us-ssn", "`after` is \"redacted/all.log\"; it needs {path} or {name}")]
    [InlineData("redacted/{path}", "us-snn", "`rules` names \"us-snn\"")]
    public void Options_that_cannot_be_meant_are_refused(string after, string rule, string expected) =>
        Should.Throw<UsageException>(() => Gate(new RedactionCoverageOptions { Before = ["*"], After = after, Rules = [rule] })).Message.ShouldContain(expected);

    private static RedactionCoverageGate Gate(RedactionCoverageOptions options) =>
        new(options, GateCatalog.SecretRules, token => GateCatalog.Secrets(TimeProvider.System, token));

    private static async Task<JsonElement> Inspect(RedactionCoverageOptions options, params (string Path, string Text)[] files) =>
        (await Gate(options).InspectAsync(
            new GateContext(new MemoryTree(files), ChangeSet.None, new byte[16]) { Needs = new Dictionary<string, GateResult>(StringComparer.Ordinal) },
            CancellationToken.None)).Facts;
}
