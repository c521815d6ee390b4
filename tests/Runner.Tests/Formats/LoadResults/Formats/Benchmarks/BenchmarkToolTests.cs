using Gates.Formats.Foundation;
using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;
using static Runner.Tests.Formats.LoadResults.Loading;

namespace Runner.Tests.Formats.LoadResults.Formats.Benchmarks;

/// <summary>Files as the tools' documentation describes them; the numbers are made up.</summary>
public sealed class BenchmarkToolTests
{
    [Fact]
    public void Hyperfine_TakesSecondsAndKeepsEveryRun()
    {
        var run = Read("""
            {"results":[{"command":"tool {size}","mean":0.02,"stddev":0.01,"median":0.02,"user":0.1,"system":0.1,"min":0.01,"max":0.03,
              "times":[0.03,0.01,0.02],"exit_codes":[0,0,1],"parameters":{"size":"9"}}]}
            """);

        run.Format.ShouldBe("hyperfine export");
        (run.Get("duration", "med"), run.Get("duration{name:tool  size  size=9}", "max"), run.HasSamples).ShouldBe((20, 30, true));
        run.Get("failed", "rate")!.Value.ShouldBe(1.0 / 3, 1e-9);
    }

    [Fact]
    public void BenchmarkDotNet_TakesNanosecondsAndDoubtsWhatFailed()
    {
        var run = Read("""
            {"Title":"T","HostEnvironmentInfo":{"BenchmarkDotNetVersion":"0.14.0"},"Benchmarks":[
              {"FullName":"A.B.Parse(n: 1)","Statistics":{"OriginalValues":[2000000,4000000],"N":2,"Mean":3000000,"Median":3000000},
               "Memory":{"BytesAllocatedPerOperation":96}},
              {"FullName":"A.B.Fails","Statistics":null}]}
            """);

        (run.Get("duration", "med"), run.Get("allocated_bytes{name:A.B.Parse(n: 1)}", "value"), run.ToolVersion).ShouldBe((3, 96, "0.14.0"));
        run.Doubts.ShouldBe(["A.B.Fails has no results; did it fail?"]);
    }

    [Fact]
    public void Criterion_ReadsEstimatesSamplesAndMessages()
    {
        const string Estimate =
            """{"confidence_interval":{"confidence_level":0.95,"lower_bound":1,"upper_bound":2},"point_estimate":2000000,"standard_error":1}""";
        Read($$"""{"mean":{{Estimate}},"median":{{Estimate}},"median_abs_dev":{{Estimate}},"slope":null,"std_dev":{{Estimate}}}""")
            .Get("duration", "med")
            .ShouldBe(2);
        Read("""{"sampling_mode":"Linear","iters":[1,2],"times":[1000000,6000000]}""").Get("duration", "avg").ShouldBe(2);
        Read("""
            {"reason":"benchmark-complete","id":"sort","iteration_count":[10,20],"measured_values":[10000,60000],"unit":"us","throughput":[]}
            {"reason":"group-complete","group_name":"sort","benchmarks":[],"report_directory":""}
            """).Get("duration", "med").ShouldBe(2);
        Refusal("""{"sampling_mode":"Linear","iters":[1,0],"times":[1,6]}""").ShouldBe("k6/run: iters[1] is no number of iterations");
    }

    [Fact]
    public void PytestBenchmark_TakesSeconds() =>
        Read("""
            {"machine_info":{},"commit_info":{},"benchmarks":[{"group":null,"name":"test_a","fullname":"t.py::test_a","params":null,
              "stats":{"min":0.001,"max":0.005,"mean":0.002,"stddev":0.001,"rounds":9,"median":0.0015}}],"datetime":"2026-11-22","version":"4.0.0"}
            """).ShouldSatisfyAllConditions(
            run => run.Get("duration", "med").ShouldBe(1.5),
            run => run.Get("duration{name:t.py::test_a}", "avg").ShouldBe(2),
            run => run.HasSamples.ShouldBeFalse());

    [Fact]
    public void GoBenchmark_HoldsTheRepetitionsOfABenchmarkTogether()
    {
        var run = Read("""
            goos: linux
            pkg: example.com/a
            BenchmarkParse/small-8   	  500000	      2000000 ns/op	      96 B/op	       2 allocs/op
            BenchmarkParse/small-8   	  500000	      4000000 ns/op	      96 B/op	       2 allocs/op
            PASS
            ok  	example.com/a	1.2s
            """);

        (run.Get("duration", "med"), run.Get("duration{name:Parse/small}", "min")).ShouldBe((3, 2));
        (run.Get("allocated_bytes", "value"), run.Get("allocations", "value")).ShouldBe((96, 2));
        Refusal("BenchmarkA-8   1   5 ns/op   7\n").ShouldContain("k6/run:1: after the number of iterations come pairs of value and unit");
    }

    [Fact]
    public void BenchmarkAction_ReadsItsInputAndWhatItKept()
    {
        Read("""[{"name":"a","unit":"us","value":1500},{"name":"size","unit":"Bytes","value":7}]""").ShouldSatisfyAllConditions(
            run => run.Get("duration", "avg").ShouldBe(1.5),
            run => run.Get("value{name:size}", "value").ShouldBe(7));
        Read("""
            {"lastUpdate":1,"repoUrl":"r","entries":{"Go":[{"commit":{},"date":1,"tool":"go","benches":[{"name":"a","value":1,"unit":"ns/op"}]},
              {"commit":{},"date":2,"tool":"go","benches":[{"name":"a","value":3000000,"unit":"ns/op"}]}]}}
            """).Get("duration", "avg").ShouldBe(3);
        Refusal("""[{"name":"a","unit":"us","value":"fast"}]""").ShouldBe("k6/run: [0].value is no number");
    }

    [Fact]
    public void Lighthouse_HasItsAuditsAndScores() =>
        Read("""
            {"lighthouseVersion":"12.0.0","requestedUrl":"https://a/","audits":{
              "first-contentful-paint":{"id":"first-contentful-paint","numericValue":900.5,"numericUnit":"millisecond"},
              "cumulative-layout-shift":{"numericValue":0.01,"numericUnit":"unitless"},"viewport":{"score":1}},"categories":{"performance":{"score":0.93}}}
            """).ShouldSatisfyAllConditions(
            run => run.Get("first-contentful-paint", "value").ShouldBe(900.5),
            run => run.Metrics[MetricName.Parse("first-contentful-paint")].Unit.ShouldBe("ms"),
            run => run.Metrics[MetricName.Parse("cumulative-layout-shift")].Unit.ShouldBeNull(),
            run => run.Get("score{category:performance}", "value").ShouldBe(0.93));

    private static string Refusal(string text) => Should.Throw<EvaluationException>(() => Read(text)).Message;
}
