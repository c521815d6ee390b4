using Gates.Pipeline.Results;
using Gates.Policies;
using Runner.Tests.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Results;

public sealed class FindingGroupsTests
{
    [Fact]
    public void OneSentenceOfSeveralPlaces_IsOneGroupThatSaysWhatDiffers()
    {
        var group = Groups(Action("actions/checkout", 9), Action("actions/cache", 12)).ShouldHaveSingleItem();
        group.Others().ShouldHaveSingleItem().Differs.ShouldBe("actions/cache@v4");
        group.Count.ShouldBe(2);
    }

    [Fact]
    public void EqualMessagesInOneFile_AreOneLine()
    {
        var others = Groups([.. new[] { 3, 7, 12 }.Select(line => new Finding("r", Severity.Error, "the same", new Location("a", line)))]).Single().Others();
        others.ShouldHaveSingleItem().Findings.Select(found => found.Finding.Location!.Line).ShouldBe([7, 12]);
    }

    [Theory]
    [InlineData("other-rule", Severity.Error, "the same message here", null)]
    [InlineData("r", Severity.Warning, "the same message here", null)]
    [InlineData("r", Severity.Error, "nothing that the first one said", null)]
    [InlineData("r", Severity.Error, "the same message here", "another fix")]
    public void WhatReadersWouldTellApart_IsTwoGroups(string rule, Severity severity, string message, string? help) =>
        Groups(new Finding("r", Severity.Error, "the same message here"), new Finding(rule, severity, message, Help: help)).Count.ShouldBe(2);

    [Fact]
    public void States_AreToldApart()
    {
        var finding = new Finding("r", Severity.Error, "m");
        Of([Samples.Found(finding), Samples.Found(finding, FindingState.Existing)]).Count.ShouldBe(2);
    }

    [Fact]
    public void CountedFindings_AreCounted() =>
        Groups(new Finding("r", Severity.Error, "m") { Count = 500 }, new Finding("r", Severity.Error, "m") { Count = 2 }).Single().Count.ShouldBe(502);

    [Fact]
    public void Tally_OfMoreThanANumberHolds_StaysTheLargest()
    {
        var finding = new Finding("r", Severity.Error, "m") { Count = int.MaxValue };
        Tally.From(Gate([Samples.Found(finding), Samples.Found(finding)])).Errors.ShouldBe(int.MaxValue);
    }

    [Fact]
    public void WhatAnotherGateSays_IsNotToldTwice() =>
        Of([Samples.Found(new Finding("r", Severity.Note, "m")) with { SaidBy = "other" }]).ShouldBeEmpty();

    [Fact]
    public void TenThousandFindings_KeepTheirOrderAndNoneIsLost()
    {
        var found = Enumerable.Range(0, 10_000).Select(number => Samples.Found(Action($"actions/a{number}", number + 1), number: number)).ToList();
        Of(found).SelectMany(group => group.Members).Select(member => member.Found).ShouldBe(found);
    }

    private static Finding Action(string name, int line) => new(
        "unpinned-action",
        Severity.Error,
        $"{name}@v4 (ci.yml:{line}, job build) is a tag that its owner can move. Pin the commit: `{name}@<40-hex sha> # v4`.",
        new Location("ci.yml", line));

    private static IReadOnlyList<FindingGroup> Groups(params Finding[] findings) => Of([.. findings.Select(finding => Samples.Found(finding))]);

    private static IReadOnlyList<FindingGroup> Of(IReadOnlyList<GateFinding> findings) => FindingGroups.Of(Gate(findings));

    private static GateResult Gate(IReadOnlyList<GateFinding> findings) => Samples.Gate("g", "G", Verdict.Failed) with { Findings = findings };
}
