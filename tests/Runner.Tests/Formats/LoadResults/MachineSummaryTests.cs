using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.LoadResults;

/// <summary>k6's machine-readable summary: its schema names two keys otherwise than early versions write them.</summary>
public sealed class MachineSummaryTests
{
    [Theory]
    [InlineData("k6_version", "generated_at", "p90", "p95")]
    [InlineData("k6Version", "generatedAt", "p(90)", "p(95)")]
    public void Read_EitherSpelling_IsTheSameRun(string version, string time, string p90, string p95)
    {
        var run = Loading.Read($$$"""
            {"config":{"duration":12.5,"execution":"local","script":"export default function () {}"},"metadata":{"{{{time}}}":"2026-11-22T02:40:12Z","{{{version}}}":"1.5.0"},
             "results":{"checks":{"metrics":[
                {"contains":"default","name":"checks_total","type":"counter","values":{"count":40}},
                {"contains":"default","name":"checks_failed","type":"rate","values":{"matches":1,"rate":0.025,"total":40}}],"results":[{"name":"ok","passes":39,"fails":1}]},
              "metrics":[
                {"contains":"time","name":"http_req_duration","type":"trend","values":{"avg":12,"max":90,"med":10,"min":1,"{{{p90}}}":30,"{{{p95}}}":45}},
                {"contains":"time","name":"http_req_duration{status:200}","type":"trend","values":{"avg":11,"{{{p95}}}":44}},
                {"contains":"default","name":"http_req_failed","type":"rate","values":{"matches":3,"rate":0.06,"total":50}},
                {"contains":"default","name":"iterations","type":"counter","values":{"count":50}},
                {"contains":"default","name":"vus","type":"gauge","values":{"max":5,"min":1,"value":4}}]},
             "version":"1.0.0"}
            """);

        run.Format.ShouldBe("k6 machine-readable summary");
        (run.ToolVersion, run.Seconds, run.Declared).ShouldBe(("1.5.0", 12.5, null));
        (
            run.Get("http_req_duration", "p(90)"),
            run.Get("http_req_duration", "p(95)"),
            run.Get("http_req_duration{status:200}", "p(95)")).ShouldBe((30, 45, 44));
        (run.Get("http_req_failed", "rate"), run.Get("vus", "value"), run.Get("checks_failed", "rate")).ShouldBe((0.06, 4, 0.025));
        (run.Get("iterations", "count"), run.Get("iterations", "rate")).ShouldBe((50, 4));
        run.Metrics[MetricName.Parse("http_req_failed")].Count.ShouldBe(50);
    }
}
