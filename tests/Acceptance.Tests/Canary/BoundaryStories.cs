using System.Globalization;
using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Canary;

/// <summary>How long a burst has to be, on a real Prometheus, and the table of it in the documentation.</summary>
public sealed class BoundaryStories(BoundaryServer server) : IClassFixture<BoundaryServer>, IDisposable
{
    private const string Start = "<!-- generated: what each burst leads to; UPDATE_DOCS=1 renews it -->";
    private const string End = "<!-- end of generated -->";

    private static readonly string[] Ranges = ["1m", "2m", "4m"];

    private readonly CanaryGate gate = new(server);

    public void Dispose() => gate.Dispose();

    [Fact]
    public void TheTable_IsWhatTheGateSays()
    {
        var tables = BoundaryServer.Shares.Select(share =>
        {
            var run = gate.RunWith(Settings(share));
            run.Decision.ShouldBe("rollback", run.Output);
            return Table(share);
        });
        var path = Repository.Combine("docs", "canary.md");
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(Start, StringComparison.Ordinal) + Start.Length, text.IndexOf(End, StringComparison.Ordinal));
        var renewed = $"{text[..from]}\n{string.Join('\n', tables)}{text[to..]}";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, renewed);
        }

        File.ReadAllText(path).ShouldBe(renewed, "docs/canary.md is stale: run this class once with UPDATE_DOCS=1 and commit it");
    }

    private static string Settings(int share) => "  objectives:\n" + string.Concat(Cells().Select(cell =>
    {
        var series = $"http_requests_total{{case=\"{BoundaryServer.Case(cell.Scrape, cell.Burst, share)}\"";
        var (bad, total) = ($"sum(rate({series},code=~\"5..\"}}[{cell.Range}]))", $"sum(rate({series}}}[{cell.Range}]))");
        return $"    - {{ name: {Name(cell)}, bad: '{bad}', total: '{total}', max: 1% }}\n";
    }));

    private string Table(int share)
    {
        using var evidence = JsonDocument.Parse(File.ReadAllText(Path.Combine(gate.Repository.Path, ".gates/out/evidence/canary-slo.json")));
        var objectives = evidence.RootElement.GetProperty("facts").GetProperty("objectives").EnumerateArray()
            .ToDictionary(one => one.GetProperty("name").GetString()!, Decision, StringComparer.Ordinal);
        var rows = BoundaryServer.Scrapes.SelectMany(scrape => Ranges.Select(range =>
            $"| {scrape} s | `[{range}]` | {string.Join(" | ", BoundaryServer.Bursts.Select(burst => objectives[Name((scrape, range, burst))]))} |\n"));
        return $"""

            {share} % of the requests fail:

            | scrape | range | {string.Join(" | ", BoundaryServer.Bursts.Select(burst => burst.ToString(CultureInfo.InvariantCulture) + " s"))} |
            |--:|---|{string.Concat(Enumerable.Repeat("---|", BoundaryServer.Bursts.Count))}
            {string.Concat(rows)}
            """;
    }

    private static string Decision(JsonElement objective) =>
        objective.TryGetProperty("breach", out _)
            || objective.GetProperty("stages").EnumerateArray().Any(stage => stage.TryGetProperty("broken", out var broken) && broken.GetBoolean()) ? "rollback"
        : objective.GetProperty("holds").GetArrayLength() > 0 ? "hold"
        : "kept";

    private static IEnumerable<(int Scrape, string Range, int Burst)> Cells() =>
        BoundaryServer.Scrapes.SelectMany(scrape => Ranges.SelectMany(range => BoundaryServer.Bursts.Select(burst => (scrape, range, burst))));

    private static string Name((int Scrape, string Range, int Burst) cell) => $"s{cell.Scrape}-r{cell.Range}-b{cell.Burst}";
}
