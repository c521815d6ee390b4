using System.Text;
using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Prometheus;

/// <summary>Prometheus as people have it: behind limits, proxies, tenants and clouds.</summary>
public sealed class PrometheusAccessTests : IDisposable
{
    private const string Secret = "a-secret-that-nobody-prints";
    private const string Vector = """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1795348830,"1"]}]}}""";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(29);

    private readonly Loopback server = new();
    private readonly ImpatientTime time = new(Limit);

    public void Dispose() => server.Dispose();

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(429, null, 1)]
    [InlineData(500, null, 1)]
    [InlineData(502, "0", 1)]
    public async Task Query_AFaultThatPasses_IsAskedAgainWhenTheServerWantsIt(int status, string? retryAfter, int seconds)
    {
        server.Answer(status, retryAfter: retryAfter).Answer(200, Vector);
        using var client = Client(new PrometheusOptions());

        (await client.QueryAsync("x", At(0), CancellationToken.None)).Series.Count.ShouldBe(1);

        time.Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Fact]
    public async Task Query_ARateLimitForLongerThanItsPatience_SaysSoWithoutBlamingTheAddress()
    {
        server.Answer(429, """{"status":"error","error":"tenant exceeded the request rate limit"}""", retryAfter: "600");
        using var client = Client(new PrometheusOptions());

        var error = await Should.ThrowAsync<PrometheusException>(client.QueryAsync("x", At(0), CancellationToken.None));

        (error.MayPass, error.After).ShouldBe((true, TimeSpan.FromSeconds(600)));
        error.Message.ShouldEndWith("it answered 429: tenant exceeded the request rate limit; it limits how often it is asked, so use a longer `step`");
    }

    [Fact]
    public async Task Ready_IsAskedOfTheApiItself_WhichTellsTheTime()
    {
        server.Answer(200, Vector);
        using var client = Client(new PrometheusOptions { Url = server.Url + "prometheus" });

        (await client.WaitUntilReadyAsync(CancellationToken.None)).ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1795348830) - time.GetUtcNow());

        server.Seen.ShouldBe([("POST /prometheus/api/v1/query", null, "query=vector%281%29")]);
    }

    [Theory]
    [InlineData(405)]
    [InlineData(501)]
    public async Task Query_AProxyThatOnlyLetsGetThrough_IsAskedByGetFromThenOn(int status)
    {
        server.Answer(status).Answer(200, Vector).Answer(200, Vector);
        using var client = Client(new PrometheusOptions());

        await client.QueryAsync("a + b", At(1), CancellationToken.None);
        await client.QueryAsync("c", At(1), CancellationToken.None);

        server.Seen.Select(one => one.Request).ShouldBe(["POST /api/v1/query", "GET /api/v1/query", "GET /api/v1/query"]);
    }

    [Fact]
    public async Task Query_Headers_GoAlong_AndSecretOnesAreNotPrinted()
    {
        server.Answer(400, $$"""{"status":"error","error":"wrong {{Secret}}"}""");
        using var client = Client(new PrometheusOptions
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Scope-OrgID"] = "shop" },
            HeadersEnv = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Key"] = "KEY" },
        });

        var error = await Should.ThrowAsync<PrometheusException>(client.QueryAsync("x", At(0), CancellationToken.None));

        var headers = server.Headers.ShouldHaveSingleItem();
        (headers["X-Scope-OrgID"], headers["X-Key"]).ShouldBe(("shop", Secret));
        error.Message.ShouldEndWith("wrong ***");
    }

    [Fact]
    public async Task Query_ATenantThatIsNotNamed_IsToldOfTheHeader()
    {
        server.Answer(401, "no org id");
        using var client = Client(new PrometheusOptions());

        (await Should.ThrowAsync<PrometheusException>(client.QueryAsync("x", At(0), CancellationToken.None))).Message
            .ShouldEndWith("or a tenant's header such as X-Scope-OrgID under `headers`");
    }

    [Fact]
    public async Task Query_ClientCredentials_HaveATokenUntilItEndsOrIsRefused()
    {
        server.Answer(200, """{"access_token":"one","token_type":"bearer","expires_in":3600}""").Answer(200, Vector).Answer(200, Vector)
            .Answer(401, "expired").Answer(200, """{"access_token":"two","expires_in":100}""").Answer(200, Vector);
        using var client = Client(WithTokens());

        for (var i = 0; i < 3; i++)
        {
            await client.QueryAsync("x", At(0), CancellationToken.None);
        }

        var login = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("gates:" + Secret));
        server.Seen.Select(one => one.Request[^5..] + " " + one.Authorization).ShouldBe([
            "token " + login,
            "query Bearer one",
            "query Bearer one",
            "query Bearer one",
            "token " + login,
            "query Bearer two",
        ]);
        server.Seen[0].Body.ShouldBe("grant_type=client_credentials&scope=metrics.read+a");
        time.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(71), Timeout.InfiniteTimeSpan).Dispose();
        server.Answer(200, """{"access_token":"three"}""").Answer(200, Vector);
        await client.QueryAsync("x", At(0), CancellationToken.None);
        server.Seen[^1].Authorization.ShouldBe("Bearer three", "30 s before its end a token is no longer used");
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_client"}""", "it answered 400: invalid_client; check `oauth2`, its secret, scopes and audience", false)]
    [InlineData(401, $"no {Secret}", "it answered 401: no reason given; check `oauth2`, its secret, scopes and audience", false)]
    [InlineData(200, "<html>", "its answer is no token (RFC 6749, section 5.1); check `oauth2.token-url`", false)]
    [InlineData(200, """{"access_token":"a\nb"}""", "its `access_token` is none", false)]
    public async Task Query_ATokenServerThatGivesNone_IsNamedWithoutTheSecret(int status, string body, string message, bool mayPass)
    {
        server.Answer(status, body);
        using var client = Client(WithTokens());

        var error = await Should.ThrowAsync<PrometheusException>(client.QueryAsync("x", At(0), CancellationToken.None));

        error.Message.ShouldBe($"the token server at {new Uri(server.Url).Authority}: {message}");
        error.MayPass.ShouldBe(mayPass);
        server.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Query_SignedForAmazon_CarriesTheSignatureAndTheSession()
    {
        server.Answer(200, Vector);
        using var client = Client(new PrometheusOptions { Sigv4 = new Sigv4Options { Region = "eu-central-1" } });

        await client.QueryAsync("x", At(0), CancellationToken.None);

        var headers = server.Headers.ShouldHaveSingleItem();
        headers["X-Amz-Date"].ShouldBe("20261122T120000Z");
        headers["X-Amz-Security-Token"].ShouldBe(Secret);
        headers["Authorization"]!.ShouldMatch(
            "^AWS4-HMAC-SHA256 Credential=a-secret-that-nobody-prints/20261122/eu-central-1/aps/aws4_request, "
                + "SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$");
    }

    [Fact]
    public async Task Query_MutualTls_ShowsTheCertificate()
    {
        var (certificate, key) = TlsFront.MakeClient();
        using var front = new TlsFront(server.Url, certificate);
        var tree = new MemoryTree(("ca.pem", front.Authority), ("client.pem", certificate));
        var options = new PrometheusOptions { Url = front.Address, CaFile = "ca.pem", CertFile = "client.pem", KeyEnv = "KEY" };
        PrometheusCheck.Of(options);
        server.Answer(200, Vector);
        using var client = new PrometheusClient(PrometheusEndpoint.Open(options, tree, _ => key), null, time, new PrometheusLimits { Timeout = Limit });

        (await client.QueryAsync("x", At(0), CancellationToken.None)).Series.Count.ShouldBe(1);

        var stranger = new PrometheusOptions { Url = front.Address, CaFile = "ca.pem" };
        using var other = new PrometheusClient(
            PrometheusEndpoint.Open(stranger, tree, _ => key),
            null,
            time,
            new PrometheusLimits { Timeout = Limit, Patience = TimeSpan.Zero });
        (await Should.ThrowAsync<PrometheusException>(other.QueryAsync("x", At(0), CancellationToken.None))).Fault.ShouldBe(PrometheusFault.Unreachable);
    }

    [Fact]
    public void Open_AKeyThatIsNone_IsSaidWithoutIt() =>
        Should.Throw<EvaluationException>(() => PrometheusEndpoint.Open(
            new PrometheusOptions { Url = server.Url, CertFile = "client.pem", KeyEnv = "KEY" },
            new MemoryTree(("client.pem", TlsFront.MakeClient().Certificate)),
            _ => Secret))
            .Message.ShouldBe("`prometheus.cert-file`: client.pem and KEY are not a PEM certificate and its key, which has no password");

    [Theory]
    [InlineData("""["store-1:10901: rpc error"]""", "false", "store-1:10901: rpc error", "")]
    [InlineData("[]", "true", "the answer is partial", "")]
    [InlineData("""["PromQL warning: a","b"]""", "true", "b", "PromQL warning: a|PromQL info: c")]
    [InlineData("null", "null", "", "")]
    public async Task Query_WhatIsSaidBesideTheAnswer_IsKept(string warnings, string partial, string missing, string remarks)
    {
        var infos = remarks.Contains("info", StringComparison.Ordinal) ? ""","infos":["PromQL info: c"]""" : "";
        server.Answer(200, Vector[..^1] + $$""","warnings":{{warnings}},"isPartial":{{partial}}{{infos}}}""");
        using var client = Client(new PrometheusOptions());

        var reply = await client.QueryAsync("x", At(0), CancellationToken.None);

        string.Join('|', reply.Missing).ShouldBe(missing);
        string.Join('|', reply.Remarks).ShouldBe(remarks);
    }

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    private PrometheusOptions WithTokens() => new()
    {
        Oauth2 = new Oauth2Options { TokenUrl = server.Url + "token", ClientId = "gates", ClientSecretEnv = "SECRET", Scopes = ["metrics.read", "a"] },
    };

    private PrometheusClient Client(PrometheusOptions options)
    {
        options.Url = options.Url.Length > 0 ? options.Url : server.Url;
        PrometheusCheck.Of(options);
        return new(PrometheusEndpoint.Open(options, new MemoryTree(), _ => Secret), null, time, new PrometheusLimits { Timeout = Limit });
    }
}
