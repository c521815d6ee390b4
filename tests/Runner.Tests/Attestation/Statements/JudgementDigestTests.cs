using Gates.Attestation.Statements;
using Gates.Pipeline.Results;
using Gates.Policies;
using Runner.Tests.Pipeline;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Statements;

public sealed class JudgementDigestTests
{
    private static readonly Judgement Sample = new(
        [
            new Finding("a", Severity.Error, "first", new Location("x", 1)),
            new Finding("a", Severity.Error, "second \ud800"),
            new Finding("b", Severity.Note, "third", Identity: "i")
        ],
        [new Check("c", "fine"), new Check("d", "fine")],
        [new Metric("m", 1.5, "s"), new Metric("n", double.NaN)],
        ["log"])
    { Outputs = [new Output("decision", "hold")] };

    [Fact]
    public void Of_AnotherOrder_IsTheSame() =>
        JudgementDigest.Of(new Judgement(
            [.. Sample.Findings.Reverse()],
            [.. Sample.Passed.Reverse()],
            [.. Sample.Metrics.Reverse()],
            [])
        { Outputs = Sample.Outputs }).ShouldBe(JudgementDigest.Of(Sample));

    [Fact]
    public void Of_ResultOfTheGate_IsThatOfItsJudgement()
    {
        var gate = SampleResults.Of("g", Verdict.Failed) with
        {
            Findings = [.. Sample.Findings.Select((finding, i) => new GateFinding(
                finding with { Help = "from the manifest" },
                $"v1:{i}",
                FindingState.Existing,
                InDiff: true))],
            Passed = Sample.Passed,
            Metrics = Sample.Metrics,
            Outputs = Sample.Outputs,
        };
        JudgementDigest.Of(gate).ShouldBe(JudgementDigest.Of(Sample));
    }

    public static TheoryData<string> Changes => ["message", "severity", "line", "identity", "twice", "check", "metric", "output", "moved to a check"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Of_AnyChange_IsAnother(string change)
    {
        var first = Sample.Findings[0];
        var changed = change switch
        {
            "message" => Sample with { Findings = [first with { Message = "first." }, .. Sample.Findings.Skip(1)] },
            "severity" => Sample with { Findings = [first with { Severity = Severity.Warning }, .. Sample.Findings.Skip(1)] },
            "line" => Sample with { Findings = [first with { Location = new Location("x", 2) }, .. Sample.Findings.Skip(1)] },
            "identity" => Sample with { Findings = [first with { Identity = "x" }, .. Sample.Findings.Skip(1)] },
            "twice" => Sample with { Findings = [first, .. Sample.Findings] },
            "check" => Sample with { Passed = [Sample.Passed[0]] },
            "metric" => Sample with { Metrics = [Sample.Metrics[0] with { Value = 1.6 }, Sample.Metrics[1]] },
            "output" => Sample with { Outputs = [new Output("decision", "promote")] },
            _ => Sample with { Findings = [.. Sample.Findings.Skip(1)], Passed = [new Check(first.Rule, first.Message), .. Sample.Passed] },
        };
        JudgementDigest.Of(changed).ShouldNotBe(JudgementDigest.Of(Sample));
    }
}
