using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;
using static Runner.Tests.Formats.LoadResults.Loading;

namespace Runner.Tests.Formats.LoadResults.Formats.Histograms;

/// <summary>What HdrHistogram 2.5.0 for .NET wrote of 1, 2 … 100 ms, and a second later of 2, 4 … 200 ms, all in nanoseconds.</summary>
public sealed class HdrLogTests
{
    private static readonly string First = "100.008,"
        + "HISTFAAAAVpYhe3PO4pCUQwA0Lw8QRuxsFRxHTKFpVsQXIhM7w5chuAexAVY2diL7YiNjSB+EARHsLE6J8nNJanSnkybEbGJm/Lei4ioHwfD6P/dBot5kadG"
        + "zmq5quayktvykrsyV5n74ikP13dd5Phl/D5+o/zJ3gf1atrNVnaydY33/b/t/WI"
        + new string('A', 283) + "CA+I4z";

    private static readonly string Second = "200.016,"
        + "HISTFAAAAVpYhe3PO4pCUQwA0Lw8QRuxsFRxHTKFpVsQXIhM7w5chnsQxAVY2diL7YiNjSB+EARHsLE6J8nNJanSnkybEbGJm/Lei4ioHwfD6P/dBot5kadG"
        + "zmq5quayktvykrsyV5n74ikP13dd5Phl/D5+o/zJ3gf1atrNVnaydY33/b/t/WI"
        + new string('A', 283) + "CA+I4z";

    private const string Log = "#[Histogram log format version 1.3]\n"
        + "#[StartTime: 1795315200.000 (seconds since epoch), 2026-11-22T02:40:00.0000000Z]\n"
        + "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",\"Interval_Compressed_Histogram\"\n";

    [Fact]
    public void Log_OfNanoseconds_IsReadInMillisecondsToWithinItsDigits()
    {
        var run = Read(Log + "1795315200.000,1.000," + First + "\n1795315201.000,1.000," + Second + "\n");

        run.Format.ShouldBe("HdrHistogram log");
        (run.Metrics[MetricName.Parse("latency")].Count, run.Seconds, run.HasSamples).ShouldBe((200, 2, true));
        run.Get("latency", "max").ShouldNotBeNull().ShouldBe(200, 0.2);
        run.Get("latency", "min").ShouldNotBeNull().ShouldBe(1, 0.001);
        run.Get("latency", "avg").ShouldNotBeNull().ShouldBe(75.75, 0.08);
    }

    [Fact]
    public void Log_InUtf16_AsThatLibraryWritesIt_IsRead()
    {
        var text = (Log + "1795315200.000,1.000," + First + "\n").ReplaceLineEndings("\r\n");

        Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]).Get("latency", "med").ShouldNotBeNull().ShouldBe(50.5, 0.05);
    }

    [Fact]
    public void Log_WithTags_KeepsThemApart()
    {
        var run = Read(Log + "Tag=read,0.000,1.000," + First + "\nTag=write,0.000,1.000," + Second + "\n");

        run.Get("latency{tag:read}", "max").ShouldNotBeNull().ShouldBe(100, 0.1);
        run.Get("latency{tag:write}", "max").ShouldNotBeNull().ShouldBe(200, 0.2);
        run.Get("latency", "max").ShouldBeNull();
    }

    [Fact]
    public void Log_WhoseMaximumIsDividedOtherwise_HasAnotherUnitOrNone()
    {
        string As(string max) => Log + "0.000,1.000," + max + First[First.IndexOf(',', StringComparison.Ordinal)..] + "\n";

        Read(As("100008.0")).Get("latency", "max").ShouldNotBeNull().ShouldBe(100_000, 100);
        var unknown = Read(As("50.0"));
        unknown.Get("recorded", "max").ShouldNotBeNull().ShouldBe(1e8, 1e5);
        unknown.Metrics[MetricName.Parse("recorded")].Unit.ShouldBeNull();
    }

    [Theory]
    [InlineData("1,2,3", "k6/run:4: is no interval of a log of HdrHistogram: start, length, largest value, histogram")]
    [InlineData("0.0,1.0,1.0,%%%", "k6/run:4: the histogram is no base64 of one, or damaged")]
    [InlineData("0.0,1.0,1.0,HISTFAAAAVp4XgAA", "k6/run:4: the histogram is cut off")]
    [InlineData("0,1,1,HISTEgAAAVp4Xg==", "k6/run:4: the histogram is no compressed histogram of version 2; write the log with HdrHistogram 2.1.10 or later")]
    [InlineData("", "k6/run: is a log of HdrHistogram without any value")]
    public void Log_ThatIsWrong_NamesTheLine(string line, string expected) =>
        Should.Throw<EvaluationException>(() => Read(Log + line + "\n")).Message.ShouldBe(expected);
}
