using Gates.Doors.GitHub.GraphQl;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Commands.Publish.Suggestions;
using Gates.Runner.Reports.Review;
using Runner.Tests.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Publish.Suggestions;

public sealed class SuggestionPlanTests
{
    private static readonly Dictionary<string, IReadOnlyDictionary<int, string>> Shown = new()
    {
        ["a"] = Enumerable.Range(1, 30).ToDictionary(number => number, number => $"npm install # {number}"),
    };

    [Fact]
    public void From_NewErrorsAndWarnings_AreSuggested_ErrorsFirst()
    {
        var plan = Plan(Input(Gate("g", [Found(1, Severity.Note), Found(2, Severity.Warning), Found(3, Severity.Error)])));

        plan.Changes.Select(change => (change.Line, change.Text)).ShouldBe([(3, "npm ci # 3"), (2, "npm ci # 2")]);
    }

    [Theory]
    [InlineData("Existing")]
    [InlineData("Waived")]
    public void From_WhatIsNotNew_IsNotSuggested(string state) =>
        Plan(Input(Gate("g", [Found(1) with { State = Enum.Parse<FindingState>(state) }]))).Changes.ShouldBeEmpty();

    [Fact]
    public void From_LineThatReadsOtherwiseNow_IsNotSuggested()
    {
        Plan(Input(Gate("g", [Found(1, column: 2)]))).Changes.ShouldBeEmpty();
        Plan(Input(Gate("g", [Found(31)]))).Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("New")]
    [InlineData("Existing")]
    [InlineData("Waived")]
    public void From_LineWithASecret_IsNotSuggested_WhateverBecameOfTheSecret(string state)
    {
        var secret = Samples.Found(new Finding("github-token", Severity.Error, "x", new Location("a", 2, EndLine: 4)), Enum.Parse<FindingState>(state));

        Plan(Input(Gate("dlp-scan", [secret]), Gate("g", [Found(1), Found(3), Found(4), Found(5)]))).Changes.Select(change => change.Line).ShouldBe([1, 5]);
    }

    [Fact]
    public void From_SecretsThatNobodyLookedFor_NothingIsSuggested()
    {
        var gate = Gate("g", [Found(1)]);

        Plan(Input(Gate("dlp-scan", []) with { Error = "x", Verdict = Verdict.Errored }, gate)).Changes.ShouldBeEmpty();
        Plan(Input(gate) with { Unverified = [new UnverifiedGate("dlp-scan", "x")] }).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void From_WhatWasSaid_IsNotSaidAgain_AndEverythingSaidCounts()
    {
        var input = Input(Gate("g", [.. Enumerable.Range(1, 20).Select(number => Found(number))]));
        var first = Plan(input);
        first.Changes.Count.ShouldBe(SuggestionPlan.MaxCount);
        ReviewThread[] own = [.. first.Changes.Take(7).Select((change, index) => Thread(change, isResolved: index % 2 == 0))];

        var second = Plan(input, own);

        second.Changes.Count.ShouldBe(3);
        second.Changes.Select(change => change.Line).Intersect(first.Changes.Take(7).Select(change => change.Line)).ShouldBeEmpty();
        second.Settled.ShouldBeEmpty();
    }

    [Fact]
    public void Settle_FindingThatIsGone_OnlyWhereItsGateHasLooked()
    {
        var thread = Thread(Plan(Input(Gate("g", [Found(1)]))).Changes.Single());

        SuggestionPlan.Settle(Input(Gate("g", [])), [thread]).ShouldBe([thread]);
        SuggestionPlan.Settle(Input(Gate("g", [Found(1) with { State = FindingState.Waived }])), [thread]).ShouldBe([thread]);
        SuggestionPlan.Settle(Input(Gate("g", [Found(1)])), [thread]).ShouldBeEmpty();
        SuggestionPlan.Settle(Input(Gate("g", [])), [thread with { IsResolved = true }]).ShouldBeEmpty();
        SuggestionPlan.Settle(Input(Gate("other", [])), [thread]).ShouldBeEmpty();
        SuggestionPlan.Settle(Input(Gate("g", []) with { Error = "x" }), [thread]).ShouldBeEmpty();
        SuggestionPlan.Settle(Input(Gate("g", []) with { Verdict = Verdict.Skipped }), [thread]).ShouldBeEmpty();
    }

    private static SuggestionPlan Plan(ReviewInput input, params IReadOnlyList<ReviewThread> own) => SuggestionPlan.From(input, Shown, own);

    private static ReviewThread Thread(SuggestedChange change, bool isResolved = false) =>
        new($"T{change.Line}", isResolved, "github-actions[bot]", change.Render());

    private static ReviewInput Input(params IReadOnlyList<GateResult> gates) => new() { Report = Samples.Run(gates) };

    private static GateResult Gate(string id, IReadOnlyList<GateFinding> findings) => Samples.Gate(id, id, Verdict.Failed) with { Findings = findings };

    private static GateFinding Found(int line, Severity severity = Severity.Error, int column = 1) =>
        Samples.Found(
            new Finding("r", severity, "m", new Location("a", line), Fix: new Fix("npm install", "npm ci") { Column = column }), number: line);
}
