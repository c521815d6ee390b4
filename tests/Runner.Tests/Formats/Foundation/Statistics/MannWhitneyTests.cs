using Gates.Formats.Foundation.Statistics;
using MathNet.Numerics.Random;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Statistics;

public sealed class MannWhitneyTests
{
    /// <summary>Depression scores of Hollander and Wolfe (1973), which R's <c>wilcox.test</c> compares in its examples: W = 58, p = 0.1329.</summary>
    private static readonly double[] First = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];

    private static readonly double[] Second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];

    [Fact]
    public void Compare_APublishedExample_HasItsNumbers()
    {
        var test = MannWhitney.Compare(Second, First, 0.95).ShouldNotBeNull();

        (test.Superiority * 81).ShouldBe(58, 1e-9);
        test.Probability.ShouldBe(0.13292, 1e-5);
        test.Shift.ShouldBe(0.56, 1e-9);
        (test.Low, test.High).ShouldBe((-0.22, 1.082), new Near());
    }

    [Fact]
    public void Compare_TheOtherWayRound_IsItsMirror()
    {
        var (one, other) = (MannWhitney.Compare(Second, First, 0.99)!, MannWhitney.Compare(First, Second, 0.99)!);

        other.Probability.ShouldBe(one.Probability, 1e-12);
        (other.Shift, other.Low, other.High).ShouldBe((-one.Shift, -one.High, -one.Low));
        (other.Superiority + one.Superiority).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Compare_TheSameValueEverywhere_SaysNothing()
    {
        var same = Enumerable.Repeat(1.0, 10).ToList();

        MannWhitney.Compare(same, same, 0.99).ShouldBe(new MannWhitney(1, 0, 0, 0, 0.5));
        MannWhitney.Compare(same, same[..7], 0.99).ShouldBeNull();
    }

    /// <summary>Of sides that are alike, few more than one in a hundred seem to differ; a shift by one deviation is nearly always found in 30 values.</summary>
    [Fact]
    public void Compare_ManyTimes_IsWrongAsRarelyAsItSays()
    {
        var random = new Xoshiro256StarStar(20_261_201);
        double[] Side(double shift) => [.. Enumerable.Range(0, 30).Select(_ => MathNet.Numerics.Distributions.Normal.Sample(random, shift, 1))];

        var alike = Enumerable.Range(0, 2000).Count(_ => MannWhitney.Compare(Side(0), Side(0), 0.99)!.Probability < 0.01);
        var found = Enumerable.Range(0, 500).Count(_ => MannWhitney.Compare(Side(0), Side(1), 0.99)!.Probability < 0.01);

        alike.ShouldBeInRange(6, 36);
        found.ShouldBeGreaterThan(400);
    }

    private sealed class Near : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9;

        public int GetHashCode((double, double) obj) => 0;
    }
}
