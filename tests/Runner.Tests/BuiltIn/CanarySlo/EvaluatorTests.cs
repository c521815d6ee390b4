using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Objectives;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.CanarySlo;

public sealed class EvaluatorTests
{
    private static readonly Measure Errors = new("5xx", MeasureForm.Increase) { Query = "raw", Max = 10 };

    [Fact]
    public void Share_BeyondItsLimitForSixMinutes_IsBrokenFromTheFirstPointAndConfirmedAfterFive()
    {
        var outcome = new Rollout().With("total", _ => 10).With("bad", minute => minute is >= 5 and <= 11 ? 0.5 : 0).Share();

        var breach = outcome.Breach.ShouldNotBeNull();
        (breach.Since, breach.Confirmed, breach.Until).ShouldBe((5 * Rollout.Minute, (10 * Rollout.Minute) + 15_000, 11 * Rollout.Minute));
        breach.Value.ShouldBe(0.05, 1e-9);
        breach.Requests!.Value.ShouldBe(25 * 150, 1e-6);
        breach.Low!.Value.ShouldBeGreaterThan(0.01);
        outcome.Holds.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(5, 9)]
    public void Share_BeyondItsLimitForFiveMinutesOrLess_IsKept(double from, double to)
    {
        var outcome = new Rollout().With("total", _ => 10).With("bad", minute => minute >= from && minute <= to ? 0.5 : 0).Share();

        outcome.Breach.ShouldBeNull();
        outcome.Holds.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(12, "Open")]
    [InlineData(13.75, "Open")]
    [InlineData(14.25, null)]
    public void Share_BeyondItsLimitWhenTheLastStageEnds_HoldsUnlessItIsAPeak(double from, string? reason)
    {
        var rollout = new Rollout().With("total", _ => 10).With("bad", minute => minute >= from ? 1 : 0);

        var outcome = rollout.Share();

        outcome.Breach.ShouldBeNull();
        outcome.Holds.Select(hold => hold.Reason).ShouldBe(reason is null ? [] : [reason]);
        rollout.Evaluate(outcome.Measure, until: 14).Holds.ShouldBeEmpty("it goes on");
    }

    [Fact]
    public void Share_OneGoodPointInBetween_StartsAnew() =>
        new Rollout().With("total", _ => 10).With("bad", minute => minute is >= 3 and <= 11 && minute != 7 ? 0.5 : 0).Share().Breach.ShouldBeNull();

    [Fact]
    public void Share_ABreachAcrossTwoStages_IsOne() =>
        new Rollout(new Stage(5, 0, 10 * Rollout.Minute), new Stage(25, 10 * Rollout.Minute, 20 * Rollout.Minute))
            .With("total", _ => 10).With("bad", minute => minute is >= 7 and <= 13 ? 0.5 : 0).Share().Breach!.Since.ShouldBe(7 * Rollout.Minute);

    [Fact]
    public void Share_WithoutASingleBadSeries_IsKept()
    {
        var outcome = new Rollout().With("total", _ => 10).With("bad", _ => null).Share();

        (outcome.Breach, outcome.Holds.Count).ShouldBe((null, 0));
        outcome.Stages.ShouldHaveSingleItem().High!.Value.ShouldBeLessThan(0.001);
    }

    [Fact]
    public void Share_OfGoodThatIsAbsent_IsBroken() =>
        new Rollout().With("total", _ => 10).With("bad", _ => null).Share(good: true).Breach!.Value.ShouldBe(1);

    [Fact]
    public void Share_FewRequestsThatFailedLongEnough_HoldsBecauseItMayBeChance()
    {
        // 6 minutes with 36 requests, of which one failed.
        var outcome = new Rollout { Rules = new Rules(5 * Rollout.Minute, 50) }.With("total", _ => 0.1)
            .With("bad", minute => minute is >= 5 and <= 11 ? 0.003 : 0)
            .Share();

        outcome.Breach.ShouldBeNull();
        outcome.Holds.ShouldHaveSingleItem().Reason.ShouldBe(Hold.Chance);
    }

    [Fact]
    public void Share_FewerRequestsThanNeeded_HoldsAsThin()
    {
        var hold = new Rollout().With("total", _ => 0.05).With("bad", _ => 0).Share().Holds.ShouldHaveSingleItem();

        hold.Reason.ShouldBe(Hold.Thin);
        hold.Requests!.Value.ShouldBe(0.05 * 15 * 61, 1e-6);
    }

    [Fact]
    public void Share_ThinInEveryStage_HoldsForEach() =>
        new Rollout(
            new Stage(5, 0, 10 * Rollout.Minute),
            new Stage(25, 10 * Rollout.Minute, 20 * Rollout.Minute),
            new Stage(50, 20 * Rollout.Minute, 30 * Rollout.Minute))
            .With("total", _ => 0.05).With("bad", _ => 0).Share().Holds.Select(hold => hold.Since / Rollout.Minute).ShouldBe([0, 10, 20]);

    [Theory]
    [InlineData(nameof(PointState.NoTraffic))]
    [InlineData(nameof(PointState.Absent))]
    [InlineData(nameof(PointState.Gap))]
    [InlineData(nameof(PointState.NotANumber))]
    [InlineData(nameof(PointState.ScrapeDown))]
    public void Share_TheKindsOfNothing_AreToldApartAndNoneIsKept(string state)
    {
        var rollout = new Rollout { Rules = new Rules(5 * Rollout.Minute, 100) { Up = "up" } }
            .With("up", minute => state == nameof(PointState.ScrapeDown) && minute > 5 ? 0 : 1)
            .With("bad", _ => 0)
            .With("total", minute => state switch
            {
                nameof(PointState.Absent) => null,
                nameof(PointState.Gap) when minute > 5 => null,
                nameof(PointState.NoTraffic) when minute > 5 => 0,
                nameof(PointState.NotANumber) when minute > 5 => double.NaN,
                _ => 10,
            });

        var outcome = rollout.Share();

        outcome.Breach.ShouldBeNull();
        outcome.Holds.ShouldHaveSingleItem().Reason.ShouldBe(state);
    }

    [Fact]
    public void Share_AHoleShorterThanABreach_IsKept() =>
        new Rollout().With("total", minute => minute is > 5 and < 9 ? null : 10).With("bad", _ => 0).Share().Holds.ShouldBeEmpty();

    [Fact]
    public void Share_AHoleBesideABreach_HoldsBecauseALongerOneMayHideThere()
    {
        var hold = new Rollout().With("total", minute => minute is > 5 and < 9 ? null : 10)
            .With("bad", minute => minute is >= 3 and <= 10 ? 0.5 : 0)
            .Share().Holds
            .ShouldHaveSingleItem();

        (hold.Reason, hold.MayHideBreach, hold.Since).ShouldBe((nameof(PointState.Gap), true, 3 * Rollout.Minute));
    }

    [Fact]
    public void Share_MoreThanHalfOfAStageInShortHoles_Holds() =>
        new Rollout().With("total", minute => minute % 4 < 2.75 ? null : 10)
            .With("bad", _ => 0)
            .Share().Holds
            .ShouldHaveSingleItem().Reason
            .ShouldBe(Hold.Coverage);

    [Theory]
    [InlineData(0.04, nameof(PointState.Shared))]
    [InlineData(0.005, null)]
    [InlineData(0.02, null)]
    public void Share_WhatTheStableVersionHasToo_HoldsInsteadOfRollingBack(double stable, string? reason)
    {
        var outcome = new Rollout().With("total", _ => 10).With("bad", minute => minute is >= 5 and <= 12 ? 0.5 : 0)
            .With("stable total", _ => 100).With("stable bad", minute => minute is >= 5 and <= 12 ? 100 * stable : 0).Share(stable: "stable bad");

        outcome.Holds.Select(hold => hold.Reason).ShouldBe(reason is null ? [] : [reason]);
        (outcome.Breach is null).ShouldBe(reason is not null);
    }

    [Fact]
    public void Value_InfinityAboveTheLimit_IsBroken() =>
        new Rollout().With("p95", minute => minute > 5 ? double.PositiveInfinity : 0.1)
            .Evaluate(new Measure("p95", MeasureForm.Value) { Query = "p95", Max = 0.5 }).Breach!.Value.ShouldBe(double.PositiveInfinity);

    [Fact]
    public void Value_BelowItsLeast_IsBrokenByTheLowest() =>
        new Rollout().With("hits", minute => minute > 5 ? 0.7 - (minute / 100) : 0.9)
            .Evaluate(new Measure("hits", MeasureForm.Value) { Query = "hits", Min = 0.8 }).Breach!.Value.ShouldBe(0.55, 1e-9);

    [Theory]
    [InlineData(100, false)]
    [InlineData(5, true)]
    public void Increase_TheLimitIsTheStagesShare(double weight, bool broken)
    {
        var samples = Enumerable.Range(-5, 21).Select(minute => ((double)minute, (double)(minute + 5))).ToArray();
        var rollout = new Rollout(
            15,
            weight)
        { Rules = new Rules(5 * Rollout.Minute, 100) { Requests = "requests" } }.With("requests", _ => 10).WithRaw("raw", samples);

        (rollout.Evaluate(Errors).Breach is not null).ShouldBe(broken, "one a minute is within 10 of all traffic, and beyond 0.5 of a twentieth");
    }

    [Fact]
    public void Increase_AResetAndASeriesBornLater_CountWhole()
    {
        var rollout = new Rollout { Rules = new Rules(5 * Rollout.Minute, 100) { Requests = "requests" } }.With("requests", _ => 10)
            .WithRaw("raw", (-4, 100), (1, 103), (2, 2))
            .WithRaw("raw", (5, 7), (6, 7));

        var points = rollout.Evaluate(Errors).Points.ToDictionary(point => point.Time / (double)Rollout.Minute, point => point.Value);

        (points[1], points[2], points[3], points[5], points[6]).ShouldBe((3, 2, 0, 7, 0));
    }

    [Fact]
    public void Increase_NoSeriesAtAll_IsZeroOnlyWithTraffic()
    {
        var rules = new Rules(5 * Rollout.Minute, 100) { Requests = "requests" };

        new Rollout { Rules = rules }.With("requests", _ => 10).With("raw", _ => null).Evaluate(Errors).Holds.ShouldBeEmpty();
        new Rollout { Rules = rules }.With("requests", _ => null)
            .With("raw", _ => null)
            .Evaluate(Errors).Holds
            .ShouldHaveSingleItem().Reason
            .ShouldBe(nameof(PointState.Absent));
    }

    [Fact]
    public void Evaluate_BeforeAStageHasEnded_DoesNotCallItThin() =>
        new Rollout().With("total", _ => 1).With("bad", _ => 0)
            .Evaluate(new Measure("errors", MeasureForm.Share) { Query = "bad", Whole = "total", Max = 0.01 }, until: 1).Holds.ShouldBeEmpty();
}
