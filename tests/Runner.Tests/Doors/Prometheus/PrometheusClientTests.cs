using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Prometheus;

public sealed class PrometheusClientTests : IDisposable
{
    private const string Token = "a-token-that-nobody-prints";
    private const string Matrix =
        """{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"job":"a"},"values":[[1.5,"0.037"],[2.5,"NaN"],[3.5,"+Inf"]]}]}}""";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(29);

    private readonly Loopback server = new();
    private readonly ImpatientTime time = new(Limit);

    public static TheoryData<int, string, string, string> Refusals => new()
    {

        {
            400,
            """{"status":"error","errorType":"bad_data","error":"unclosed left parenthesis"}""",
            "QueryMalformed",
            "it does not understand the query: unclosed left parenthesis"
        },
        { 422, """{"status":"error","errorType":"execution","error":"too many samples"}""", "QueryFailed", "it cannot execute the query: too many samples" },
        { 401, "no " + Token, "CredentialsRefused", "it answered 401: the credential is wrong, has expired, or may not query" },
        { 404, "<html>" + Token, "NotPrometheus", "it answered 404: no reason given; check the address and its path prefix" },

        {
            200,
            "<html>Log in</html>",
            "NotPrometheus",
            "its answer is not what Prometheus documents: it is not the JSON of a query; check the address and its path prefix"
        },

        {
            200,
            """{"status":"success","data":{"resultType":"string","result":[1,"a"]}}""",
            "NotPrometheus",
            "its answer is not what Prometheus documents: its result is a string, not numbers over time; check the address and its path prefix"
        },
        { 400, $$"""{"status":"error","error":"{{Token}}\n::error::x"}""", "QueryMalformed", "it does not understand the query: ***" },
    };

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task QueryRange_NumbersThatJsonLacks_AreKeptAsWritten()
    {
        server.Answer(200, Matrix);
        using var client = Client();

        var series = (await client.QueryRangeAsync("up", At(0), At(10), TimeSpan.FromSeconds(5), CancellationToken.None)).Series.ShouldHaveSingleItem();

        series.Times.ShouldBe([1500, 2500, 3500]);
        series.Values.ShouldBe(["0.037", "NaN", "+Inf"]);
        server.Seen.ShouldBe([("POST /api/v1/query_range", "Bearer " + Token, "query=up&start=0&end=10&step=5")]);
    }

    [Fact]
    public async Task Query_NativeHistograms_AreSaidToBe()
    {
        server.Answer(200, """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"histogram":[1,{"count":"2","sum":"3"}]}]}}""");
        using var client = Client();

        (await client.QueryAsync("x", At(0), CancellationToken.None)).Series.ShouldHaveSingleItem().IsHistogram.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Query_WhatIsNoAnswer_HasItsOwnErrorWithoutTheToken(int status, string body, string fault, string message)
    {
        server.Answer(status, body);
        using var client = Client();

        var exception = await Should.ThrowAsync<PrometheusException>(client.QueryAsync("x", At(0), CancellationToken.None));

        exception.Fault.ToString().ShouldBe(fault);
        exception.Message.ShouldStartWith($"Prometheus at {new Uri(server.Url).Authority}: {message}");
        exception.Message.ShouldNotContain(Token);
        exception.Message.ShouldNotContain("\n");
        server.Seen.Count.ShouldBe(1, "none of these passes by itself");
    }

    [Fact]
    public async Task Query_ARedirectToALoginPage_IsNotFollowed()
    {
        server.Answer(302, location: "https://login.example/?next=secret");
        using var client = Client();

        var exception = await Should.ThrowAsync<PrometheusException>(client.QueryAsync("x", At(0), CancellationToken.None));

        exception.Fault.ShouldBe(PrometheusFault.Redirected);
        exception.Message.ShouldContain("a redirect to login.example, as login pages do");
        exception.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Query_AServerThatStarts_IsAskedAgain()
    {
        server.Answer(503).Answer(503).Answer(200, Matrix);
        using var client = Client();

        (await client.QueryAsync("x", At(0), CancellationToken.None)).Series.Count.ShouldBe(1);

        time.Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task Query_AServerThatStaysDown_IsGivenUp()
    {
        for (var i = 0; i < 10; i++)
        {
            server.Answer(503);
        }

        using var client = Client();

        (await Should.ThrowAsync<PrometheusException>(client.QueryAsync("x", At(0), CancellationToken.None))).Fault.ShouldBe(PrometheusFault.Unavailable);

        server.Seen.Count.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task Query_AnAnswerWithoutEnd_IsRefused()
    {
        server.Answer(200, new string(' ', 5000));
        using var client = Client(new PrometheusLimits { Timeout = Limit, MaximumAnswer = 1000 });

        (await Should.ThrowAsync<PrometheusException>(client.QueryAsync("x", At(0), CancellationToken.None))).Fault.ShouldBe(PrometheusFault.TooLarge);
    }

    [Theory]
    [InlineData("http://prometheus.example", "is asked over http, where everybody on the way can read the credential; use https")]
    [InlineData("https://me:secret@prometheus.example", "`prometheus.url`: \"***@prometheus.example\" is not an address")]
    [InlineData("prometheus:9090", "is not an address such as https://prometheus.example.org")]
    public void Check_AnAddressThatIsNotSafe_IsRefused(string url, string message) =>
        Should.Throw<UsageException>(() => PrometheusCheck.Of(new PrometheusOptions { Url = url, TokenEnv = "T" })).Message.ShouldContain(message);

    [Fact]
    public void Open_ATokenThatIsNotThere_NamesTheVariable() =>
        Should.Throw<EvaluationException>(() => PrometheusEndpoint.Open(
            new PrometheusOptions { Url = server.Url, TokenEnv = "PROM_TOKEN" },
            new MemoryTree(),
            _ => null))
            .Message.ShouldBe("`prometheus.token-env`: PROM_TOKEN is empty or not there; give the job its secret under `env`");

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    [Fact]
    public async Task Connection_NotMadeInTime_IsNoAnswer()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(100),
            ConnectCallback = async (_, cancelled) =>
            {
                await Task.Delay(Timeout.Infinite, cancelled);
                return Stream.Null;
            },
        };
        using var client = Client(new PrometheusLimits { Timeout = Limit, Patience = TimeSpan.Zero }, handler);

        var error = await Should.ThrowAsync<PrometheusException>(() => client.WaitUntilReadyAsync(CancellationToken.None));

        error.Fault.ShouldBe(PrometheusFault.Unreachable);
        error.Message.ShouldContain("no answer: ");
    }

    private PrometheusClient Client(PrometheusLimits? limits = null, HttpMessageHandler? handler = null) => new(
        PrometheusEndpoint.Open(
            new PrometheusOptions { Url = server.Url, TokenEnv = "T" },
            new MemoryTree(),
            _ => Token), handler, time, limits ?? new PrometheusLimits { Timeout = Limit });
}
