using Gates.Pipeline.Results;
using Gates.Policies;
using Runner.Tests.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Results;

public sealed class FindingOrderTests
{
    [Fact]
    public void Gates_ComeWithFailuresFirstThenWhatCouldNotBeEvaluated()
    {
        var run = Samples.Run(
        [
            Samples.Gate(
                "skipped",
                "",
                Verdict.Skipped), Samples.Gate(
                    "passed",
                    "",
                    Verdict.Passed), Samples.Gate("waived", "", Verdict.Waived), Samples.Gate("warned", "", Verdict.Warned),
            Samples.Gate(
                "unseen",
                "",
                Verdict.Warned) with
                {
                    Error = "x"
                }, Samples.Gate(
                    "errored",
                    "",
                    Verdict.Errored) with { Error = "x" }, Samples.Gate("failed", "", Verdict.Failed), Samples.Gate("failed too", "", Verdict.Failed),
        ]);
        FindingOrder.Gates(run).Select(gate => gate.GateId).ShouldBe(["failed", "failed too", "errored", "unseen", "warned", "waived", "passed", "skipped"]);
    }

    [Fact]
    public void Findings_ComeBlockingThenNewThenInTheDiffThenBySeverityPathAndLine()
    {
        GateFinding[] ordered =
        [
            Error("a", 2), Error("a", 10), Error("b", 1), Error("a", 1, inDiff: false),
            Found(Severity.Warning, "a", 1), Found(Severity.Note, "a", 1), Found(Severity.Warning, "a", 1, inDiff: false),
            Error("a", 1, FindingState.Existing), Error("a", 1, FindingState.Waived),
        ];
        var gate = Samples.Gate("g", "G", Verdict.Failed) with { Findings = [.. ordered.Reverse()] };
        FindingOrder.Of(gate).ShouldBe(ordered);
    }

    [Fact]
    public void BlockingFindingsOfALaterGate_ComeBeforeWarningsOfAnEarlierOne()
    {
        var warned = Samples.Gate("a", "A", Verdict.Warned) with { Mode = GateMode.Warn, Findings = [Error("a", 1)] };
        var failed = Samples.Gate("b", "B", Verdict.Failed) with { Findings = [Error("z", 9, inDiff: false)] };
        FindingOrder.All(Samples.Run([warned, failed])).Select(reported => reported.Gate.GateId).ShouldBe(["b", "a"]);
    }

    private static GateFinding Error(string path, int line, FindingState state = FindingState.New, bool inDiff = true) =>
        Found(Severity.Error, path, line, state, inDiff);

    private static GateFinding Found(Severity severity, string path, int line, FindingState state = FindingState.New, bool inDiff = true) =>
        Samples.Found(new Finding("r", severity, "m", new Location(path, line)), state, inDiff);
}
