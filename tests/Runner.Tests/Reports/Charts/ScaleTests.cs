using Gates.Policies;
using Gates.Runner.Reports.Charts;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports.Charts;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(new[] { 0.0, 10 }, null, 0, 10.8)]
    [InlineData(new[] { 96.0, 98 }, "%", 95.84, 98.16)]
    [InlineData(new[] { 97.0, 100 }, "%", 96.76, 100)]
    [InlineData(new[] { 4.0, 10 }, null, 0, 10.8)]
    [InlineData(new[] { -4.0, 6 }, null, -4.8, 6.8)]
    [InlineData(new[] { 5.0, 5 }, null, 0, 5.4)]
    [InlineData(new[] { 0.0, 0 }, null, 0, 1.08)]
    [InlineData(new[] { 1.0, 1.7e308 }, null, 0, 1.08)]
    public void Of_ShowsAllThatWasMeasuredWithSomeRoom(double[] values, string? unit, double low, double high)
    {
        var scale = Scale.From(new Chart("a", default, 1, [new ChartLine("x", [.. values.Select(value => (double?)value)])]) { Unit = unit });

        scale.Low.ShouldBe(low, 1e-9);
        scale.High.ShouldBe(high, 1e-9);
    }

    [Theory]
    [InlineData(0, 10.8, new[] { 0.0, 5, 10 })]
    [InlineData(95.84, 98.16, new[] { 96.0, 96.5, 97, 97.5, 98 })]
    [InlineData(-4.8, 6.8, new[] { 0.0, 5 })]
    [InlineData(0, 0.0000054, new[] { 0.0, 0.000002, 0.000004 })]
    public void Ticks_AreRoundAndInside(double low, double high, double[] ticks) => new Scale(low, high).Ticks().ShouldBe(ticks);

    [Fact]
    public void Share_OfWhatIsBeyond_IsAtTheEdge() => new[] { -1.0, 0, 5, 10, 1.7e308 }.Select(new Scale(0, 10).Share).ShouldBe([0, 0, 0.5, 1, 1]);
}
