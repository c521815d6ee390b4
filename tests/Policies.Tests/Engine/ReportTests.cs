using Gates.Policies;
using Shouldly;
using Xunit;

namespace Policies.Tests.Engine;

public sealed class ReportTests
{
    [Fact]
    public void EverythingReported_IsInTheJudgement_InOrder()
    {
        var judgement = Run.Body("""
            report.error("no-latest", "Pin it", { path: "k8s/a.yaml", line: 3, endLine: 4, column: 5, endColumn: 9, identity: "a", help: "Write a tag" });
            report.warning("b", "second");
            report.note("c/d.e_f", "third", { path: "x", count: 7 });
            report.pass("p", "all well");
            report.metric("images", 12);
            report.metric("p95", 1.5, "ms");
            report.output("decision", "hold");
            report.log("hello"); report.log(3); report.log(true); report.log(null); report.log(undefined);
            """);

        judgement.Findings.ShouldBe([
            new Finding("no-latest", Severity.Error, "Pin it", new Location("k8s/a.yaml", 3, 4, 5, 9), "a", "Write a tag"),
            new Finding("b", Severity.Warning, "second"),
            new Finding("c/d.e_f", Severity.Note, "third", new Location("x")) { Count = 7 },
        ]);
        judgement.Passed.ShouldBe([new Check("p", "all well")]);
        judgement.Metrics.ShouldBe([new Metric("images", 12), new Metric("p95", 1.5, "ms")]);
        judgement.Outputs.ShouldBe([new Output("decision", "hold")]);
        judgement.Log.ShouldBe(["hello", "3", "true", "null", "undefined"]);
    }

    [Theory]
    [InlineData("npm install", "npm ci", true)]
    [InlineData("npm install", "", true)]
    [InlineData("same", "same", false)]
    [InlineData("", "x", false)]
    [InlineData("two\\nlines", "x", false)]
    [InlineData("x", "two\\nlines", false)]
    [InlineData("x", "turned \\u202e round", false)]
    [InlineData("x", "zero\\u200bwidth", false)]
    [InlineData("x", "bell\\u0007", false)]
    [InlineData("x", "half \\ud800", false)]
    public void FixFromWhateverContent_IsKept_OrLeftOutWithoutHidingTheFinding(string replace, string with, bool isKept)
    {
        var judgement = Run.Body($$"""report.error("a", "m", { path: "x", line: 3 }, { replace: "{{replace}}", with: "{{with}}" });""");

        judgement.Findings.ShouldHaveSingleItem().Fix.ShouldBe(isKept ? new Fix(replace, with) : null);
    }

    [Fact]
    public void FixThatIsTooLong_IsLeftOut() =>
        Run.Body("report.error('a', 'm', { path: 'x', line: 3 }, { replace: 'x'.repeat(501), with: '' })").Findings.ShouldHaveSingleItem().Fix.ShouldBeNull();

    [Theory]
    [InlineData("report.error()", "report.error: the rule must be a text, not nothing; write report.error(rule, message, where)")]
    [InlineData("report.error('', 'm')", "report.error: the rule is empty; write report.error(rule, message, where)")]
    [InlineData(
        "report.error('No Latest', 'm')",
        "report.error: \"No Latest\" is not a rule's name; use a-z, 0-9, '-', '/', '.' and '_', such as \"no-latest\"")]
    [InlineData("report.error('a\\n', 'm')", "is not a rule's name")]
    [InlineData("report.warning('a', '')", "report.warning: the message is empty; write report.warning(rule, message, where)")]
    [InlineData("report.note('a', {})", "report.note: the message must be a text, not an object; write report.note(rule, message, where)")]
    [InlineData("report.error('a', 'm', 'k8s/a.yaml')", "report.error: where must be a node or {path: \"…\", line: 1}, not a text")]
    [InlineData("report.error('a', 'm', [1])", "where must be a node or {path: \"…\", line: 1}, not an array")]
    [InlineData("report.error('a', 'm', {line: 1})", "report.error: where.path must be a text, not undefined")]
    [InlineData("report.error('a', 'm', {path: 'a', line: 0})", "report.error: where.line must be a whole number from 1, not 0")]
    [InlineData(
        "report.error('a', 'm', {path: 'a', commit: '1a2b3c4'})",
        "report.error: where.commit must be the full id of a commit, without a line: lines are those of what is judged")]
    [InlineData(
        "report.error('a', 'm', {path: 'a', line: 1, commit: '1111111111111111111111111111111111111111'})",
        "report.error: where.commit must be the full id of a commit, without a line: lines are those of what is judged")]
    [InlineData("report.error('a', 'm', {path: 'a', count: 0})", "report.error: where.count must be a whole number from 1, not 0")]
    [InlineData("report.error('a', 'm', {path: 'a', line: 1.5})", "report.error: where.line must be a whole number from 1, not 1.5")]
    [InlineData("report.error('a', 'm', {path: 'a', line: '1'})", "report.error: where.line must be a whole number from 1, not a text")]
    [InlineData("report.error('a', 'm', {path: 'a', line: 4, endLine: 3})", "report.error: where.endLine (3) is before where.line (4)")]
    [InlineData("report.error('a', 'm', {path: 'a', line: 4, column: 5, endColumn: 4})", "report.error: where.endColumn (4) is before where.column (5)")]
    [InlineData(
        "report.error('a', 'm', {path: 'a', line: 4, endLine: 4, column: 5, endColumn: 4})",
        "report.error: where.endColumn (4) is before where.column (5)")]
    [InlineData("report.error('a', 'm', {path: 'a', column: 3})", "report.error: where has a column or an endLine without a line")]
    [InlineData(
        "report.error('a', 'm', {path: 'a', col: 3})",
        "report.error: where has no \"col\"; it has path, line, endLine, column, endColumn, identity, help, commit, count")]
    [InlineData("report.error('a', 'm', {path: 'a', line: 1}, 'x')", "report.error: fix must be {replace: \"…\", with: \"…\"}, not a text")]
    [InlineData("report.error('a', 'm', {path: 'a', line: 1}, {replace: 'x'})", "report.error: fix.with must be a text, not undefined")]
    [InlineData("report.error('a', 'm', {path: 'a', line: 1}, {replace: 1, with: ''})", "report.error: fix.replace must be a text, not a number")]
    [InlineData("report.error('a', 'm', {path: 'a', line: 1}, {replace: 'x', by: 'y'})", "report.error: fix has no \"by\"; it has replace, with")]
    [InlineData("report.note('a', 'm', {path: 'a'}, {replace: 'x', with: 'y'})", "report.note: a fix edits the finding's own line, and the finding has none")]
    [InlineData("report.error('a', 'm', {path: '/etc/passwd'})", "report.error: where.path must be relative to the repository, not \"/etc/passwd\"")]
    [InlineData("report.error('a', 'm', {path: 'a/../../b'})", "where.path must be relative to the repository")]
    [InlineData("report.error('a', 'm', {path: 'a', identity: 1})", "report.error: where.identity must be a text, not a number")]
    [InlineData("report.pass('a')", "report.pass: the message must be a text, not nothing; write report.pass(rule, message)")]
    [InlineData("report.metric('a', NaN)", "report.metric: the value of \"a\" must be a finite number, not NaN")]
    [InlineData("report.metric('a', '1')", "report.metric: the value of \"a\" must be a finite number, not a text")]
    [InlineData("report.output('decision')", "report.output: the value must be a text, not nothing; write report.output(name, value)")]
    [InlineData("report.chart('a')", "report.chart: the chart must be an object with unit, start, step, lines, limits, spans, marks, not undefined")]
    [InlineData("report.chart('a', {strat: 1})", "report.chart: the chart has no \"strat\"; it has unit, start, step, lines, limits, spans, marks")]
    [InlineData("report.error('\\ud800', 'm')", "report.error: \"\ufffd\" is not a rule's name")]
    [InlineData("report.log({})", "report.log takes a text, not an object; write report.log(JSON.stringify(value))")]
    public void WrongCall_EndsTheJudgement_AndNamesLineAndRightForm(string call, string message)
    {
        var failure = Run.Fails($"function judge(evidence, settings, report) {{\n  try {{\n    {call};\n  }} catch (e) {{ }}\n}}");

        failure.Message.ShouldStartWith("test.js:3:5: ");
        failure.Reason.ShouldContain(message);
    }

    [Theory]
    [InlineData("../etc/passwd", 1, "report.error: where.path must be relative to the repository, not \"../etc/passwd\"")]
    [InlineData("/etc/passwd", 1, "report.error: where.path must be relative to the repository, not \"/etc/passwd\"")]
    [InlineData("a/../../b", 1, "report.error: where.path must be relative to the repository, not \"a/../../b\"")]
    [InlineData("a.yaml", 0, "report.error: the node stands at 0:1; lines and columns begin at 1")]
    public void NodeOfEvidenceMadeByHand_NamesNoFileOutside(string path, int line, string message)
    {
        var facts = $$$"""{"yaml":[{"$doc":true,"path":"{{{path}}}","index":0,"root":{"$node":"scalar","line":{{{line}}},"column":1,"value":1}}]}""";
        Run.BodyFails("report.error('a', 'm', evidence.yaml[0]);", facts).Reason.ShouldBe(message);
        Run.BodyFails("report.error('a', 'm', evidence.yaml[0].root);", facts).Reason.ShouldBe(message);
    }

    [Fact]
    public void OutputGivenTwice_IsRefusedWhereItIsGivenAgain() =>
        Run.Fails("function judge(evidence, settings, report) {\n  report.output('a', 'b');\n  report.output('a', 'c');\n}").Message.ShouldBe("test.js:3:3: report.output: \"a\" was given before");

    [Fact]
    public void JudgeThatReturnsAValue_IsTold() =>
        Run.BodyFails("return true;").Message.ShouldBe(
            "test.js:1:44: judge returned a boolean, which nothing reads; say what is wrong with report.error(rule, message, where)");

    [Fact]
    public void ReportCannotBeChanged() =>
        Run.Body("report.error = function () { }; delete report.error; report.extra = 1; report.error('a', 'm'); report.log(String('extra' in report));")
            .ShouldSatisfyAllConditions(j => j.Findings.Count.ShouldBe(1), j => j.Log.ShouldBe(["false"]));

    [Fact]
    public void HalfASurrogatePair_BecomesAReplacementCharacter() =>
        Run.Body("report.error('a', 'x\\ud83d'); report.error('b', '\\ude00y\\ud83d\\ude00');")
            .Findings.Select(f => f.Message).ShouldBe(["x\ufffd", "\ufffdy\ud83d\ude00"]);
}
