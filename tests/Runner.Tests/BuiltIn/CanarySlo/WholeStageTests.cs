using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Objectives;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.CanarySlo;

/// <summary>What the rule "without a pause for longer than" does not see.</summary>
public sealed class WholeStageTests
{
    private static readonly Measure Errors = new("5xx", MeasureForm.Increase) { Query = "raw", Max = 10 };

    [Theory]
    [InlineData(5.5, 3.75, 1)]
    [InlineData(2, 1, 0.2)]
    [InlineData(1, 0.5, 0.05)]
    public void Share_BurstsEachShorterThanABreach_BreakTheStageAsAWhole(double period, double burst, double share)
    {
        var rollout = new Rollout().With("total", _ => 10).With("bad", minute => minute % period < burst ? 10 * share : 0);

        var outcome = rollout.Share();

        outcome.Breach.ShouldBeNull();
        outcome.Holds.ShouldBeEmpty();
        outcome.Stages.ShouldHaveSingleItem().Broken.ShouldBe(true);
        rollout.Evaluate(outcome.Measure, until: 14).Stages.ShouldHaveSingleItem().Broken.ShouldBeNull("it goes on");
    }

    [Fact]
    public void Share_BurstsWithinTheLimitAsAWhole_AreKept() =>
        new Rollout().With("total", _ => 10).With("bad", minute => minute % 5 < 0.25 ? 1 : 0).Share().Stages.ShouldHaveSingleItem().Broken.ShouldBeNull();

    [Fact]
    public void Share_BurstsThatTheStableVersionHasToo_DoNotBreakTheStage() =>
        new Rollout().With("total", _ => 10).With("bad", minute => minute % 2 < 1 ? 1 : 0)
            .With("stable total", _ => 100)
                .With("stable bad", minute => minute % 2 < 1 ? 10 : 0)
                .Share(stable: "stable bad").Stages
                .ShouldHaveSingleItem().Broken
                .ShouldBeNull();

    [Fact]
    public void Share_OneHeavyBurstShorterThanABreach_Holds()
    {
        var outcome = new Rollout().With("total", _ => 10).With("bad", minute => minute is >= 5 and < 9.75 ? 10 : 0).Share();

        (outcome.Breach, outcome.Stages[0].Broken).ShouldBe((null, null));
        outcome.Holds.ShouldHaveSingleItem().Reason.ShouldBe(Hold.Burst);
    }

    [Theory]
    [InlineData(14.25)]
    [InlineData(12.5)]
    public void Share_BeyondItsLimitAndThenUnknownUntilTheEnd_CountsAsStillOpen(double lastSample)
    {
        var outcome = new Rollout().With("total", minute => minute > lastSample ? null : 10)
            .With("bad", minute => minute >= 11 && minute <= lastSample ? 1 : 0)
            .Share();

        outcome.Holds.ShouldHaveSingleItem().Reason.ShouldBe(Hold.Open);
    }

    [Fact]
    public void Share_AboveTheLargestBucket_IsBlindAndHolds()
    {
        var outcome = new Rollout().With("total", _ => 10).With("bad", _ => 1)
            .Evaluate(new Measure("p95", MeasureForm.Share) { Query = "bad", Whole = "total", IsGood = true, Max = 0.05, BeyondBuckets = true });

        outcome.Breach.ShouldBeNull();
        outcome.Holds.ShouldHaveSingleItem().Reason.ShouldBe(nameof(PointState.BeyondBuckets));
    }

    [Fact]
    public void Share_WithinTheLargestBucket_IsKept() =>
        new Rollout().With("total", _ => 10).With("bad", _ => 9.9)
            .Evaluate(new Measure("p95", MeasureForm.Share) { Query = "bad", Whole = "total", IsGood = true, Max = 0.05, BeyondBuckets = true })
            .ShouldSatisfyAllConditions(outcome => outcome.Breach.ShouldBeNull(), outcome => outcome.Holds.ShouldBeEmpty());

    [Fact]
    public void FailuresCountedInWhatDoesNotExist_Hold()
    {
        var rollout = new Rollout { Rules = new Rules(5 * Rollout.Minute, 100) { Requests = "total" } }.With("total", _ => 10)
            .With("bad", _ => null)
            .WithRaw("raw");
        rollout.Evaluate(new Measure("errors", MeasureForm.Share) { Query = "bad", Whole = "total", Max = 0.01, Unheard = "the metric bad" })
            .Holds.ShouldHaveSingleItem().Reason.ShouldBe(nameof(PointState.Unheard));
        rollout.Evaluate(Errors with { Unheard = "the metric raw" }).Holds.ShouldHaveSingleItem().Reason.ShouldBe(nameof(PointState.Unheard));
    }

    [Fact]
    public void Value_BeyondItsLimitMostOfTheStageWithPauses_BreaksIt()
    {
        var stage = new Rollout().With("rate", minute => minute % 3 < 2 ? 20 : 1)
            .Evaluate(new Measure("rate", MeasureForm.Value) { Query = "rate", Max = 10 }).Stages
            .ShouldHaveSingleItem();

        (stage.Broken, stage.Beyond > 30).ShouldBe((true, true));
    }
}
