using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;
using static Runner.Tests.Formats.LoadResults.Loading;

namespace Runner.Tests.Formats.LoadResults.Formats.Tools;

/// <summary>What tools print, and the files of those that print them too; the numbers are made up.</summary>
public sealed class PrintedToolTests
{
    private const string Wrk = """
        Running 30s test @ http://127.0.0.1:8080/
          2 threads and 10 connections
          Thread Stats   Avg      Stdev     Max   +/- Stdev
            Latency   635.50us    0.89ms  1.50s    93.69%
            Req/Sec    56.20k     8.07k   62.00k    86.54%
          Latency Distribution
             50%  250.00us
             75%  491.00us
             90%  700.00us
             99%    5.80ms
          2000 requests in 30.00s, 17.76GB read
          Socket errors: connect 0, read 1, write 0, timeout 9
          Non-2xx or 3xx responses: 10
        Requests/sec:     66.67
        Transfer/sec:    606.33MB

        """;

    private const string Hey = """

        Summary:
          Total:	2.0000 secs
          Slowest:	0.0500 secs
          Fastest:	0.0010 secs
          Average:	0.0100 secs
          Requests/sec:	50.5000

        Response time histogram:
          0.001 [1]	|■

        Latency distribution:
          10% in 0.0020 secs
          50% in 0.0080 secs
          95% in 0.0300 secs

        Status code distribution:
          [200]	98 responses
          [500]	1 responses

        Error distribution:
          [1]	Get http://a: EOF

        """;

    [Fact]
    public void Wrk_HasEveryTimeInMilliseconds()
    {
        var run = Read(Wrk);

        run.Format.ShouldBe("wrk output");
        run.Get("latency", "avg")!.Value.ShouldBe(0.6355, 1e-9);
        (run.Get("latency", "max"), run.Get("latency", "med"), run.Get("latency", "p(99)")).ShouldBe((1500, 0.25, 5.8));
        (run.Get("requests", "count"), run.Get("requests", "rate"), run.Get("failed", "rate"), run.Seconds).ShouldBe((2000, 66.67, 0.01, 30));
        run.Get("latency", "p(95)").ShouldBeNull("wrk does not print it");
    }

    [Fact]
    public void Wrk2_KeepsTheCorrectedLatencyApartFromTheUncorrected()
    {
        var run = Read("""
            Running 10s test @ http://127.0.0.1/
              1 threads and 1 connections
              Thread calibration: mean lat.: 1.1ms, rate sampling interval: 10ms
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     2.00ms    1.00ms   9.00ms   70.00%
                Req/Sec   100.00      1.00   101.00     99.00%
              Latency Distribution (HdrHistogram - Recorded Latency)
             50.000%    1.50ms
             95.000%    4.00ms
             99.900%    8.00ms
            100.000%    9.01ms

              Latency Distribution (HdrHistogram - Uncorrected Latency (measured without taking delayed starts into account))
             50.000%  500.00us
             95.000%    1.00ms
              1000 requests in 10.00s, 1.00MB read
            Requests/sec:    100.00
            Transfer/sec:    102.40KB
            """);

        (run.Format, run.Get("latency", "p(95)"), run.Get("latency", "p(99.9)"), run.Get("service_time", "p(95)")).ShouldBe(("wrk2 output", 4, 8, 1));
    }

    [Fact]
    public void Wrk_CutOff_SaysSo() =>
        Refusal("Running 30s test @ http://127.0.0.1/\n  2 threads").ShouldBe("k6/run: is what wrk prints, but its totals are missing; was the run cut off?");

    [Fact]
    public void Hey_TakesSecondsForMillisecondsAndCountsErrors()
    {
        var run = Read(Hey);

        run.Format.ShouldBe("hey output");
        (run.Get("latency", "p(95)"), run.Get("latency", "avg"), run.Get("latency", "max"), run.Seconds).ShouldBe((30, 10, 50, 2));
        (run.Get("requests", "count"), run.Get("failed", "rate"), run.Get("requests", "rate")).ShouldBe((100, 0.02, 50.5));
        Refusal("\nSummary:\n  Total:\t1 secs\n  Requests/sec:\t0\n").ShouldContain("has no answers");
    }

    [Fact]
    public void HeyCsv_HasEveryRequest()
    {
        const string Header = "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\n";
        var run = Read(
            Header + "0.0020,0.0001,0.0000,0.0000,0.0018,0.0001,200,0.5000\n0.0040,0.0001,0.0000,0.0000,0.0006,0.0001,500,2.5000\n",
            ("latency", "avg"), ("failed", "rate"));

        (run.Get("latency", "avg"), run.Get("failed", "rate"), run.Seconds).ShouldBe((3, 0.5, 2));
        Refusal(Header + "0.0020,0.0001\n0.1,0,0,0,0,0,200,1\n", ("latency", "avg")).ShouldBe("k6/run:2: is no line of hey's CSV");
    }

    [Fact]
    public void Locust_ReadsCsvAndJson()
    {
        const string Header = "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,"
            + "Average Content Size,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%\n";
        const string Row = ",10,1,12,13.5,5.5,40,100,2.5,0.1,12,13,14,15,20,30,35,38,40,40,40\n";
        var csv = Read(Header + "GET,/pay" + Row + ",Aggregated" + Row);
        var json = Read("""
            [{"name":"/pay","method":"GET","last_request_timestamp":110,"start_time":100,"num_requests":4,"num_none_requests":0,"num_failures":1,
              "total_response_time":80,"max_response_time":40,"min_response_time":10,"total_content_length":9,"response_times":{"10":2,"20":1,"40":1},
              "num_reqs_per_sec":{},"num_fail_per_sec":{}}]
            """);

        (csv.Get("latency", "p(95)"), csv.Get("latency{name:/pay}", "p(99.9)"), csv.Get("failed", "rate")).ShouldBe((30, 40, 0.1));
        (json.Get("latency", "med"), json.Get("latency", "max"), json.Get("failed", "rate")).ShouldBe((15, 40, 0.25));
        (csv.Get("latency", "med"), json.Get("requests", "rate")).ShouldBe((12, 0.4));
        Refusal(Header + "GET,/pay" + Row.Replace(",10,", ",many,", StringComparison.Ordinal)).ShouldBe("k6/run:2: the column `Request Count` is no number");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_AsPowerShellWritesIt_IsRead(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        byte[] Encode(string text) => [.. encoding.Preamble, .. encoding.GetBytes(text.ReplaceLineEndings("\r\n"))];

        Read(Encode(Wrk)).Get("latency", "p(99)").ShouldBe(5.8);
        Read(Encode(Hey)).Get("latency", "p(95)").ShouldBe(30);
        Read(Encode("""{"metrics":{"vus":{"value":3,"min":1,"max":3}}}""")).Get("vus", "value").ShouldBe(3);
        Read(Encode(Point("http_req_duration", "01.0", "5")), ("http_req_duration", "avg")).Get("http_req_duration", "avg").ShouldBe(5);
    }

    private static string Refusal(string text, params (string Metric, string Aggregation)[] wanted) =>
        Should.Throw<EvaluationException>(() => Read(text, wanted)).Message;
}
