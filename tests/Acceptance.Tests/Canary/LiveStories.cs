using Shouldly;
using Xunit;

namespace Acceptance.Tests.Canary;

/// <summary>A rollout that goes on, scraped while it does.</summary>
public sealed class LiveStories(LiveServer server) : IClassFixture<LiveServer>, IDisposable
{
    private readonly CanaryGate gate = new(server);

    public void Dispose() => gate.Dispose();

    [Theory]
    [InlineData("", "was beyond its limit in the stage at 5 % as a whole, with pauses in between")]
    [InlineData("breach-points: 10 of 20", "was beyond its limit at 10 of 20 points")]
    [InlineData("fast-burn: { times: 10, over: 4s }", "burned at more than 10 times its limit")]
    public void ACanaryThatFailsInBursts_IsRolledBackWhileItRuns(string rule, string message)
    {
        gate.Repository.Write(".github/gates.yml", $$"""
            version: 1
            gates:
              canary-slo:
                with:
                  prometheus: { url: "{{server.Address}}" }
                  stages: [{ weight: 5, for: 30s }, { weight: 100, for: 60m }]
                  breach: 12s
                  step: 1s
                  {{rule}}
                  objectives:
                    - name: error-rate
                      bad: 'sum(rate(http_requests_total{track="canary",code=~"5.."}[2s]))'
                      total: 'sum(rate(http_requests_total{track="canary"}[2s]))'
                      max: 1%
            """);

        var run = gate.Run();

        (run.Decision, run.ExitCode).ShouldBe(("rollback", 1), run.Output);
        run.Messages.ShouldContain(one => one.StartsWith($"Roll back: error-rate {message}", StringComparison.Ordinal), run.Output);
    }
}
