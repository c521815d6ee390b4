using Gates.Formats.Foundation.Statistics;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Statistics;

public sealed class WilsonTests
{
    [Theory]
    [InlineData(0, 10, 0, 0.277533)]
    [InlineData(2, 150, 0.003662, 0.047309)]
    [InlineData(4, 150, 0.010418, 0.066573)]
    [InlineData(10, 10, 0.722467, 1)]
    public void Interval_OfAShare_StaysWithin0And1AndIsNotSymmetric(double hits, double trials, double low, double high)
    {
        var interval = Wilson.Interval(hits, trials);
        interval.Low.ShouldBe(low, 1e-4);
        interval.High.ShouldBe(high, 1e-4);
    }

    [Fact]
    public void Interval_OfFourErrorsIn150_LiesAboveOnePerCent()
    {
        Wilson.Interval(3, 150).Low.ShouldBeLessThan(0.01);
        Wilson.Interval(4, 150).Low.ShouldBeGreaterThan(0.01);
    }
}
