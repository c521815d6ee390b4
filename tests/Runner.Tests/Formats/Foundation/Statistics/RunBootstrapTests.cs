using Gates.Formats.Foundation.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Statistics;

public sealed class RunBootstrapTests
{
    [Fact]
    public void Compare_Twice_GivesTheSameToTheLastDigit() => Compare(Runs(1, 3, 200), Runs(2, 3, 200)).ShouldBe(Compare(Runs(1, 3, 200), Runs(2, 3, 200)));

    [Fact]
    public void Compare_TheRatio_IsThatOfAllSamplesTogether()
    {
        var (before, after) = (Runs(1, 3, 200), Runs(2, 4, 300));
        Compare(before, after).Ratio.ShouldBe(Pooled(after) / Pooled(before), 1e-12);
    }

    [Fact]
    public void Compare_AgainstDrawingEverySample_GivesTheSameInterval()
    {
        var (before, after) = (Runs(1, 1, 400), Runs(2, 1, 400));
        var random = new Xoshiro256StarStar(7);
        var changes = Enumerable.Range(0, 4_000).Select(_ => Math.Log(Redrawn(after[0], random) / Redrawn(before[0], random))).Order().ToArray();

        var estimate = Compare(before, after);

        estimate.Resolution.ShouldBe(Resolution.Samples);
        estimate.Low!.Value.ShouldBe(Math.Exp(Percentile.Of(changes, 0.025)), 0.02);
        estimate.High!.Value.ShouldBe(Math.Exp(Percentile.Of(changes, 0.975)), 0.02);
    }

    [Fact]
    public void Compare_ThreeRunsThatDiffer_IsWiderThanTheirSamplesAlone()
    {
        double[][] before = [.. Runs(1, 3, 500).Select((run, i) => Array.ConvertAll(run, sample => sample * (1 + (0.2 * i))))];
        double[][] after = [.. Runs(2, 3, 500).Select((run, i) => Array.ConvertAll(run, sample => sample * (1 + (0.2 * i))))];

        var byRun = Compare(before, after);
        var pooled = Compare([[.. before.SelectMany(run => run).Order()]], [[.. after.SelectMany(run => run).Order()]]);

        byRun.Resolution.ShouldBe(Resolution.Runs);
        (byRun.High - byRun.Low).ShouldNotBeNull().ShouldBeGreaterThan((pooled.High - pooled.Low)!.Value * 1.3);
    }

    [Fact]
    public void Compare_TheMean_HasAnIntervalToo()
    {
        var estimate = new RunBootstrap(new SampleRuns(Runs(1, 3, 500)), new SampleRuns(Runs(2, 3, 500)), 500).Compare(null)!;
        estimate.Low!.Value.ShouldBeLessThan(1);
        estimate.High!.Value.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Compare_ABaselineOfZero_HasNoRatio() =>
        new RunBootstrap(new SampleRuns([[0, 0, 0]]), new SampleRuns([[1, 2, 3]]), 10).Compare(0.95).ShouldBeNull();

    [Fact]
    public void DetectableChange_OfAWiderInterval_IsLarger() =>
        new RatioEstimate(1, 0.8, 1.25, 1, Resolution.Samples).DetectableChange!.Value.ShouldBe(0.3757, 0.001);

    private static RatioEstimate Compare(double[][] before, double[][] after) =>
        new RunBootstrap(new SampleRuns(before), new SampleRuns(after), RunBootstrap.DefaultDraws).Compare(0.95)!;

    private static double Pooled(double[][] runs) => Percentile.Of([.. runs.SelectMany(run => run).Order()], 0.95);

    private static double Redrawn(double[] run, Random random) =>
        Percentile.Of([.. Enumerable.Range(0, run.Length).Select(_ => run[random.Next(run.Length)]).Order()], 0.95);

    private static double[][] Runs(int seed, int runs, int samples)
    {
        var random = new Xoshiro256StarStar(seed);
        return [.. Enumerable.Range(0, runs).Select(_ => Enumerable.Range(0, samples).Select(_ => LogNormal.Sample(random, 3, 0.5)).Order().ToArray())];
    }
}
