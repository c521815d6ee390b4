using System.Globalization;
using System.Text;

namespace Acceptance.Tests.Canary;

/// <summary>A real Prometheus with canaries that fail once, for so long, and are scraped so often.</summary>
public sealed class BoundaryServer : PrometheusServer
{
    /// <value>Seconds from one scrape to the next.</value>
    public static IReadOnlyList<int> Scrapes { get; } = [15, 30, 60];

    /// <value>Seconds for which requests fail.</value>
    public static IReadOnlyList<int> Bursts { get; } = [240, 255, 270, 285, 300, 315, 330, 345, 360, 375];

    /// <value>How many requests in a hundred fail then.</value>
    public static IReadOnlyList<int> Shares { get; } = [3, 100];

    protected override string History => Write();

    public static string Case(int scrape, int burst, int share) => $"s{scrape}-b{burst}-{share}";

    /// <summary>Twenty requests a second; failures begin at 12:20, which no scrape of a minute hits in the middle.</summary>
    private static string Write()
    {
        var text = new StringBuilder();
        foreach (var (scrape, burst, share) in Scrapes.SelectMany(scrape => Bursts.SelectMany(burst => Shares.Select(share => (scrape, burst, share)))))
        {
            foreach (var code in new[] { 200, 500 })
            {
                for (var second = -600; second <= 3600; second += scrape)
                {
                    var failed = Math.Clamp(second - 1200, 0, burst) * 20 * share / 100;
                    var value = code == 500 ? failed : ((second + 600) * 20) - failed;
                    var time = CanaryHistory.Start.ToUnixTimeSeconds() + second;
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"http_requests_total{{case=\"{Case(scrape, burst, share)}\",code=\"{code}\"}} {value} {time}\n");
                }
            }
        }

        return $"{text}# EOF\n";
    }
}
