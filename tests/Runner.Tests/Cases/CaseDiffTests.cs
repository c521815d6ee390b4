using System.Text.RegularExpressions;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Cases;
using Shouldly;
using Xunit;

namespace Runner.Tests.Cases;

public sealed class CaseDiffTests
{
    private static readonly Finding Untagged = new("untagged", Severity.Error, "nginx has no tag", new Location("a.yaml", 3));
    private static readonly Finding Floating = new("floating", Severity.Warning, "redis:latest moves", new Location("b.yaml", 7));

    [Fact]
    public void What_came_as_expected_differs_in_nothing() =>
        Compare([new("floating", Severity.Warning, null, null, null), new("untagged", Severity.Error, "a.yaml", 3, new Regex("no tag"))], Untagged, Floating)
            .ShouldBeEmpty();

    [Fact]
    public void Missing_and_unexpected_findings_are_told_apart_with_their_places() =>
        Compare([new("other", Severity.Error, "a.yaml", 4, new Regex("tag"))], Untagged, Floating).ShouldBe(
        [
            "missing:    error other a.yaml:4 /tag/",
            "unexpected: error untagged a.yaml:3 \"nginx has no tag\"",
            "unexpected: warning floating b.yaml:7 \"redis:latest moves\"",
        ]);

    [Fact]
    public void A_finding_of_the_rule_that_was_meant_is_shown_with_the_fields_that_differ()
    {
        var far = Untagged with { Location = new Location("a.yaml", 90) };

        Compare([new("untagged", Severity.Warning, "a.yaml", 4, new Regex("digest"))], far, Untagged).ShouldBe(
        [
            "differs:    error untagged a.yaml:3 \"nginx has no tag\"",
            "            severity: expected warning, was error",
            "            line: expected 4, was 3",
            "            message: does not match /digest/",
            "unexpected: error untagged a.yaml:90 \"nginx has no tag\"",
        ]);
    }

    [Theory]
    [InlineData("other", Severity.Error, null, null, null)]
    [InlineData("untagged", Severity.Warning, null, null, null)]
    [InlineData("untagged", Severity.Error, "b.yaml", null, null)]
    [InlineData("untagged", Severity.Error, null, 4, null)]
    [InlineData("untagged", Severity.Error, null, null, "digest")]
    public void Each_field_that_is_given_must_hold(string rule, Severity severity, string? path, int? line, string? message) =>
        Compare([new(rule, severity, path, line, message is null ? null : new Regex(message))], Untagged).Count.ShouldBe(2);

    [Fact]
    public void A_loose_expectation_leaves_the_finding_that_a_strict_one_needs()
    {
        var other = Untagged with { Location = new Location("c.yaml", 9) };

        Compare([new("untagged", Severity.Error, null, null, null), new("untagged", Severity.Error, "a.yaml", 3, null)], Untagged, other).ShouldBeEmpty();
        Compare([new("untagged", Severity.Error, null, null, null), new("untagged", Severity.Error, "a.yaml", 3, null)], other, Untagged).ShouldBeEmpty();
    }

    [Fact]
    public void One_finding_satisfies_only_one_expectation()
    {
        var any = new ExpectedFinding("untagged", Severity.Error, null, null, null);

        Compare([any, any], Untagged).ShouldBe(["missing:    error untagged"]);
    }

    [Fact]
    public void Another_verdict_is_named_with_the_error_behind_it() =>
        CaseDiff.Compare(new CaseExpectation(Verdict.Passed, null, []), Verdict.Errored, "a.yaml:1:1: broken", [], [])
            .ShouldBe(["verdict:    expected passed, was errored: a.yaml:1:1: broken"]);

    [Fact]
    public void Another_error_than_expected_is_named() =>
        CaseDiff.Compare(new CaseExpectation(Verdict.Errored, new Regex("^b"), []), Verdict.Errored, "a.yaml:1:1: broken", [], [])
            .ShouldBe(["error:      expected /^b/, was: a.yaml:1:1: broken"]);

    [Fact]
    public void Outputs_are_compared_only_where_the_case_names_them()
    {
        var expected = new CaseExpectation(Verdict.Passed, null, []);
        CaseDiff.Compare(expected, Verdict.Passed, null, [], [new Output("decision", "hold")]).ShouldBeEmpty();

        CaseDiff.Compare(
            expected with { Outputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["decision"] = "promote", ["stage"] = "5" } },
            Verdict.Passed,
            null,
            [],
            [new Output("decision", "hold"), new Output("why", "thin")])
            .ShouldBe([
                "output:     decision: expected \"promote\", was \"hold\"",
                "output:     stage: expected \"5\", was none",
                "output:     why: expected none, was \"thin\""
            ]);
    }

    private static IReadOnlyList<string> Compare(IReadOnlyList<ExpectedFinding> expected, params Finding[] findings) =>
        CaseDiff.Compare(new CaseExpectation(Verdict.Failed, null, expected), Verdict.Failed, null, findings, []);
}
