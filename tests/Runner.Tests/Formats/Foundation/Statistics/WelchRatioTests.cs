using Gates.Formats.Foundation.Statistics;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Statistics;

public sealed class WelchRatioTests
{
    // The quantile of the t distribution with 3.09 degrees of freedom was found by integrating its density.
    [Fact]
    public void Of_ThreeRunsASide_IsWelchsIntervalOnTheLogarithms()
    {
        var estimate = WelchRatio.Of([100, 104, 99], [110, 115, 121]);

        estimate.Ratio.ShouldBe(1.1413069291, 1e-9);
        estimate.Resolution.ShouldBe(Resolution.Summaries);
        estimate.Low!.Value.ShouldBe(1.0346352083, 1e-9);
        estimate.High!.Value.ShouldBe(1.2589765901, 1e-9);
        estimate.Probability.ShouldBe(0.0229613444, 1e-9);
    }

    [Theory]
    [InlineData(new double[] { 100 }, new double[] { 120 })]
    [InlineData(new double[] { 100, 101 }, new double[] { 120 })]
    [InlineData(new double[] { 100, 100 }, new double[] { 120, 120 })]
    public void Of_TooLittle_HasNoInterval(double[] baseline, double[] current)
    {
        var estimate = WelchRatio.Of(baseline, current);

        estimate.Resolution.ShouldBe(Resolution.Single);
        (estimate.Low, estimate.High, estimate.Probability, estimate.DetectableChange).ShouldBe((null, null, 1, null));
    }
}
