using System.IO.Compression;
using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;
using static Runner.Tests.Formats.LoadResults.Loading;

namespace Runner.Tests.Formats.LoadResults;

public sealed class LoadResultReaderTests
{
    private const string Duration = "http_req_duration";

    [Fact]
    public void Points_OfAMetricAndItsSubmetric_AreBothCounted()
    {
        var run = Read(
            Metric(Duration, "trend") + Point(Duration, "01.5", "10") + Point(Duration, "02.5", "30") + Point(Duration, "03.5", "20", "\"status\":\"404\""),
            (Duration, "p(95)"), (Duration + "{status:200}", "avg"), (Duration + "{status:500}", "avg"));

        run.Format.ShouldBe("k6 points (JSON)");
        run.Get(Duration, "med").ShouldBe(20);
        run.Get(Duration, "p(95)").ShouldBe(29);
        run.Get(Duration + "{status:200}", "avg").ShouldBe(20);
        run.Metrics[MetricName.Parse(Duration + "{status:500}")].Count.ShouldBe(0);
        run.Seconds.ShouldBe(2);
    }

    [Fact]
    public void Points_WithTheMetricLast_AsOldK6WritesThem_AreReadToo()
    {
        var run = Read(
            Metric("errors", "counter", "\"count<5\"")
                + """{"type":"Point","data":{"time":"2026-11-22T04:40:01.123456789+02:00","value":2,"tags":null},"metric":"errors"}"""
                + "\n");

        run.Get("errors", "count").ShouldBe(2);
        run.Declared!.Single().Expression.ShouldBe("count<5");
    }

    [Fact]
    public void Points_OfEveryKind_AreAggregatedAsK6Does()
    {
        var run = Read(
            Metric("c", "counter", "\"count>1\"") + Metric("g", "gauge", "\"value<9\"") + Metric("r", "rate", "\"rate<1\"")
            + Point("c", "00.0", "3")
                + Point("c", "02.0", "4")
                + Point("g", "01.0", "8")
                + Point("g", "01.1", "5")
                + Point("r", "01.0", "1")
                + Point("r", "01.0", "0")
                + Point("r", "01.0", "7"));

        (run.Get("c", "count"), run.Get("c", "rate"), run.Get("g", "value")).ShouldBe((7, 3.5, 5));
        run.Get("r", "rate")!.Value.ShouldBe(2.0 / 3, 1e-12);
    }

    [Fact]
    public void Points_WhoseSubmetricsHaveThresholds_NameThemAsUndisclosed() =>
        Read(Metric(Duration, "trend", submetrics: """[{"name":"http_req_duration{name:a}"},{"name":"http_req_duration{expected_response:true}"}]""")
            + Point(Duration, "01.0", "1"))
            .Undisclosed.Select(name => name.ToString()).ShouldBe(["http_req_duration{name:a}"]);

    [Fact]
    public void Points_CutOffInTheMiddleOfALine_AreDoubted() =>
        Read(Point(Duration, "01.0", "1") + Point(Duration, "02.0", "1")[..60], (Duration, "avg")).Doubts
            .ShouldBe(["the file ends in the middle of line 2, so the run was cut off"]);

    [Fact]
    public void Points_OfARunThatAThresholdEnded_AreDoubted() =>
        Read(Metric(Duration, "trend", """{"threshold":"p(95)<5","abortOnFail":true,"delayAbortEval":"5s"}""") + Point(Duration, "01.0", "10")).Doubts
            .ShouldBe(["`p(95)<5` on http_req_duration is crossed, which ends the run early"]);

    [Fact]
    public void Points_WhenTheClockJumpsBack_AreDoubted() =>
        Read(Point("iterations", "59.0", "1") + Point("iterations", "59.0", "1").Replace("02:40", "02:38", StringComparison.Ordinal)).Doubts
            .ShouldBe(["the clock jumped back by 120 s at line 2"]);

    [Theory]
    [InlineData("-1", "k6/run:1: -1 is no value of http_req_duration; did the clock of the load generator jump?")]
    [InlineData("1e999", "values are finite numbers")]
    [InlineData("NaN", "k6/run:1: is not a line of k6's `--out json`")]
    public void Points_WithAValueThatCannotBe_AreRefused(string value, string expected) =>
        Refusal(Point(Duration, "01.0", value) + Point(Duration, "02.0", "1"), (Duration, "avg")).ShouldContain(expected);

    [Fact]
    public void Points_WithALineLongerThanAnyPoint_AreRefused() =>
        Refusal(Point(Duration, "01.0", "1") + new string('x', 2_000_000)).ShouldBe("k6/run:2: the line is longer than 1 MiB, which no result is");

    [Fact]
    public void Csv_IsReadByItsHeader_WithQuotesAndExtraTags()
    {
        var run = Read(
            CsvHeader
                + "http_req_duration,1795315225,12.5,,\"a, \"\"b\"\"\",s,200,tier=web&zone=a,\nhttp_req_duration,1795315226,7.5,,c,s,200,tier=db,\nchecks,1795315227,1.000000,\"two\nlines\",,s,,,\n",
            (Duration + "{tier:web}", "max"), (Duration + "{name:c,status:200}", "min"), ("checks", "rate"), (Duration, "avg"));

        run.Format.ShouldBe("k6 points (CSV)");
        (
            run.Get(Duration + "{tier:web}", "max"),
            run.Get(Duration + "{name:c,status:200}", "min"),
            run.Get(Duration, "avg"),
            run.Get("checks", "rate")).ShouldBe((12.5, 7.5, 10, 1));
        run.Seconds.ShouldBe(2);
    }

    [Fact]
    public void Csv_OfAMetricThatCouldBeCounterOrRate_DoesNotGuess() =>
        ThresholdEvaluator.Evaluate(Read(CsvHeader + "orders,1795315225,1,,,,,,\n", ("orders", "rate")), "orders", "rate > 0.5", null)
            .Reason.ShouldBe("the file does not say whether it is a counter or a rate; give the points as JSON (--out json)");

    [Fact]
    public void Csv_WithTooFewFields_NamesTheLine() =>
        Refusal(CsvHeader + "http_req_duration,1795315225\nx,1,1,,,,,,\n").ShouldBe("k6/run:2: is not a line of k6's `--out csv`");

    [Fact]
    public void Gzip_IsSeenByItsContent()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Point(Duration, "01.0", "5")));
        }

        Read(buffer.ToArray(), (Duration, "avg")).Get(Duration, "avg").ShouldBe(5);
        Should.Throw<EvaluationException>(() => Read([
            0x1f,
            0x8b,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11
        ])).Message.ShouldBe("k6/run: begins like gzip, but cannot be decompressed: it is damaged or cut off");
    }

    [Fact]
    public void Points_WithMoreThresholdsThanAnyTest_AreRefused() =>
        Refusal(string.Concat(Enumerable.Range(
            0,
            2_001).Select(i => Metric($"m{i}", "counter", "\"count<1\"")))).ShouldBe("k6/run: declares more than 2000 thresholds, which no load test does");

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{}", "is an empty JSON object")]
    [InlineData("""{"a":1,"b":2}""", "is JSON with the keys a, b, which is no load test's summary")]
    [InlineData("hello", "is of no format that this gate reads")]
    [InlineData("""{"metrics":{"a":""", "k6/run:1: is not valid JSON")]
    public void Unknown_IsDescribed(string text, string expected) => Refusal(text).ShouldContain(expected);

    [Fact]
    public void ASummaryWithAByteOrderMark_IsRead() =>
        Read("\uFEFF{\"metrics\":{\"vus\":{\"value\":3,\"min\":1,\"max\":3}}}").Get("vus", "value").ShouldBe(3);

    private static string Refusal(string text, params (string Metric, string Aggregation)[] wanted) =>
        Should.Throw<EvaluationException>(() => Read(text, wanted)).Message;
}
