using System.Text.Json;
using Acceptance.Tests.Actions;
using Shouldly;
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
        run.Messages.ShouldContain(
            message => message.StartsWith(
                "Roll back: error-rate was beyond its limit without a pause from 12:20:15 to 12:26:45 UTC, for 6 min 30 s, longer than 5 min at 12:25:30: ",
                StringComparison.Ordinal),
            run.Output);
    }

    [Fact]
    public void EveryObjective_IsDrawnOverItsStages()
    {
        gate.Run("six-minutes");
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(gate.Repository.Path, ".gates/out/results.json")));
        var charts = results.RootElement.GetProperty("gates")[0].GetProperty("charts").EnumerateArray().ToList();

        charts.ConvertAll(chart => chart.GetProperty("name").GetString()).ShouldBe(["error-rate", "p95"]);
        var spans = charts[0].GetProperty("spans").EnumerateArray().ToList();
        spans.ConvertAll(span =>
            $"{span.GetProperty("at")}: {span.GetProperty("name")} {span.GetProperty("severity")}").ShouldBe([
                "0: 5 % ",
                "60: 25 % error",
                "120: 50 % ",
                "180: 100 % "
            ]);
        var values = charts[0].GetProperty("lines")[0].GetProperty("values").EnumerateArray().Select(value => value.GetDouble()).ToList();
        values.Count.ShouldBe(241);
        values[40].ShouldBe(0);
        values[95].ShouldBe(6.25);
        var mark = charts[0].GetProperty("marks").EnumerateArray().ShouldHaveSingleItem();
        (mark.GetProperty("from").GetInt32() * 15 / 60, mark.GetProperty("to").GetInt32() * 15 / 60).ShouldBe((20, 26));

        var summary = File.ReadAllText(Path.Combine(gate.Repository.Path, ".gates/out/summary.md"));
        summary.ShouldContain("| over time | limit | 5 % | 25 % | 50 % | 100 % | trend |");
        summary.ShouldContain("| error-rate | at most 1 % | 0 % of 1800 | ❌ ");
        File.ReadAllText(Path.Combine(gate.Repository.Path, ".gates/out/report.html")).Split("<figure class=\"chart\">").Length.ShouldBe(3);
    }

    [Fact]
    public void AnErrorRateBeyondItsLimitForFourMinutes_IsNot() => gate.Run("four-minutes").Decision.ShouldBe("promote");

    [Fact]
    public void ACanaryWithoutTraffic_Holds()
    {
        var run = gate.Run("silent");

        run.Decision.ShouldBe("hold");
        run.ExitCode.ShouldBe(1);
        run.Messages.ShouldContain(
            message => message.StartsWith("Hold: error-rate had no traffic from 12:00 to 13:00 UTC", StringComparison.Ordinal),
            run.Output);
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
        run.Messages.ShouldContain(
            message => message.StartsWith("Roll back: p95 was beyond its limit", StringComparison.Ordinal)
                && message.Contains("took longer than 500 ms, where p95 allows 5 %", StringComparison.Ordinal),
            run.Output);
    }

    [Theory]
    [InlineData("clean", "promote", 0)]
    [InlineData("six-minutes", "rollback", 1)]
    public void TheAction_ToldAllByItsInputs_Decides(string name, string decision, int exitCode)
    {
        gate.Repository.Write("README.md", "# Shop\n");
        var manifest = ActionManifest.Read("actions/canary-slo/action.yml");

        var run = gate.RunAs(
            manifest.ArgumentsFor(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["prometheus"] = $"{{ url: {server.Address} }}",
                ["window"] = "{ start: 2026-01-05T12:00:00Z, end: 2026-01-05T13:00:00Z }",
                ["preset"] = "api-service",
                ["selector"] = $"case=\"{name}\",track=\"canary\"",
                ["hold"] = "warn",
                ["mode"] = "enforce",
            }),
            ".gates/canary-slo");

        run.Decision.ShouldBe(decision, run.Output);
        run.ExitCode.ShouldBe(exitCode, run.Output);
    }

    [Fact]
    public void TheAction_WithoutInputs_LeavesAllToTheConfiguration()
    {
        gate.Run("clean");

        var run = gate.RunAs(
            ActionManifest.Read("actions/canary-slo/action.yml").ArgumentsFor(new Dictionary<string, string>(StringComparer.Ordinal)),
            ".gates/canary-slo");

        run.Decision.ShouldBe("promote", run.Output);
        run.ExitCode.ShouldBe(0);
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
        gate.Run("thin").Messages.ShouldContain(message => message.StartsWith(
            "Hold: error-rate saw 15 requests from 12:00 to 12:15 UTC, for 15 min, and 100 are needed",
            StringComparison.Ordinal));

    [Fact]
    public void ATroubleThatTheStableVersionHasToo_Holds() =>
        gate.Run(
            "shared",
            ", stable-bad: 'sum(rate(http_requests_total{case=\"shared\",track=\"stable\",code=~\"5..\"}[1m]))', stable-total: 'sum(rate(http_requests_total{case=\"shared\",track=\"stable\"}[1m]))'").Decision.ShouldBe("hold");

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

    [Theory]
    [InlineData("query: 'vector(1)', min: 2 }]\n", "it would ask a server, which is not done for edits that do not count yet", null)]
    [InlineData("query: 'vector(1)', min: 1 }]\n  dlp-scan: {}\n", "dlp-scan: passed (binding: no such gate yet)", "passed")]
    public void ARolloutOfNow_IsWatchedOnceForAPullRequestThatEditsTheConfiguration(string edit, string said, string? proposed)
    {
        var sha = gate.Repository.Write(".github/gates.yml", Live("query: 'vector(1)', min: 1 }]\n")).Commit();
        gate.Repository.Write(".github/gates.yml", Live(edit)).Commit();

        var run = gate.RunAs(["run", "--no-sign"], ".gates/out", sha);

        run.Decision.ShouldBe("promote", run.Output);
        run.Output.Split("canary-slo: minute 0 of 0, stage 1 of 2 at 50 %: clock ok").Length.ShouldBe(2, run.Output);
        run.Output.ShouldContain(said);
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(gate.Repository.Path, ".gates/out/results.json")));
        (results.RootElement.GetProperty("proposed").TryGetProperty("canary-slo", out var verdict) ? verdict.GetString() : null).ShouldBe(proposed);
    }

    [Fact]
    public void ARolloutOfNow_IsWatchedUntilItsStagesEnd()
    {
        gate.Repository.Write(".github/gates.yml", Live("query: 'vector(1)', min: 1 }]\n"));
        var run = gate.Run();

        run.Decision.ShouldBe("promote", run.Output);
        run.Output.ShouldContain("canary-slo: minute 0 of 0, stage 1 of 2 at 50 %: clock ok");
    }

    /// <summary>A canary of four seconds.</summary>
    private string Live(string rest) => $$"""
        version: 1
        gates:
          canary-slo:
            with:
              prometheus: { url: "{{server.Address}}" }
              stages: [{ weight: 50, for: 2s }, { weight: 100, for: 2s }]
              step: 1s
              breach: 0s
              objectives: [{ name: clock, {{rest}}
        """;
}
