using Gates.Formats.Foundation;
using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;
using static Runner.Tests.Formats.LoadResults.Loading;

namespace Runner.Tests.Formats.LoadResults.Formats.Tools;

/// <summary>Files as the tools' documentation describes them; the numbers are made up.</summary>
public sealed class LoadToolTests
{
    private const string JMeterHeader =
        "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,"
        + "IdleTime,Connect\n";

    private static readonly (string, string)[] Requests =
        [("latency", "p(50)"), ("latency{label:Pay}", "max"), ("transaction", "max"), ("requests", "count"), ("failed", "rate")];

    [Fact]
    public void JMeterCsv_CountsRequestsAndNotTheirTransactionsAgain()
    {
        var run = Read(
            JMeterHeader
                + "1795315225000,100,Home,200,OK,t 1,text,true,,1,1,1,1,http://a,9,0,1\n"
                + "1795315226000,300,Pay,500,\"Internal\nError\",t 1,text,false,,1,1,1,1,http://a,9,0,1\n"
                + "1795315225000,400,Checkout,,\"Number of samples in transaction : 2, number of failing samples : 1\",t 1,,false,,1,1,1,1,null,0,0,0\n",
            Requests);

        run.Format.ShouldBe("JMeter results (CSV)");
        (run.Get("latency", "p(50)"), run.Get("latency{label:Pay}", "max"), run.Get("transaction", "max")).ShouldBe((200, 300, 400));
        (run.Get("requests", "count"), run.Get("failed", "rate"), run.HasSamples).ShouldBe((2, 0.5, true));
    }

    [Fact]
    public void JMeterCsv_WithTimesOfTheUsersFormat_IsReadToo() =>
        Read("timeStamp,elapsed,label,success\n2026/11/22 02:40:01.500,5,a,true\n2026/11/22 02:40:03.500,7,a,true\n", ("latency", "avg")).Seconds.ShouldBe(2);

    [Theory]
    [InlineData("elapsed,label\n1,a\n", "k6/run:1: JMeter's results have no column timeStamp")]
    [InlineData("timeStamp,elapsed,label\n1795315225000,fast,a\n1,1,a\n", "k6/run:2: is no line of JMeter's results")]
    [InlineData("timeStamp,elapsed,label\n1795315225000,5\n1,1,a\n", "k6/run:2: is no line of JMeter's results; the header has 3 columns")]
    public void JMeterCsv_ThatIsWrong_NamesTheLine(string text, string expected) => Refusal(text, ("latency", "avg")).ShouldContain(expected);

    [Fact]
    public void JMeterXml_TellsRequestsFromTransactionsAndParts()
    {
        var run = Read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testResults version="1.2">
            <httpSample t="100" ts="1795315225000" s="true" lb="Home" rc="200" rm="OK">
              <httpSample t="60" ts="1795315225000" s="true" lb="style.css" rc="200"/>
            </httpSample>
            <sample t="400" ts="1795315225000" s="false" lb="Checkout">
              <httpSample t="300" ts="1795315226000" s="false" lb="Pay" rc="500"><responseData>no</responseData></httpSample>
            </sample>
            </testResults>
            """,
            Requests);

        run.Format.ShouldBe("JMeter results (XML)");
        (run.Get("latency", "p(50)"), run.Get("latency{label:Pay}", "max"), run.Get("transaction", "max")).ShouldBe((200, 300, 400));
        (run.Get("requests", "count"), run.Get("failed", "rate")).ShouldBe((2, 0.5));
    }

    [Fact]
    public void JMeterXml_CutOffOrDamaged_IsDoubtedOrNamed()
    {
        Read("<testResults version=\"1.2\">\n<httpSample t=\"1\" ts=\"2\" s=\"true\"/>\n<htt", ("latency", "avg"))
            .Doubts.ShouldHaveSingleItem().ShouldContain("cut off");
        Refusal("<testResults>\n<httpSample t=\"1\" ts=\"2\"/></other>", ("latency", "avg")).ShouldBe("k6/run:2: JMeter's results are no valid XML");
        Refusal("<testResults>\n<httpSample t=\"1s\" ts=\"2\"/></testResults>", ("latency", "avg"))
            .ShouldContain("k6/run:2: a sample of JMeter has no whole milliseconds");
        Refusal("<!DOCTYPE x [<!ENTITY a \"b\">]>\n<testResults/>", ("latency", "avg")).ShouldContain("no valid XML");
    }

    [Fact]
    public void VegetaReport_TakesNanosecondsForMilliseconds()
    {
        var run = Read("""
            {"latencies":{"total":6000000000,"mean":2500000,"50th":2000000,"90th":4000000,"95th":5000000,"99th":9000000,"max":20000000,"min":1000000},
             "bytes_in":{"total":1,"mean":1},"bytes_out":{"total":0,"mean":0},"earliest":"2026-11-22T02:40:00Z","latest":"2026-11-22T02:40:30Z",
             "duration":30000000000,"wait":1000000,"requests":600,"rate":20,"throughput":19.9,"success":0.99,"status_codes":{"200":594,"503":6},"errors":[]}
            """);

        run.Format.ShouldBe("vegeta report");
        (run.Get("latency", "p(95)"), run.Get("latency", "med"), run.Get("latency", "avg"), run.Seconds).ShouldBe((5, 2, 2.5, 30));
        run.Get("failed", "rate")!.Value.ShouldBe(0.01, 1e-9);
        run.Get("requests", "rate").ShouldBe(20);
    }

    [Fact]
    public void VegetaReport_WithoutItsMean_NamesThePlace() =>
        Refusal("""{"latencies":{"max":1},"requests":1,"success":1,"status_codes":{}}""").ShouldBe("k6/run: latencies.mean is missing; a number belongs there");

    [Fact]
    public void VegetaResults_HaveEveryRequest()
    {
        const string Result = """{"attack":"","seq":0,"code":200,"timestamp":"2026-11-22T02:40:01.5Z","latency":2000000,"bytes_in":9,"""
            + """ "error":"","body":null,"method":"GET","url":"http://a/","headers":null}""";
        var failed = Result.Replace("\"code\":200", "\"code\":500", StringComparison.Ordinal).Replace("2000000", "4000000", StringComparison.Ordinal);
        var run = Read(
            Result + "\n" + failed + "\n",
            ("latency", "avg"), ("latency{status:500}", "avg"), ("failed", "rate"));

        (run.Get("latency", "avg"), run.Get("latency{status:500}", "avg"), run.Get("failed", "rate")).ShouldBe((3, 4, 0.5));
        Refusal(Result + "\n{}\n" + Result, ("latency", "avg")).ShouldBe("k6/run:2: is no result of vegeta");
    }

    /// <summary>The columns that vegeta's README gives for <c>encode --to csv</c>.</summary>
    [Fact]
    public void VegetaCsv_HasEveryRequest()
    {
        const string Good = "1763779201500000000,200,2000000,0,9,,Ym9keQ==,,0,GET,http://a/,SGVhZGVyOiBh";
        const string Failed = "1763779202500000000,500,4000000,0,9,500 Internal Server Error,,,1,GET,http://a/,";
        var run = Read(Good + "\n" + Failed + "\n", ("latency", "avg"), ("latency{status:500}", "avg"), ("failed", "rate"));

        run.Format.ShouldBe("vegeta results (CSV)");
        (run.Get("latency", "avg"), run.Get("latency{status:500}", "avg"), run.Get("failed", "rate")).ShouldBe((3, 4, 0.5));
        Refusal(Good + "\n1,2\n" + Failed, ("latency", "avg")).ShouldBe("k6/run:2: is no result of vegeta");
    }

    [Fact]
    public void VegetasOwnEncoding_IsNamedWithTheCommandThatMakesJson() =>
        Refusal("\u007f\u0003\u0001\u0001\u0006Result\u0001\u0001\u0009\u0001\u0006Attack\u0001\u0007Latency")
            .ShouldContain("write `vegeta encode --to=json` behind it");

    [Fact]
    public void Gatling_ReadsTheReportWithItsGroups()
    {
        const string Stats = """
            {"name":"N","numberOfRequests":{"total":100,"ok":98,"ko":2},
             "minResponseTime":{"total":1,"ok":1,"ko":2},"maxResponseTime":{"total":90,"ok":80,"ko":90},
             "meanResponseTime":{"total":20,"ok":20,"ko":20},"standardDeviation":{"total":5,"ok":5,"ko":5},"percentiles1":{"total":18,"ok":18,"ko":1},
             "percentiles2":{"total":25,"ok":25,"ko":1},"percentiles3":{"total":40,"ok":40,"ko":1},"percentiles4":{"total":70,"ok":70,"ko":1},
             "meanNumberOfRequestsPerSecond":{"total":3.3,"ok":3.2,"ko":0.1}}
            """;
        var run = Read($$"""
            {"type":"GROUP","name":"All Requests","path":"","stats":{{Stats}},
             "contents":{"g":{"type":"GROUP","name":"shop","stats":{{Stats}},"contents":{"r":{"type":"REQUEST","name":"pay","stats":{{Stats}} } } } } }
            """);

        run.Format.ShouldBe("Gatling statistics");
        (run.Get("latency", "p(95)"), run.Get("latency", "med"), run.Get("failed", "rate")).ShouldBe((40, 18, 0.02));
        run.Get("latency{name:shop / pay}", "p(99)").ShouldBe(70);
        Read(Stats).Get("latency", "p(99)").ShouldBe(70);
        Refusal(Stats.Replace("\"total\":18", "\"total\":\"-\"", StringComparison.Ordinal)).ShouldBe("k6/run: percentiles1.total is no number");
    }

    [Fact]
    public void Artillery_ReadsItsCountersAndSummaries()
    {
        var run = Read("""
            {"aggregate":{"rates":{"http.request_rate":10},
              "counters":{"vusers.created":10,"http.requests":100,"http.codes.200":96,"http.codes.500":2,"errors.ETIMEDOUT":2},
              "firstMetricAt":1795315225000,"lastMetricAt":1795315235000,
              "summaries":{"http.response_time":{"min":1,"max":90,"count":98,"mean":20,"p50":18,"median":18,"p75":25,"p90":35,"p95":40,"p99":70,"p999":89},
                "plugins.metrics-by-endpoint.response_time./pay":{"min":1,"max":9,"count":9,"p95":8}}},"intermediate":[]}
            """);

        run.Format.ShouldBe("Artillery report");
        (run.Get("latency", "p(95)"), run.Get("latency", "p(99.9)"), run.Get("failed", "rate"), run.Seconds).ShouldBe((40, 89, 0.04, 10));
        (run.Get("latency{name:/pay}", "p(95)"), run.Get("requests", "rate")).ShouldBe((8, 10));
    }

    private static string Refusal(string text, params (string Metric, string Aggregation)[] wanted) =>
        Should.Throw<EvaluationException>(() => Read(text, wanted)).Message;
}
