using Gates.Doors.Load.Latencies;
using Gates.Formats.Foundation.Statistics;
using Gates.Formats.LoadResults;
using MathNet.Numerics.Random;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Load.Latencies;

public sealed class TrendSinkTests
{
    private static readonly Aggregation[] Wanted = [.. new[] { "min", "med", "avg", "p(95)", "p(99.9)", "max" }.Select(Read)];

    [Fact]
    public void KeptSamples_FollowK6sRule()
    {
        var sink = new TrendSink();
        foreach (var value in new[] { 4.0, 1, 3, 2 })
        {
            sink.Add(value);
        }

        var numbers = sink.Read(Wanted);
        sink.IsRounded.ShouldBeFalse();
        numbers[Read("med")].ShouldBe(2.5);
        numbers[Read("p(95)")].ShouldBe(3.85, 1e-9);
        numbers[Read("avg")].ShouldBe(2.5);
        (numbers[Read("min")], numbers[Read("max")]).ShouldBe((1, 4));
    }

    [Fact]
    public void MoreThanIsKept_ComesFromAHistogram_WithinAThousandth()
    {
        var (sink, random) = (new TrendSink(), new Xoshiro256StarStar(7));
        var all = Enumerable.Range(0, TrendSink.MaxKept * 2).Select(_ => 20 * Math.Exp(0.8 * ((random.NextDouble() * 4) - 2))).ToArray();
        Array.ForEach(all, sink.Add);
        Array.Sort(all);
        var numbers = sink.Read(Wanted);
        sink.IsRounded.ShouldBeTrue();
        foreach (var one in Wanted.Where(one => one.Share is not null))
        {
            numbers[one].ShouldBe(Percentile.Of(all, one.Share!.Value), Percentile.Of(all, one.Share.Value) * 0.002);
        }

        numbers[Read("max")].ShouldBe(all[^1]);
        numbers[Read("avg")].ShouldBe(all.Average(), 1e-6);
    }

    [Fact]
    public void NothingMeasured_IsZero() => new TrendSink().Read(Wanted).Values.ShouldAllBe(value => value == 0);

    private static Aggregation Read(string text) => Aggregation.TryParse(text, out var one) ? one : throw new FormatException(text);
}
