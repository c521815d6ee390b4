using System.Globalization;
using Shouldly;
using Xunit;

namespace Acceptance.Tests.Canary;

/// <summary>Native histograms, in a real Prometheus.</summary>
public sealed class NativeHistogramStories(PrometheusServer server) : IClassFixture<PrometheusServer>, IDisposable
{
    private readonly CanaryGate gate = new(server);

    public void Dispose() => gate.Dispose();

    [Fact]
    public async Task AQuantile_IsDecidedByWhatTheHistogramSays()
    {
        Assert.SkipUnless(PrometheusServer.IsHere, "needs prometheus and promtool (Debian: prometheus)");
        var start = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddHours(-1).ToUnixTimeSeconds() - 30);
        await WriteAsync(RemoteWrite.Histograms(("latency_good_seconds", Samples(start, 3)), ("latency_slow_seconds", Samples(start, 60))));

        Judge("latency_good_seconds", start).Decision.ShouldBe("promote");
        var slow = Judge("latency_slow_seconds", start);
        slow.Decision.ShouldBe("rollback", slow.Output);
        slow.Output.ShouldContain("took longer than 500 ms, where p95 allows 5 %");
    }

    private CanaryRun Judge(string name, DateTimeOffset start)
    {
        gate.Repository.Write(".github/gates.yml", $$"""
            version: 1
            gates:
              canary-slo:
                with:
                  prometheus: { url: "{{server.Address}}" }
                  window: { start: "{{Text(start)}}", end: "{{Text(start.AddHours(1))}}" }
                  objectives: [{ name: p95, histogram: {{name}}, quantile: 0.95, max: 500ms }]
            """);
        return gate.Run();
    }

    private static IEnumerable<(long Time, long Fast, long Slow)> Samples(DateTimeOffset start, int slowFromMinuteTwenty)
    {
        var (fast, slow) = (0L, 0L);
        for (var second = -600; second <= 3600; second += 15)
        {
            var more = second >= 1200 ? slowFromMinuteTwenty : 3;
            (fast, slow) = (fast + 300 - more, slow + more);
            yield return (start.AddSeconds(second).ToUnixTimeMilliseconds(), fast, slow);
        }
    }

    private async Task WriteAsync(byte[] body)
    {
        using var client = new HttpClient();
        using var content = new ByteArrayContent(body);
        content.Headers.Add("Content-Encoding", "snappy");
        content.Headers.Add("Content-Type", "application/x-protobuf");
        content.Headers.Add("X-Prometheus-Remote-Write-Version", "0.1.0");
        using var answer = await client.PostAsync(new Uri(server.Address + "/api/v1/write"), content, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
