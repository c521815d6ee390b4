using Gates.Doors.GitHub.CheckRuns;
using Gates.Pipeline.Results;
using Gates.Runner.Commands.Publish;
using Gates.Runner.Reports.Review;
using Runner.Tests.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Publish;

public sealed class ConclusionsTests
{
    [Theory]
    [InlineData("Passed", false, "Success")]
    [InlineData("Waived", false, "Success")]
    [InlineData("Warned", false, "Success")]
    [InlineData("Skipped", false, "Neutral")]
    [InlineData("Failed", false, "Failure")]
    [InlineData("Errored", false, "Failure")]
    [InlineData("Passed", true, "ActionRequired")]
    [InlineData("Skipped", true, "ActionRequired")]
    [InlineData("Failed", true, "Failure")]
    public void Of_EachVerdict_IsTheDesigns(string verdict, bool unverified, string expected)
    {
        var gate = Samples.Gate("g", "G", Enum.Parse<Verdict>(verdict));
        var report = Samples.Run([gate]) with { Verdict = gate.Verdict };
        var input = new ReviewInput { Report = report, Unverified = unverified ? [new UnverifiedGate("x", "y")] : [] };

        Conclusions.Of(input).ShouldBe(Enum.Parse<CheckConclusion>(expected));
    }

    [Theory]
    [InlineData("Failed", false, false, "Neutral")]
    [InlineData("Errored", false, false, "Neutral")]
    [InlineData("Failed", true, false, "ActionRequired")]
    [InlineData("Errored", false, true, "Cancelled")]
    public void Of_Overridden_IsNeutral_ButNeverForARunThatDidNotHappen(string verdict, bool unverified, bool interrupted, string expected)
    {
        var gate = Samples.Gate("g", "G", Enum.Parse<Verdict>(verdict));
        var input = new ReviewInput
        {
            Report = Samples.Run([gate]) with { Verdict = gate.Verdict, Interrupted = interrupted },
            Unverified = unverified ? [new UnverifiedGate("x", "y")] : [],
            Override = new Override("manager", null, "label", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(3)),
        };

        Conclusions.Of(input).ShouldBe(Enum.Parse<CheckConclusion>(expected));
    }
}
