using Shouldly;
using Xunit;

namespace Acceptance.Tests.Canary;

/// <summary>
/// Canaries that fail and could be taken for good ones, on a real Prometheus: in bursts, at the very end, beyond what buckets tell, by a misspelt query.
/// </summary>
public sealed class SilentPassStories(PrometheusServer server) : IClassFixture<PrometheusServer>, IDisposable
{
    private readonly CanaryGate gate = new(server);

    public void Dispose() => gate.Dispose();

    [Theory]
    [InlineData("rollback", "rollback", "Roll back: error-rate was beyond its limit in the stage at 5 % as a whole, with pauses in between: 4")]
    [InlineData("hold", "hold", "Hold: error-rate was beyond its limit in the stage at 5 % as a whole, with pauses in between: 4")]
    public void BurstsEachShorterThanABreach_NeverPromote(string setting, string decision, string message)
    {
        var run = gate.RunWith($$"""
              stage-share: {{setting}}
              objectives: [{ name: error-rate, bad: 'sum(rate(http_requests_total{case="bursts",track="canary",code=~"5.."}[1m]))', total: 'sum(rate(http_requests_total{case="bursts",track="canary"}[1m]))', max: 0.01 }]
            """);

        (run.Decision, run.ExitCode).ShouldBe((decision, 1), run.Output);
        run.Messages.ShouldContain(
            one => one.StartsWith(message, StringComparison.Ordinal) && one.Contains("The same in 3 more stages.", StringComparison.Ordinal),
            run.Output);
    }

    [Fact]
    public void FailuresUntilTheEndWhoseLastSamplesAreMissing_Hold()
    {
        var run = gate.Run("open");

        run.Decision.ShouldBe("hold", run.Output);
        run.Messages.ShouldContain(
            message => message.StartsWith("Hold: error-rate was beyond its limit when the last stage ended, since 12:56:", StringComparison.Ordinal),
            run.Output);
    }

    [Fact]
    public void AQuantileAboveTheLargestBucket_IsBlindAndHolds()
    {
        var run = gate.RunWith("  objectives: [{ name: p99, histogram: http_request_duration_seconds, selector: '{case=\"slow-tail\",track=\"canary\"}', quantile: 0.95, max: 2s }]");

        run.Decision.ShouldBe("hold", run.Output);
        run.Messages.ShouldContain(
            message => message.StartsWith(
                "Hold: p99 is above the largest bucket of its histogram, where nobody can say how slow it was, from 12:00 to 13:00 UTC",
                StringComparison.Ordinal),
            run.Output);
    }

    [Theory]
    [InlineData("http_request_total{case=\"no-failures\",code=~\"5..\"}", "hold", "the metric http_request_total")]
    [InlineData("http_requests_total{case=\"no-failures\",cod=~\"5..\"}", "hold", "the label cod of http_requests_total")]
    [InlineData("http_requests_total{case=\"no-failures\",code=~\"5..\"}", "promote", null)]
    public void ABadQueryThatNothingAnswers_HoldsWhenWhatItAsksForDoesNotExist(string selector, string decision, string? said)
    {
        var run = gate.RunWith($$"""
              objectives: [{ name: error-rate, bad: 'sum(rate({{selector}}[1m]))', total: 'sum(rate(http_requests_total{case="no-failures"}[1m]))', max: 0.01 }]
            """);

        run.Decision.ShouldBe(decision, run.Output);
        if (said is not null)
        {
            run.Messages.ShouldContain(
                message => message.StartsWith(
                    $"Hold: error-rate counts failures in what this Prometheus does not have ({said}) from 12:00 to 13:00 UTC",
                    StringComparison.Ordinal),
                run.Output);
        }
    }
}
