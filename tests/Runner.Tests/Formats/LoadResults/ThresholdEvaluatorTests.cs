using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.LoadResults;

public sealed class ThresholdEvaluatorTests
{
    private const string Summary = """
        {"metrics":{
          "http_req_duration":{"avg":20,"min":1,"med":15,"max":90,"p(90)":40,"p(95)":50},
          "http_req_duration{name:typo}":{"avg":0,"min":0,"med":0,"max":0,"p(90)":0,"p(95)":0},
          "http_req_tls_handshaking":{"avg":0,"min":0,"med":0,"max":0,"p(90)":0,"p(95)":0},
          "http_req_failed":{"value":0.02,"passes":2,"fails":98},
          "checks":{"value":0,"passes":0,"fails":0},
          "errors":{"count":0,"rate":0},
          "http_reqs":{"count":100,"rate":10}},
         "root_group":{}}
        """;

    [Theory]
    [InlineData("http_req_duration", "p(95)<=50", nameof(ThresholdResult.Held))]
    [InlineData("http_req_duration", "p(95)<50", nameof(ThresholdResult.Crossed))]
    [InlineData("http_req_duration", "p(99)<500", nameof(ThresholdResult.NotInFile))]
    [InlineData("http_req_duration", "count>5", nameof(ThresholdResult.Invalid))]
    [InlineData("http_req_duration", "p(95)<x", nameof(ThresholdResult.Invalid))]
    [InlineData("http_req_duration{name:typo}", "p(95)<500", nameof(ThresholdResult.NoSamples))]
    [InlineData("http_req_duration{name:home}", "p(95)<500", nameof(ThresholdResult.NotInFile))]
    [InlineData("http_req_tls_handshaking", "max<1", nameof(ThresholdResult.Held))]
    [InlineData("http_req_failed", "rate<0.01", nameof(ThresholdResult.Crossed))]
    [InlineData("checks", "rate>0.9", nameof(ThresholdResult.NoSamples))]
    [InlineData("errors", "count<1", nameof(ThresholdResult.Held))]
    [InlineData("http_reqs", "rate>5", nameof(ThresholdResult.Held))]
    public void Evaluate_ASummary_NeverTakesNothingForZero(string metric, string expression, string expected) =>
        ThresholdEvaluator.Evaluate(Loading.Read(Summary), metric, expression, null).Result.ToString().ShouldBe(expected);

    [Fact]
    public void Evaluate_WhatTheFileDoesNotHold_TakesTheToolsWordAndSaysSo()
    {
        var outcome = ThresholdEvaluator.Evaluate(Loading.Read(Summary), "http_req_duration", "p(99)<500", true);
        outcome.Result.ShouldBe(ThresholdResult.Held);
        outcome.Reason.ShouldBe("by k6's own word, because the summary does not hold p(99); add it to `summaryTrendStats` in the script's options, or give the points (--out json)");
    }

    [Theory]
    [InlineData("dropped_iterations", "count<1", "Held")]
    [InlineData("http_req_durations", "p(95)<1", "NoSamples the file does not hold this metric; did you mean \"http_req_duration\"?")]
    public void Evaluate_PointsWithoutTheMetric_IsNothingMeasuredButForDroppedIterations(string metric, string expression, string expected)
    {
        var run = Loading.Read(Loading.Point("http_req_duration", "01.0", "5"), ("http_req_duration", "avg"));
        var outcome = ThresholdEvaluator.Evaluate(run, metric, expression, null);
        $"{outcome.Result} {outcome.Reason}".Trim().ShouldBe(expected);
    }

    [Fact]
    public void Declared_InTheLegacyExport_TrueMeansCrossed()
    {
        var run = Loading.Read("""{"metrics":{"a":{"count":1,"rate":1,"thresholds":{"count>5":true,"count<5":false}}}}""");
        run.Declared!.Select(one => (one.Expression, one.Held)).ShouldBe([("count>5", false), ("count<5", true)]);
    }

    [Fact]
    public void Declared_InHandleSummary_OkMeansHeld()
    {
        var run = Loading.Read("""{"metrics":{"a":{"type":"counter","contains":"default","values":{"count":1},"thresholds":{"count>5":{"ok":false},"count<5":{"ok":true}}}}}""");
        run.Declared!.Select(one => (one.Expression, one.Held)).ShouldBe([("count>5", false), ("count<5", true)]);
    }
}
