using Shouldly;
using Xunit;

namespace Acceptance.Tests.Canary;

/// <summary>Prometheus as people have it, with a real one behind.</summary>
public sealed class ServerStories(PrometheusServer server) : IClassFixture<PrometheusServer>, IDisposable
{
    private const string RateLimit = """{"status":"error","errorType":"too_many_requests","error":"the tenant exceeded the request rate limit"}""";

    private readonly CanaryGate gate = new(server);

    public void Dispose() => gate.Dispose();

    [Theory]
    [InlineData(429, 0)]
    [InlineData(429, 1)]
    [InlineData(500, 2)]
    public void AnErrorThatPasses_DoesNotEndTheLook(int status, int number)
    {
        using var front = new PrometheusFront(server.Address, (_, before) => before == number ? (status, RateLimit) : null);

        var run = gate.Run("six-minutes", address: front.Address);

        (run.Decision, run.ExitCode).ShouldBe(("rollback", 1), run.Output);
    }

    [Fact]
    public void AServiceOfTenantsWithoutAReadyEndpoint_IsAskedByItsHeader()
    {
        using var front = new PrometheusFront(server.Address, (request, _) => request.Headers["X-Scope-OrgID"] == "shop" ? null : (401, "no org id"))
        {
            Prefix = "/prometheus"
        };

        gate.Run("clean", address: front.Address + "/prometheus", server: ", headers: { X-Scope-OrgID: shop }").Decision.ShouldBe("promote");
        var unnamed = gate.Run("clean", address: front.Address + "/prometheus");
        unnamed.ExitCode.ShouldBe(3, unnamed.Output);
        unnamed.Output.ShouldContain("or a tenant's header such as X-Scope-OrgID under `headers`");
    }

    [Theory]
    [InlineData("clean", "hold", "Hold: error-rate is known in part only from 12:00 to 13:00 UTC")]
    [InlineData("six-minutes", "rollback", "error-rate: Prometheus says that a part of its data is missing (No StoreAPIs matched for")]
    public void AnAnswerInPart_NeverPromotes_AndIsSaid(string name, string decision, string message)
    {
        using var front = new PrometheusFront(server.Address, (_, _) => null) { Warning = "No StoreAPIs matched for this query" };

        var run = gate.Run(name, address: front.Address);

        run.Decision.ShouldBe(decision, run.Output);
        run.Messages.ShouldContain(one => one.StartsWith(message, StringComparison.Ordinal), run.Output);
    }

    [Fact]
    public void ARollback_SaysWhatToDoAboutTheCanary()
    {
        var run = gate.Run("six-minutes");

        run.Output.ShouldContain("canary-slo: take the traffic from the canary and put the old version back");
        run.Output.ShouldNotContain("then run again");
    }

    [Theory]
    [InlineData("raw: true, ", "", "", "rollback")]
    [InlineData("", "sum(rate(", "[1m]))", "promote")]
    public void PodsThatFailBeforeTheirFirstScrape_AreSeenByRawSamplesOnly(string raw, string before, string after, string decision)
    {
        var (bad, total) = ("http_requests_total{case=\"newborn\",code=~\"5..\"}", "http_requests_total{case=\"newborn\"}");

        var run = gate.RunWith(
            $"  objectives: [{{ name: error-rate, {raw}bad: '{before}{bad}{after}', total: '{before}{total}{after}', max: 1% }}]");

        run.Decision.ShouldBe(decision, run.Output);
    }

    [Theory]
    [InlineData("1m", "the range [1m] holds 1 scrape, 1 min apart, of which no rate can be made; use at least [4m]")]
    [InlineData("2m", "the range [2m] holds 2 scrapes, 1 min apart, so that one lost scrape can leave a hole; use at least [4m]")]
    [InlineData("4m", null)]
    public void ARangeThatIsShortForTheScrapes_IsNamed(string range, string? said)
    {
        var run = gate.RunWith($$"""
              objectives:
                - name: error-rate
                  bad: 'sum(rate(http_requests_total{case="each-minute",code=~"5.."}[{{range}}]))'
                  total: 'sum(rate(http_requests_total{case="each-minute"}[{{range}}]))'
                  max: 1%
            """);

        run.Messages.Any(message => message.Contains("the range", StringComparison.Ordinal)).ShouldBe(said is not null, run.Output);
        run.Output.ShouldContain(said ?? "canary-slo");
        (run.Decision == "hold").ShouldBe(range == "1m", run.Output);
    }
}
