using Gates.Policies;
using Gates.Runner.Commands.Test;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Test;

public sealed class PolicyCoverageTests
{
    [Fact]
    public void Cases_cover_a_policy_together()
    {
        var coverage = PolicyCoverage.From([
            Case(new LineCoverage("a.js", [1, 2, 5], [1])),
            Case(new LineCoverage("a.js", [1, 2, 5], [5]), new LineCoverage("lib/b.js", [3], [])),
            Case()
        ]);

        (coverage.Ran, coverage.Lines).ShouldBe((2, 4));
        coverage.Files.Select(file => $"{file.Path} {PolicyCoverage.NeverRan(file)}").ShouldBe(["a.js 2", "lib/b.js 3"]);
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, new int[0], "1-3")]
    [InlineData(new[] { 1, 4, 9, 12 }, new[] { 4 }, "1, 9-12")]
    [InlineData(new[] { 1 }, new[] { 1 }, "")]
    public void Lines_that_never_ran_are_named_in_ranges(int[] lines, int[] ran, string named) =>
        PolicyCoverage.NeverRan(new LineCoverage("a", lines, ran)).ShouldBe(named);

    [Theory]
    [InlineData(999, 1000, 99)]
    [InlineData(1, 1, 100)]
    [InlineData(0, 0, null)]
    public void A_hundred_per_cent_means_every_line(int ran, int lines, int? percent) => PolicyCoverage.Percent(ran, lines).ShouldBe(percent);

    private static TestedCase Case(params LineCoverage[] files) => new("a", null, null, new PolicyObservation([], files), TimeSpan.Zero);
}
