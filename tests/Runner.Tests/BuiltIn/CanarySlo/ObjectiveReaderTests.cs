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
        { "percent", "a ratio with `bad` needs `max`, a share from 0 to 1 such as 0.01" },
        { "time", "`max`: \"500mss\" is not a number of seconds or a time such as 500ms" },
        { "bucket", "`histogram`: \"d_bucket\" is not a metric's name; labels go into `selector`, and _bucket is left away" },
        { "counter", "a counter that is absent is 0 only while there is traffic; name the canary's request rate under `requests`" },
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

    [Fact]
    public void Read_TwoOfOneName_AreRefused() =>
        Should.Throw<UsageException>(() => ObjectiveReader.Read(
            [new() { Name = "x", Query = "a", Max = 1L }, new() { Name = "x", Query = "b", Max = 1L }],
            "")).Message.ShouldContain("stands twice");
}
