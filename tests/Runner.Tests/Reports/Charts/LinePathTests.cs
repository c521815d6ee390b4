using Gates.Runner.Reports.Charts;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports.Charts;

public sealed class LinePathTests
{
    [Fact]
    public void Of_LeavesAGapWhereNothingIsKnown_AndDrawsAPointAlone() =>
        Path(1, 2, null, 4, null, null, 7, 8).ShouldBe("M0 1h0L10 2M30 4h0M60 7h0L70 8");

    [Fact]
    public void Of_NothingKnown_IsEmpty() => Path(null, null).ShouldBe("");

    [Fact]
    public void Of_VeryManyValues_KeepsEveryPeakAndHole()
    {
        var values = Enumerable.Range(0, 20_000).Select(i => i is >= 5_000 and < 6_000 ? null : (double?)(i == 12_345 ? 99 : i % 2)).ToArray();
        var path = Path(values);

        path.Split(['M', 'L']).Length.ShouldBeLessThan(1_010);
        path.ShouldContain("L123450 99");
        path.Count(character => character == 'M').ShouldBe(2);
    }

    private static string Path(params double?[] values) => LinePath.Of(values, index => index * 10, value => value);
}
