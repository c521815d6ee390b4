using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Objectives;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.CanarySlo;

/// <summary>The rules beside "without a pause for longer than".</summary>
public sealed class BreachRuleTests
{
    private static readonly Rules Points = new(5 * Rollout.Minute, 100) { Often = (12, 20) };
    private static readonly Rules Burns = new(5 * Rollout.Minute, 100) { Burn = (10, 2 * Rollout.Minute) };

    [Fact]
    public void Share_BeyondAtTwelveOfTwentyPoints_IsBrokenAtTheTwelfth()
    {
        // Two of three points: the twelfth is the seventeenth after the first.
        var breach = new Rollout { Rules = Points }.With("total", _ => 10)
            .With("bad", minute => minute >= 5 && (int)Math.Round(minute * 4) % 3 < 2 ? 0.5 : 0)
            .Share().Breach.ShouldNotBeNull();

        (breach.Rule, breach.Points).ShouldBe((Breach.Often, 12));
        (breach.Confirmed - breach.Since).ShouldBe(16 * 15_000);
        breach.Until.ShouldBe(breach.Confirmed);
        breach.Value.ShouldBe(0.05 * 12 / 17, 1e-9);
    }

    [Theory]
    [InlineData(0.5, 2.5)]
    [InlineData(0.012, 10)]
    public void Share_FewerPoints_OrWhatCanBeChance_IsNot(double bad, double minutes) =>
        new Rollout { Rules = Points }.With("total", _ => bad < 0.1 ? 1 : 10)
            .With("bad", minute => minute >= 2 && minute < 2 + minutes && (int)Math.Round(minute * 4) % 4 < 3 ? bad : 0)
            .Share().Breach.ShouldBeNull();

    [Fact]
    public void Value_BeyondAtTwelveOfTwentyPoints_IsBrokenByItsWorst() =>
        new Rollout { Rules = Points }.With("rate", minute => (int)Math.Round(minute * 4) % 3 < 2 ? 20 + minute : 1)
            .Evaluate(new Measure("rate", MeasureForm.Value) { Query = "rate", Max = 10 }).Breach!.Value.ShouldBe(24, 1e-9);

    [Fact]
    public void Share_ManyTimesItsLimit_IsBrokenLongBeforeABreach()
    {
        var breach = new Rollout { Rules = Burns }.With("total", _ => 10).With("bad", minute => minute >= 5 ? 10 : 0).Share().Breach.ShouldNotBeNull();

        breach.Rule.ShouldBe(Breach.Burning);
        ((breach.Confirmed / 15_000) - (5 * 4)).ShouldBeInRange(0, 1, "a tenth of two minutes");
    }

    [Fact]
    public void Share_ThatHasStoppedBurning_IsNot()
    {
        // So short that the long window burns only after it is over.
        var slow = new Rules(5 * Rollout.Minute, 100) { Burn = (10, 5 * Rollout.Minute) };

        new Rollout { Rules = slow }.With("total", minute => minute < 6 ? 100 : 1)
            .With("bad", minute => minute is >= 5.5 and < 6 ? 50 : 0)
            .Share().Breach.ShouldBeNull();
    }

    [Fact]
    public void Share_OfRawSamples_SeesWhatPodsCountedBeforeTheirFirstScrape()
    {
        // Each minute a pod comes, fails 60 times before it is scraped, and goes: rate() would see nothing of it.
        var rollout = new Rollout().WithRaw("total", [.. Enumerable.Range(-20, 81).Select(i => (i / 4.0, (i + 20) * 150.0))]);
        foreach (var minute in Enumerable.Range(1, 14))
        {
            rollout.WithRaw("bad", (minute, 60));
            rollout.WithRaw("total", (minute, 60));
        }

        var outcome = rollout.Evaluate(new Measure("errors", MeasureForm.Share) { Query = "bad", Whole = "total", Max = 0.01, Raw = true });

        var breach = outcome.Breach.ShouldNotBeNull();
        breach.Value.ShouldBe(60 / 660.0, 1e-6);
        outcome.Points[0].State.ShouldBe(PointState.Within);
    }

    [Fact]
    public void Share_OfRawSamplesThatAreNotThere_IsAGapOrAbsent()
    {
        var measure = new Measure("errors", MeasureForm.Share) { Query = "bad", Whole = "total", Max = 0.01, Raw = true };

        new Rollout().WithRaw("total", (0, 1), (0.5, 400)).WithRaw("bad").Evaluate(measure).Points[^1].State.ShouldBe(PointState.Gap);
        new Rollout().With("total", _ => null).With("bad", _ => null).Evaluate(measure).Points[^1].State.ShouldBe(PointState.Absent);
    }

    [Fact]
    public void Share_WhoseDataIsMissingInPart_HoldsUnlessItIsBroken()
    {
        var measure = new Measure("errors", MeasureForm.Share) { Query = "bad", Whole = "total", Max = 0.01, Missing = ["a store"] };

        new Rollout().With("total", _ => 10).With("bad", _ => 0).Evaluate(measure).Holds.ShouldHaveSingleItem().Reason.ShouldBe(Hold.Partial);
        new Rollout().With("total", _ => 10).With("bad", _ => 1).Evaluate(measure).ShouldSatisfyAllConditions(
            outcome => outcome.Breach.ShouldNotBeNull(),
            outcome => outcome.Holds.ShouldBeEmpty());
    }
}
