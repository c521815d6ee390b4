using System.Text.Json;
using Support;
using Xunit;

namespace Acceptance.Tests.Canary;

/// <summary>The real program with the gate <c>canary-slo</c>, in a repository of its own and as in a job of GitHub Actions.</summary>
internal sealed class CanaryGate(PrometheusServer server) : IDisposable
{
    private readonly TempFolder job = new();

    public TempRepository Repository { get; } = new();

    public void Dispose()
    {
        Repository.Dispose();
        job.Dispose();
    }

    /// <summary>Judges the hour of one canary of <see cref="CanaryHistory"/>.</summary>
    /// <param name="name">Which.</param>
    /// <param name="more">More settings of its error rate.</param>
    /// <param name="address">Where it is asked, if not of the server itself.</param>
    /// <param name="server">More settings of the server.</param>
    public CanaryRun Run(string name, string more = "", string? address = null, string server = "") => RunWith(
        $$"""
          objectives:
            - { name: error-rate, bad: 'sum(rate(http_requests_total{case="{{name}}",track="canary",code=~"5.."}[1m]))', total: 'sum(rate(http_requests_total{case="{{name}}",track="canary"}[1m]))', max: 0.01{{more}} }
            - { name: p95, histogram: http_request_duration_seconds, selector: '{case="{{name}}",track="canary"}', quantile: 0.95, max: 500ms }
        """,
        address,
        server);

    /// <summary>Judges the hour with other settings.</summary>
    public CanaryRun RunWith(string settings, string? address = null, string more = "")
    {
        var indented = string.Join('\n', settings.Split('\n').Select(line => "    " + line));
        Repository.Write(".github/gates.yml", $$"""
            version: 1
            gates:
              canary-slo:
                with:
                  prometheus: { url: "{{address ?? server.Address}}"{{more}} }
                  window: { start: "2026-01-05T12:00:00Z", end: "2026-01-05T13:00:00Z" }
            {{indented}}
            """);
        return Run();
    }

    /// <summary>Runs with the configuration that is there.</summary>
    public CanaryRun Run() => RunAs(["run", "--no-sign"], ".gates/out");

    /// <summary>Runs with other arguments.</summary>
    /// <param name="arguments">All of them.</param>
    /// <param name="folder">Where they put the reports.</param>
    /// <param name="baseSha">The base of the pull request that the job is for, if it is for one.</param>
    public CanaryRun RunAs(IReadOnlyList<string> arguments, string folder, string? baseSha = null)
    {
        Assert.SkipUnless(PrometheusServer.IsHere, "needs prometheus and promtool (Debian: prometheus)");
        var outputs = Path.Combine(Repository.Path, "outputs.txt");
        var variables = JobVariables.Event(
            job,
            baseSha is null ? "workflow_dispatch" : "pull_request",
            JobVariables.Against(baseSha),
            ("GITHUB_OUTPUT", outputs));
        var run = GatesProcess.Run(Repository.Path, [.. arguments], variables);
        var lines = File.Exists(outputs) ? File.ReadAllLines(outputs) : [];
        var at = Array.FindLastIndex(lines, line => line.StartsWith("decision<<", StringComparison.Ordinal));
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Path, folder, "results.json")));
        var messages = results.RootElement.GetProperty("gates")[0]
            .GetProperty("findings")
            .EnumerateArray()
            .Select(finding => finding.GetProperty("message").GetString()!)
            .ToList();
        return new CanaryRun(run.ExitCode, at < 0 ? null : lines[at + 1], messages, run.Output + run.Error);
    }
}
