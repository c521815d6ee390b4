using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.CanarySlo;

public sealed class ObjectiveReaderTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "nothing", "measures nothing; write `bad` and `total`, `histogram`, `counter` or `query`" },
        { "two", "measures several things; make an objective of each" },
        { "half", "a ratio needs `total`, and `bad` or `good`" },
        { "percent", "a ratio with `bad` needs `max`, a share from 0 to 1 such as 0.01, or a percentage such as 1%" },
        { "time", "`max`: \"500mss\" is not a number of seconds or a time such as 500ms" },
        { "bucket", "`histogram`: \"d_bucket\" is not a metric's name; labels go into `selector`, and _bucket is left away" },
        { "counter", "a counter that is absent is 0 only while there is traffic; name the canary's request rate under `requests`" },
        { "total", "a ratio needs `total`, and `bad` or `good`" },
        { "both", "a ratio needs `total`, and `bad` or `good`" },
        { "bad with min", "a ratio with `bad` needs `max`, a share from 0 to 1 such as 0.01, or a percentage such as 1%" },
        { "good", "a ratio with `good` needs `min`, a share from 0 to 1 such as 0.8, or a percentage such as 80%" },
        { "stable", "`stable-bad` and `stable-total` go together" },
        { "text", "`max`: \"1s\" is not a number" },
        { "infinite", "`min`: \"Infinity\" is not a number" },
        { "unit", "`max`: \"5\" is not a number of seconds or a time such as 500ms" },
        { "negative", "`max`: \"-5s\" is not a number of seconds or a time such as 500ms" },
        { "no quantile", "a histogram needs `quantile`, such as 0.95, and `max`, such as 500ms" },
        { "zero", "a histogram needs `quantile`, such as 0.95, and `max`, such as 500ms" },
        { "labels", "`histogram`: \"d{a=1}\" is not a metric's name; labels go into `selector`, and _bucket is left away" },
        { "digit", "`histogram`: \"9d\" is not a metric's name; labels go into `selector`, and _bucket is left away" },
        { "counter with max", "a counter needs `per-minute`, and neither `max` nor `min`" },
        { "raw", "`raw` reads samples, and \"sum(a)\" is no selector such as http_requests_total{track=\"canary\"}: leave functions and the range away" },
        { "value in per cent", "`max`: \"5%\" is 0.05 if the query gives a share, and 5 if it gives per cent; write which" },
        { "limitless", "needs `max` or `min`" },
    };

    private static readonly Dictionary<string, ObjectiveOptions> Options = new(StringComparer.Ordinal)
    {
        ["nothing"] = new() { Name = "x" },
        ["two"] = new() { Name = "x", Query = "a", Histogram = "b" },
        ["half"] = new() { Name = "x", Bad = "a" },
        ["percent"] = new() { Name = "x", Bad = "a", Total = "b", Max = 5L },
        ["time"] = new() { Name = "x", Histogram = "d", Quantile = 0.9, Max = "500mss" },
        ["bucket"] = new() { Name = "x", Histogram = "d_bucket", Quantile = 0.9, Max = 1L },
        ["counter"] = new() { Name = "x", Counter = "c", PerMinute = 10 },
        ["total"] = new() { Name = "x", Total = "a" },
        ["both"] = new() { Name = "x", Bad = "a", Good = "b", Total = "c", Max = 0.1 },
        ["bad with min"] = new() { Name = "x", Bad = "a", Total = "b", Max = 0.1, Min = 0.1 },
        ["good"] = new() { Name = "x", Good = "a", Total = "b", Min = 0L },
        ["stable"] = new() { Name = "x", Good = "a", Total = "b", Min = 1L, StableBad = "c" },
        ["text"] = new() { Name = "x", Bad = "a", Total = "b", Max = "1s" },
        ["infinite"] = new() { Name = "x", Query = "a", Min = double.PositiveInfinity },
        ["unit"] = new() { Name = "x", Histogram = "d", Quantile = 0.9, Max = "5" },
        ["negative"] = new() { Name = "x", Histogram = "d", Quantile = 0.9, Max = "-5s" },
        ["no quantile"] = new() { Name = "x", Histogram = "d", Max = 1L },
        ["zero"] = new() { Name = "x", Histogram = "d", Quantile = 0.9, Max = 0L },
        ["labels"] = new() { Name = "x", Histogram = "d{a=1}", Quantile = 0.9, Max = 1L },
        ["digit"] = new() { Name = "x", Histogram = "9d", Quantile = 0.9, Max = 1L },
        ["counter with max"] = new() { Name = "x", Counter = "c", PerMinute = 10, Max = 1L },
        ["raw"] = new() { Name = "x", Bad = "b{x=\"(\"}", Total = "sum(a)", Max = 0.1, Raw = true },
        ["value in per cent"] = new() { Name = "x", Query = "a", Max = "5%" },
        ["limitless"] = new() { Name = "x", Query = "a" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_AnObjectiveThatCannotBeMeant_SaysWhatWouldBeRight(string key, string message) =>
        Should.Throw<UsageException>(() => ObjectiveReader.Read([Options[key]], "")).Message.ShouldBe($"canary-slo: objective \"x\": {message}");

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("1.5s", 1.5)]
    [InlineData("2m", 120)]
    public void Read_ATimeAsLimit_IsSeconds(string max, double seconds) =>
        ObjectiveReader.Read([new ObjectiveOptions { Name = "p95", Histogram = "d", Quantile = 0.95, Max = max }], "")[0].Max.ShouldBe(seconds);

    [Theory]
    [InlineData("1%", 0.01)]
    [InlineData("0.1 %", 0.001)]
    public void Read_APercentageAsLimitOfARatio_IsAShare(string max, double share) =>
        ObjectiveReader.Read([new ObjectiveOptions { Name = "e", Bad = "a", Total = "b", Max = max }], "")[0].Max.ShouldBe(share);

    [Fact]
    public void Read_ACounter_IsLimitedPerMinuteAndReadsRawSamples()
    {
        Read(new ObjectiveOptions { Name = "x", Counter = "c", PerMinute = 10 }).ShouldBe((ObjectiveKind.Counter, 10.0, (double?)null));
        Should.Throw<UsageException>(() => Read(new ObjectiveOptions { Name = "x", Counter = "c[5m] ", PerMinute = 10 })).Message
            .ShouldBe("canary-slo: objective \"x\": `counter` is a selector without a range: its raw samples are read");
    }

    [Fact]
    public void Read_EachForm_HasItsKindAndLimits()
    {
        Read(new ObjectiveOptions { Name = "x", Bad = "a", Total = "b", Max = 0L }).ShouldBe((ObjectiveKind.Ratio, 0.0, (double?)null));
        Read(new ObjectiveOptions { Name = "x", Good = "a", Total = "b", Min = 1L }).ShouldBe((ObjectiveKind.Ratio, (double?)null, 1.0));
        Read(new ObjectiveOptions { Name = "x", Histogram = "a:b_c", Quantile = 0.9, Max = 2L }).ShouldBe((ObjectiveKind.Quantile, 2.0, (double?)null));
        Read(new ObjectiveOptions { Name = "x", Query = "q", Min = "2m", Max = 200.5 }).ShouldBe((ObjectiveKind.Value, 200.5, 120.0));
    }

    private static (ObjectiveKind Kind, double? Max, double? Min) Read(ObjectiveOptions options)
    {
        var objective = ObjectiveReader.Read([options], "requests")[0];
        return (objective.Kind, objective.Max, objective.Min);
    }

    [Fact]
    public void Read_TwoOfOneName_AreRefused() =>
        Should.Throw<UsageException>(() => ObjectiveReader.Read(
            [new() { Name = "x", Query = "a", Max = 1L }, new() { Name = "x", Query = "b", Max = 1L }],
            "")).Message.ShouldContain("stands twice");
}
