using Gates.Formats.Foundation.Statistics;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Statistics;

public sealed class RunRatioTests
{
    private static readonly double[] Before = [100, 104, 99];
    private static readonly double[] After = [110, 115, 121];

    // By hand: pooled variance of the logarithms 0.001489, error 0.0315 of 4 degrees of freedom, whose quantile is 2.776445.
    [Fact]
    public void OfValues_ThreeRunsASide_IsStudentsIntervalOnTheLogarithms()
    {
        var estimate = RunRatio.OfValues(Before, After, default);

        estimate.Ratio.ShouldBe(1.1413069291, 1e-9);
        estimate.Resolution.ShouldBe(Resolution.Summaries);
        var variance = Before.Concat(After).Chunk(3).Sum(side => side.Sum(value => Math.Pow(Math.Log(value) - side.Average(Math.Log), 2))) / 4;
        estimate.Error!.Value.ShouldBe(Math.Sqrt(variance * 2 / 3), 1e-12);
        estimate.Low!.Value.ShouldBe(estimate.Ratio * Math.Exp(-2.7764451052 * estimate.Error.Value), 1e-7);
        estimate.High!.Value.ShouldBe(estimate.Ratio * Math.Exp(2.7764451052 * estimate.Error.Value), 1e-7);
    }

    [Fact]
    public void OfValues_WithWhatEarlierRunsSay_HoldsBothTogether()
    {
        var alone = RunRatio.OfValues(Before, After, default);
        var learnt = RunRatio.OfValues(Before, After, new RunVariance(0.0001, 16));

        learnt.Freedom.ShouldBe(20);
        Math.Pow(learnt.Error!.Value, 2).ShouldBe(((4 * Math.Pow(alone.Error!.Value, 2)) + (16 * 0.0001 * 2 / 3)) / 20, 1e-12);
        learnt.Probability.ShouldBeLessThan(alone.Probability);
    }

    [Theory]
    [InlineData(new double[] { 100 }, new double[] { 120 })]
    [InlineData(new double[] { 100, 101 }, new double[] { 120 })]
    [InlineData(new double[] { 100, 100 }, new double[] { 120, 120 })]
    public void OfValues_TooLittle_HasNoInterval(double[] baseline, double[] current)
    {
        var estimate = RunRatio.OfValues(baseline, current, default);

        estimate.Resolution.ShouldBe(Resolution.Single);
        (estimate.Low, estimate.High, estimate.Probability, estimate.Detectable(true)).ShouldBe((null, null, 1, null));
    }

    [Fact]
    public void OfSamples_RunsThatDiffer_AreWiderThanTheirSamples()
    {
        var alike = RunRatio.OfSamples(1, [100, 100, 100], [100, 100, 100], 0.0004, default);
        var different = RunRatio.OfSamples(1, [80, 100, 120], [80, 100, 120], 0.0004, default);
        var one = RunRatio.OfSamples(1, [100], [100], 0.0004, default);

        alike.Error!.Value.ShouldBe(Math.Sqrt(0.0008 * 8 / 12 * 2 / 3), 1e-12, "the supposed difference counts 8 of 12");
        (different.High - different.Low).ShouldNotBeNull().ShouldBeGreaterThan((alike.High - alike.Low)!.Value * 3);
        (alike.Resolution, one.Resolution).ShouldBe((Resolution.Runs, Resolution.Samples));
    }

    [Fact]
    public void Learn_RunsOfOneCommitAndSingleOnes_LeavesOutWhatDiffersBetweenCommits()
    {
        RunVariance.Learn([[100, 110], [200, 220]]).ShouldSatisfyAllConditions(
            of => of.Freedom.ShouldBe(2),
            of => of.Variance.ShouldBe(Math.Pow(Math.Log(1.1), 2) / 2, 1e-12));
        RunVariance.Learn([[100], [110], [100], [110]]).ShouldSatisfyAllConditions(
            of => of.Freedom.ShouldBe(2, 1e-12),
            of => of.Variance.ShouldBe(Math.Pow(Math.Log(1.1), 2) / 2, 1e-12));
        RunVariance.Learn([[100], [110]]).ShouldBe(default);
    }

    [Fact]
    public void Detectable_IsWhatWouldHaveMeasuredWorseFourTimesInFive()
    {
        var estimate = new RatioEstimate(1, 0.1, 1e6, Resolution.Runs);

        estimate.Detectable(true)!.Value.ShouldBe(Math.Exp(0.0841621) - 1, 1e-4);
        estimate.Detectable(false)!.Value.ShouldBe(1 - Math.Exp(-0.0841621), 1e-4);
    }
}
