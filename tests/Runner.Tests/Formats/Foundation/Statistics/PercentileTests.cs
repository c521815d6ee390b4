using Gates.Formats.Foundation.Statistics;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Statistics;

public sealed class PercentileTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 4)]
    [InlineData(0.9, 12.8)]
    [InlineData(0.95, 14.4)]
    [InlineData(1, 16)]
    public void Of_FiveSamples_InterpolatesBetweenNeighbours(double share, double expected) =>
        Percentile.Of([1, 2, 4, 8, 16], share).ShouldBe(expected, 1e-12);

    [Fact]
    public void Of_OneSample_IsThatSample() => Percentile.Of([7], 0.95).ShouldBe(7);
}
