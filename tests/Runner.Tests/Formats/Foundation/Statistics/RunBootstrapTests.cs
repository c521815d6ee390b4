using Gates.Formats.Foundation.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Statistics;

public sealed class RunBootstrapTests
{
    [Fact]
    public void Variance_Twice_GivesTheSameToTheLastDigit() => Variance(Runs(1, 3, 200)).ShouldBe(Variance(Runs(1, 3, 200)));

    [Fact]
    public void Variance_AgainstDrawingEverySample_IsTheSame()
    {
        var run = Runs(1, 1, 400);
        var random = new Xoshiro256StarStar(7);
        var drawn = Enumerable.Range(0, 4_000).Select(_ => Math.Log(Redrawn(run[0], random))).Variance();

        Math.Sqrt(Variance(run)).ShouldBe(Math.Sqrt(drawn), 0.1 * Math.Sqrt(drawn));
    }

    // The variance of the mean's logarithm is that of the samples over their number and the mean's square: (e^0.25 - 1) / 500.
    [Fact]
    public void Variance_OfTheMean_IsThatOfOneRun() =>
        Math.Sqrt(RunBootstrap.Variance(new SampleRuns(Runs(1, 3, 500)), null)).ShouldBe(Math.Sqrt((Math.Exp(0.25) - 1) / 500), 0.004);

    [Fact]
    public void Each_IsThePercentileOrMeanOfEveryRun()
    {
        var runs = new SampleRuns([[1, 2, 3], [4, 5, 9]]);
        runs.Each(0.5).ShouldBe([2, 5]);
        runs.Each(null).ShouldBe([2, 6]);
    }

    private static double Variance(double[][] runs) => RunBootstrap.Variance(new SampleRuns(runs), 0.95);

    private static double Redrawn(double[] run, Random random) =>
        Percentile.Of([.. Enumerable.Range(0, run.Length).Select(_ => run[random.Next(run.Length)]).Order()], 0.95);

    private static double[][] Runs(int seed, int runs, int samples)
    {
        var random = new Xoshiro256StarStar(seed);
        return [.. Enumerable.Range(0, runs).Select(_ => Enumerable.Range(0, samples).Select(_ => LogNormal.Sample(random, 3, 0.5)).Order().ToArray())];
    }
}
