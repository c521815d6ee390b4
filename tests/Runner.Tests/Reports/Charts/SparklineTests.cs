using Gates.Policies;
using Gates.Runner.Reports.Charts;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports.Charts;

public sealed class SparklineTests
{
    [Fact]
    public void Of_AShortTime_ShowsEveryValue() => Sparkline.Of(Chart([0, 5, null, 10], limit: 10)).ShouldBe("▁▄·▇");

    [Fact]
    public void Of_ALongTime_ShowsTheWorstOfEachPiece()
    {
        var low = Enumerable.Range(0, 240).Select(i => (double?)(i == 123 ? 10 : 0));
        Sparkline.Of(Chart(low, limit: 5)).ShouldBe("▁▁▁▁▁▁▁▁▁▁▁▁▇▁▁▁▁▁▁▁▁▁▁▁");

        var high = Enumerable.Range(0, 240).Select(i => (double?)(i == 123 ? 80 : 100));
        Sparkline.Of(Chart(high, limit: 80)).ShouldBe("████████████▂███████████");
    }

    private static Chart Chart(IEnumerable<double?> values, double limit)
    {
        List<double?> all = [.. values];
        return new Chart("a", default, 1, [new ChartLine("x", all)]) { Unit = "%", Limits = [new ChartLine("limit", [.. all.Select(_ => (double?)limit)])] };
    }
}
