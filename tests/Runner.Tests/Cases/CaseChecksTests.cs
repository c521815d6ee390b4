using System.Text;
using System.Text.Json;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Cases;
using Shouldly;
using Xunit;

namespace Runner.Tests.Cases;

public sealed class CaseChecksTests
{
    private const string NothingMatched = """{ "selection": { "yaml": { "include": [{ "glob": "k8s/*.yaml", "matched": 0 }], "exclude": [] } }, "yaml": [] }""";

    [Fact]
    public void A_case_that_matches_nothing_says_what_its_globs_were() =>
        Check(Case(), NothingMatched).ShouldBe(
            ["facts:      none of the case's 1 files matches yaml \"k8s/*.yaml\"; add a file that does, set `facts`, or write \"nothing\": true if that is what the case is about"]);

    [Fact]
    public void A_case_may_be_about_nothing()
    {
        var nothing = Case() with { Expected = new CaseExpectation(Verdict.Passed, null, [], Nothing: true) };

        Check(nothing, NothingMatched).ShouldBeEmpty();
        Check(nothing, NothingMatched.Replace(": 0", ": 2", StringComparison.Ordinal))
            .ShouldBe(["facts:      expected nothing, but yaml \"k8s/*.yaml\" matches 2 of the case's files"]);
    }

    [Theory]
    [InlineData("""{ "selection": { "git": {} } }""")]
    [InlineData("""{ "hits": [] }""")]
    public void Facts_that_no_glob_selects_are_never_nothing(string facts) => Check(Case(), facts).ShouldBeEmpty();

    [Theory]
    [InlineData("a.txt", null, null)]
    [InlineData("a.txt", 3, null)]
    [InlineData("b.txt", null, "location:   r points at b.txt, which is no file of the case and stands nowhere in its facts")]
    [InlineData("a.txt", 4, "location:   r points at a.txt:4, but the file ends with line 3")]
    [InlineData("./a.txt", null, "location:   r points at \"./a.txt\", which starts with ./; leave that away")]
    public void A_finding_must_point_at_something(string path, int? line, string? problem) =>
        Check(Case(), "{}", new Location(path, line)).ShouldBe(problem is null ? [] : [problem]);

    [Fact]
    public void A_file_that_the_facts_name_need_not_be_there() =>
        Check(Case(), """{ "sarif": [{ "path": "src/a.js" }] }""", new Location("src/a.js", 90)).ShouldBeEmpty();

    [Fact]
    public void Of_recorded_evidence_only_the_form_of_a_path_is_known()
    {
        var recorded = Case() with { Evidence = new Evidence("facts/v1", JsonElement.Parse("{}")) };

        Check(recorded, NothingMatched, new Location("elsewhere.txt", 900)).ShouldBeEmpty();
        Check(recorded, "{}", new Location("a\\b")).ShouldHaveSingleItem().ShouldContain("backslash");
    }

    private static GateCase Case() => new()
    {
        Name = "policies/mine/cases/one",
        Subject = new CaseSubject("mine", "policies/mine"),
        Tree = new CaseTree([KeyValuePair.Create("a.txt", Encoding.UTF8.GetBytes("1\n2\n"))]),
        Expected = new CaseExpectation(Verdict.Passed, null, []),
    };

    private static List<string> Check(GateCase one, string facts, Location? place = null) => [.. CaseChecks.Check(one, new GateResult
    {
        GateId = "mine",
        Title = "Mine",
        Mode = GateMode.Enforce,
        Verdict = Verdict.Passed,
        Findings = place is null ? [] : [new GateFinding(new Finding("r", Severity.Error, "m", place), "", FindingState.New, InDiff: false)],
        Policy = new PolicySource("mine", ""),
        Settings = JsonElement.Parse("{}"),
        Evidence = new Evidence("facts/v1", JsonElement.Parse(facts)),
        Started = default,
        Elapsed = TimeSpan.Zero,
    })];
}
