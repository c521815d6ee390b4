using Gates.Doors.TypeChecks;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.TypeChecks;

public sealed class TscLinesTests
{
    [Fact]
    public void Problems_have_their_place_and_their_details_on_one_line() =>
        TscLines.Read("""
            policies/a/policy.js(3,10): error TS2551: Property 'eror' does not exist on type 'Report'. Did you mean 'error'?
            policies/a (1)/policy.ts(14,2): error TS2345: Argument of type 'number' is not assignable to parameter of type 'string | undefined'.
              Type 'number' is not assignable to type 'string'.

            """).ShouldBe(
        [
            new TypeProblem("policies/a/policy.js", 3, 10, "Property 'eror' does not exist on type 'Report'. Did you mean 'error'?"),
            new TypeProblem(
                "policies/a (1)/policy.ts",
                14,
                2,
                "Argument of type 'number' is not assignable to parameter of type 'string | undefined': Type 'number' is not assignable to type 'string'"),
        ]);

    [Fact]
    public void Line_ends_of_other_systems_and_other_lines_do_not_matter() =>
        TscLines.Read("\r\nFound 1 error.\r\na.js(1,1): error TS1: x\r\n").ShouldBe([new TypeProblem("a.js", 1, 1, "x")]);

    [Fact]
    public void What_the_compiler_quotes_steers_no_terminal() =>
        TscLines.Read("a.js(1,1): error TS1: \e[2J\a'x\u009b2K'\n  \e]0;title\a").ShouldHaveSingleItem().Message.ShouldBe("[2J'x2K': ]0;title");

    [Theory]
    [InlineData("a.js(0,1): error TS1: x")]
    [InlineData("a.js(99999999999,1): error TS1: x")]
    [InlineData("a.js(1): error TS1: x")]
    [InlineData("  indented without anything before")]
    public void What_is_no_problem_is_passed_over(string line) => TscLines.Read(line).ShouldBeEmpty();

    [Fact]
    public void What_is_no_matter_of_a_file_is_an_error() =>
        Should.Throw<EvaluationException>(() =>
            TscLines.Read("error TS5023: Unknown compiler option 'x'.")).Message.ShouldBe("TypeScript: TS5023: Unknown compiler option 'x'");

    [Fact]
    public void A_problem_shows_its_line() =>
        new TypeProblem("a.js", 12, 3, "no") { Source = "\t  x" }.ToString().ShouldBe("a.js:12:3: no\n  12 | \t  x\n     | \t ^");
}
