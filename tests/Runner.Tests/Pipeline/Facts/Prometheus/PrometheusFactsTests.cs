using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Runner.Tests.Doors.Prometheus;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Prometheus;

public sealed class PrometheusFactsTests : IDisposable
{
    private const string Query = """{"name":"errors","query":"sum(rate(errors_total[5m]))"}""";
    private const string Optional = """{"name":"errors","query":"sum(rate(errors_total[5m]))","optional":true}""";

    private readonly Loopback server = new();

    [Fact]
    public async Task AnInstantAnswer_IsThereWithItsTimeAndLabels()
    {
        server.Answer(200, Vector("""{"metric":{"b":"2","a":"1"},"value":[1764590399.5,"0.25"]}"""));

        (await FactsAsync(Query)).GetRawText().ShouldBe(
            """
            [{"name":"errors","query":"sum(rate(errors_total[5m]))","time":"2026-12-01T12:00:00Z","series":
            [{"labels":{"a":"1","b":"2"},"samples":[{"time":"2025-12-01T11:59:59Z","value":0.25}]}]}]
            """.ReplaceLineEndings(""));
        server.Seen.ShouldHaveSingleItem().Body.ShouldBe("query=sum%28rate%28errors_total%5B5m%5D%29%29&time=1796126400");
    }

    [Fact]
    public async Task ARange_IsAskedBackFromTheRun_InAHundredSteps()
    {
        server.Answer(200, """{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"1"],[2,"2e3"]]}]}}""");

        var facts = await FactsAsync("""{"name":"q","query":"up","range":"1h40m"}""");

        facts[0].GetProperty("series")[0].GetProperty("samples")[1].GetProperty("value").GetDouble().ShouldBe(2000);
        server.Seen.ShouldHaveSingleItem().ShouldBe(("POST /api/v1/query_range", null, "query=up&start=1796120400&end=1796126400&step=60"));
    }

    [Theory]
    [InlineData(
        """{"metric":{"a":"1"},"value":[1,"NaN"]}""",
        "errors: {a=\"1\"} is NaN at a time, which no limit can be held against; divide by what is never 0")]
    [InlineData("""{"metric":{},"value":[1,"+Inf"]}""", "errors: {} is +Inf at a time, which no limit can be held against; divide by what is never 0")]
    [InlineData("""{"metric":{},"histogram":[1,{}]}""", "errors: {} is a native histogram, which is no number; ask for histogram_quantile of it")]
    [InlineData("", "errors: nothing answers. Correct the query, or write `optional: true` where that is right")]
    public async Task WhatIsNoFiniteNumber_IsNoFact(string series, string problem)
    {
        server.Answer(200, Vector(series));

        (await Should.ThrowAsync<EvaluationException>(() => FactsAsync(Query))).Message.ShouldBe("`prometheus` facts could not be had: " + problem);
    }

    [Fact]
    public async Task AnAnswerThatLacksData_IsNoFact()
    {
        server.Answer(200, """{"status":"success","data":{"resultType":"vector","result":[]},"warnings":["store a is down"]}""");

        (await Should.ThrowAsync<EvaluationException>(() => FactsAsync(Optional))).Message.ShouldBe(
            "`prometheus` facts could not be had: errors: a part of the data is missing from the answer: store a is down");
    }

    [Fact]
    public async Task AFault_IsNoFact()
    {
        server.Answer(400, """{"status":"error","errorType":"bad_data","error":"parse error"}""");

        (await Should.ThrowAsync<EvaluationException>(() => FactsAsync(Optional))).Message.ShouldContain("parse error");
    }

    [Fact]
    public async Task AnOptionalQuery_MayHaveNoAnswer()
    {
        server.Answer(200, Vector(""));

        (await FactsAsync(Optional))[0].GetProperty("series").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task ATokenAndATenant_GoWithTheQuestion_AndIntoNoFact()
    {
        server.Answer(200, Vector("""{"metric":{},"value":[1,"1"]}"""));

        var facts = await FactsAsync([Query], ("GATES_PROMETHEUS_TOKEN", "t0ken"), ("GATES_PROMETHEUS_TENANT", "shop"));

        server.Seen[0].Authorization.ShouldBe("Bearer t0ken");
        server.Headers[0]["X-Scope-OrgID"].ShouldBe("shop");
        facts.GetRawText().ShouldNotContain("t0ken");
    }

    [Fact]
    public async Task TheServer_IsAskedOnce_AlsoForTheBase()
    {
        server.Answer(200, Vector("""{"metric":{},"value":[1,"1"]}"""));
        var gate = Gate([Query], ("GATES_PROMETHEUS_URL", server.Url));

        await InspectAsync(gate);
        await InspectAsync(gate);

        server.Seen.Count.ShouldBe(1);
        gate.ReachesOut.ShouldBeTrue();
    }

    [Fact]
    public async Task WithoutAServer_TheFactCouldNotBeHad()
    {
        (await Should.ThrowAsync<EvaluationException>(() => InspectAsync(Gate([Query])))).Message.ShouldBe(
            "`prometheus` facts could not be had: there is no Prometheus to ask: set GATES_PROMETHEUS_URL to its address");
        (await Should.ThrowAsync<EvaluationException>(() => InspectAsync(Gate(
            [Query], ("GATES_PROMETHEUS_URL", "http://prometheus.example.org"), ("GATES_PROMETHEUS_TOKEN", "t0ken"))))).Message.ShouldStartWith(
            "`prometheus` facts could not be had: GATES_PROMETHEUS_URL and the variables beside it: ");
    }

    [Fact]
    public void TwoQueriesOfOneName_AreRefused() =>
        Should.Throw<UsageException>(() => Gate([Query, Query])).Message.ShouldBe(
            "facts.prometheus: `name`: \"errors\" stands twice; give each query its own");

    public void Dispose() => server.Dispose();

    private static string Vector(string series) => $$$"""{"status":"success","data":{"resultType":"vector","result":[{{{series}}}]}}""";

    private static FactsGate Gate(string[] queries, params (string Name, string Value)[] variables)
    {
        var known = variables.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        return new FactsGate(
            new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["prometheus"] = queries }),
            new GateServices(new Noon()) { Variables = known.GetValueOrDefault });
    }

    private static async Task<JsonElement> InspectAsync(FactsGate gate) =>
        (await gate.InspectAsync(new GateContext(new MemoryTree(), ChangeSet.None, default), CancellationToken.None)).Facts.GetProperty("prometheus");

    private Task<JsonElement> FactsAsync(string query) => FactsAsync([query]);

    private Task<JsonElement> FactsAsync(string[] queries, params (string Name, string Value)[] variables) =>
        InspectAsync(Gate(queries, [.. variables, ("GATES_PROMETHEUS_URL", server.Url)]));

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
