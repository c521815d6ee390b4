using Gates.Policies;
using Shouldly;
using Xunit;

namespace Policies.Tests.Engine;

public sealed class ChartTests
{
    [Fact]
    public void EverythingDrawn_IsInTheJudgement()
    {
        var chart = Run.Body("""
            report.chart("error-rate", {
              unit: "%", start: "2026-11-22T12:00:00Z", step: 15,
              lines: [{ name: "canary", values: [0.5, null, 7] }, { name: "stable", values: [0.1, 0.2, undefined] }],
              limits: [{ name: "at most 1 %", values: 1 }, { name: "by stage", values: [1, 2, null] }],
              spans: [{ at: 0, name: "5 %", text: "fine" }, { at: 2, name: "25 %", severity: "error" }],
              marks: [{ from: 1, to: 2, text: "beyond", severity: "warning" }]
            });
            """).Charts.ShouldHaveSingleItem();

        chart.Name.ShouldBe("error-rate");
        chart.Unit.ShouldBe("%");
        chart.Start.ShouldBe(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        chart.Step.ShouldBe(15);
        chart.Lines.Select(line => line.Name).ShouldBe(["canary", "stable"]);
        chart.Lines.Select(line => line.Values).ShouldBe([[0.5, null, 7], [0.1, 0.2, null]]);
        chart.Limits.Select(limit => limit.Values).ShouldBe([[1, 1, 1], [1, 2, null]]);
        chart.Spans.ShouldBe([new ChartSpan(0, "5 %", "fine"), new ChartSpan(2, "25 %", Severity: Severity.Error)]);
        chart.Marks.ShouldBe([new ChartMark(1, 2, "beyond", Severity.Warning)]);
        chart.IsSound.ShouldBeTrue();
    }

    [Theory]
    [InlineData("lines: []", "lines is empty; write lines: [{ name: \"canary\", values: [0.1, 0.2] }]")]
    [InlineData("lines: [{ name: 'a', values: [] }]", "lines is empty")]
    [InlineData("lines: 'a'", "lines must be an array, not a text")]
    [InlineData("lines: [{ name: 'a', values: [1, 2] }, { name: 'b', values: [1] }]", "line \"b\" has 1 values and the first line 2")]
    [InlineData("lines: [{ name: 'a', values: [NaN] }]", "a value of \"a\" must be a finite number or null, not a number")]
    [InlineData("lines: [{ name: 'a', values: ['1'] }]", "a value of \"a\" must be a finite number or null, not a text")]
    [InlineData("lines: [{ values: [1] }]", "lines.name must be a text, not undefined")]
    [InlineData("lines: [{ name: 'a', value: [1] }]", "lines has no \"value\"; it has name, values")]
    [InlineData("limits: [{ name: 'a', values: [1, 2, 3] }]", "limit \"a\" has 3 values and the first line 2; give as many, or one number")]
    [InlineData("start: '12:34'", "start must be a moment such as \"2026-11-22T12:00:00Z\", not \"12:34\"")]
    [InlineData("start: '9999-12-31T23:59:59Z'", "the last value would be after the year 9999; step is in seconds")]
    [InlineData(
        "step: 999999999, lines: [{ name: 'x', values: [1].concat(new Array(300).join(',').split(',').map(function () { return 1; })) }]",
        "the last value would be after the year 9999; step is in seconds")]
    [InlineData("start: 'noon'", "start must be a moment such as \"2026-11-22T12:00:00Z\", not \"noon\"")]
    [InlineData("step: 0", "step must be a number of seconds above 0, not 0")]
    [InlineData("unit: 1", "unit must be a text, not a number")]
    [InlineData("spans: [{ at: 2, name: 'a' }]", "at must be the number of a value, from 0 to 1, not 2")]
    [InlineData("spans: [{ at: 1, name: 'a' }, { at: 0, name: 'b' }]", "spans must be in the order of `at`, each after the one before")]
    [InlineData("marks: [{ from: 1, to: 0, text: 'a' }]", "marks.to (0) is before marks.from (1)")]
    [InlineData("marks: [{ from: 0, to: 1, text: 'a', severity: 'bad' }]", "severity must be \"error\", \"warning\" or \"note\", not \"bad\"")]
    public void WrongChart_EndsTheJudgement_AndSaysWhatWouldBeRight(string part, string message) =>
        Run.Fails($"function judge(evidence, settings, report) {{\n  var chart = {{ start: '2026-11-22T12:00:00Z', step: 15, lines: [{{ name: 'x', values: [1, 2] }}] }};\n  var part = {{ {part} }};\n  Object.keys(part).forEach(function (key) {{ chart[key] = part[key]; }});\n  report.chart('a', chart);\n}}")
            .Message.ShouldStartWith("test.js:5:3: report.chart: " + message);

    [Theory]
    [InlineData(
        "new Array(20001).join('1').split('').map(Number).concat(1, 1)",
        1,
        "values of a chart has 20002 items; at most 20000 are allowed (reports limit)")]
    [InlineData("new Array(10001).join('1').split('').map(Number)", 21, "all charts together have more than 200000 values (reports limit)")]
    [InlineData("[1]", 101, "it reports more than 100 charts (reports limit)")]
    public void TooMuch_EndsTheJudgement(string values, int times, string message)
    {
        var failure = Run.Fails($"function judge(evidence, settings, report) {{\n  var values = {values};\n  for (var i = 0; i < {times}; i++) {{ report.chart('a', {{ start: '2026-11-22T12:00:00Z', step: 1, lines: [{{ name: 'x', values: values }}] }}); }}\n}}");

        failure.Reason.ShouldContain(message);
        failure.Limit.ShouldBe("reports");
    }
}
