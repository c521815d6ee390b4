using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Canary;

/// <summary>Rollouts that have been, on a real Prometheus.</summary>
public sealed class CanaryStories(PrometheusServer server) : IClassFixture<PrometheusServer>, IDisposable
{
    private readonly CanaryGate gate = new(server);

    public void Dispose() => gate.Dispose();

    [Fact]
    public void AnErrorRateBeyondItsLimitForSixMinutes_IsRolledBackAtTheRightMinute()
    {
        var run = gate.Run("six-minutes");

        run.Decision.ShouldBe("rollback");
        run.ExitCode.ShouldBe(1);
        run.Messages.ShouldContain(message => message.StartsWith("Roll back: error-rate was beyond its limit without a pause from 12:20 to 12:26 UTC, longer than 5 min at 12:25: ", StringComparison.Ordinal), run.Output);
    }

    [Fact]
    public void AnErrorRateBeyondItsLimitForFourMinutes_IsNot() => gate.Run("four-minutes").Decision.ShouldBe("promote");

    [Fact]
    public void ACanaryWithoutTraffic_Holds()
    {
        var run = gate.Run("silent");

        run.Decision.ShouldBe("hold");
        run.ExitCode.ShouldBe(1);
        run.Messages.ShouldContain(message => message.StartsWith("Hold: error-rate had no traffic from 12:00 to 13:00 UTC", StringComparison.Ordinal), run.Output);
    }

    [Fact]
    public void ACanaryWithoutASingleFailedRequest_IsPromoted()
    {
        var run = gate.Run("clean");

        run.Decision.ShouldBe("promote");
        run.ExitCode.ShouldBe(0, run.Output);
    }

    [Fact]
    public void ASlowCanary_IsRolledBackByTheBucketAtTheLimit()
    {
        var run = gate.Run("slow");

        run.Decision.ShouldBe("rollback");
        run.Messages.ShouldContain(message => message.StartsWith("Roll back: p95 was beyond its limit", StringComparison.Ordinal) && message.Contains("took longer than 500 ms, where p95 allows 5 %", StringComparison.Ordinal), run.Output);
    }

    [Fact]
    public void AGapInTheScrapes_Holds()
    {
        var run = gate.Run("gap");

        run.Decision.ShouldBe("hold");
        run.Messages.ShouldContain(message => message.StartsWith("Hold: error-rate has a gap from 12:2", StringComparison.Ordinal), run.Output);
    }

    [Fact]
    public void ACanaryWithHardlyAnyTraffic_Holds() =>
        gate.Run("thin").Messages.ShouldContain(message => message.StartsWith("Hold: error-rate saw 15 requests from 12:00 to 12:15 UTC, and 100 are needed", StringComparison.Ordinal));

    [Fact]
    public void ATroubleThatTheStableVersionHasToo_Holds() =>
        gate.Run("shared", ", stable-bad: 'sum(rate(http_requests_total{case=\"shared\",track=\"stable\",code=~\"5..\"}[1m]))', stable-total: 'sum(rate(http_requests_total{case=\"shared\",track=\"stable\"}[1m]))'").Decision.ShouldBe("hold");

    [Fact]
    public void ThePreset_JudgesTheSameBreach()
    {
        var run = gate.RunWith("""
              preset: api-service
              selector: 'case="six-minutes",track="canary"'
              service-selector: 'case="six-minutes"'
            """);

        run.Decision.ShouldBe("rollback");
        run.Messages.ShouldContain(message => message.StartsWith("Roll back: 5xx-per-minute", StringComparison.Ordinal), run.Output);
    }

    [Fact]
    public void ALimitOfTheServiceInTheThresholdsFile_BeatsTheGlobalOne()
    {
        gate.Repository.Write("slo.yml", """
            version: 1
            global: { error-rate: { warning: ["value < 0.005"], error: ["value < 0.01"] } }
            service: { checkout: { error-rate: ["value < 0.2"] } }
            """);
        var run = gate.RunWith("""
              thresholds-file: slo.yml
              service: checkout
              objectives: [{ name: error-rate, bad: 'sum(rate(http_requests_total{case="six-minutes",track="canary",code=~"5.."}[1m]))', total: 'sum(rate(http_requests_total{case="six-minutes",track="canary"}[1m]))', max: 0.01 }]
            """);

        run.Decision.ShouldBe("promote", run.Output);
        run.Messages.ShouldHaveSingleItem().ShouldContain("0.5 % is allowed by slo.yml:2 (global)");
    }

    [Fact]
    public void AQueryThatGivesSeveralSeries_IsAnErrorWithTheQuery()
    {
        var run = gate.RunWith("  objectives: [{ name: rate, query: 'rate(http_requests_total{case=\"six-minutes\"}[1m])', max: 10 }]");

        run.ExitCode.ShouldBe(3);
        run.Decision.ShouldBeNull();
        run.Output.ShouldContain("gives 2 series");
    }

    [Fact]
    public void AMalformedQuery_IsAnErrorWithTheReason()
    {
        var run = gate.RunWith("  objectives: [{ name: rate, query: 'sum(', max: 10 }]");

        run.ExitCode.ShouldBe(3);
        run.Output.ShouldContain("does not understand the query");
    }

    [Fact]
    public void ARolloutOfNow_IsWatchedUntilItsStagesEnd()
    {
        gate.Repository.Write(".github/gates.yml", $$"""
            version: 1
            gates:
              canary-slo:
                with:
                  prometheus: { url: "{{server.Address}}" }
                  stages: [{ weight: 50, for: 2s }, { weight: 100, for: 2s }]
                  step: 1s
                  objectives: [{ name: clock, query: 'vector(1)', min: 1 }]
            """);
        var run = gate.Run();

        run.Decision.ShouldBe("promote", run.Output);
        run.Output.ShouldContain("canary-slo: minute 0 of 0, stage 1 of 2 at 50 %: clock ok");
    }
}
