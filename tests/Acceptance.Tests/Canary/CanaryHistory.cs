using System.Globalization;
using System.Text;

namespace Acceptance.Tests.Canary;

/// <summary>
/// An hour of several canaries as OpenMetrics text: two requests a second, scraped every 15 seconds, and something that goes wrong from minute 20 on.
/// </summary>
internal static class CanaryHistory
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private const int Scrape = 15;
    private const int PerScrape = 30;

    public static string Write()
    {
        var requests = new StringBuilder();
        var buckets = new StringBuilder();
        var counts = new StringBuilder();
        var up = new StringBuilder();
        foreach (var name in new[] { "six-minutes", "four-minutes", "silent", "clean", "slow", "gap", "thin", "shared", "bursts", "open", "no-failures" })
        {
            var canary = $"case=\"{name}\",track=\"canary\"";
            Series(requests, $"http_requests_total{{{canary},code=\"200\"}}", name, _ => name switch { "silent" => 0, "thin" => 0.25, _ => PerScrape });
            if (name is "bursts" or "open")
            {
                Series(
                    requests,
                    $"http_requests_total{{{canary},code=\"500\"}}",
                    name,
                    minute => name == "open" ? (minute > 56 ? 2 : 0) : minute > 0 && minute % 5.5 < 3.75 ? PerScrape : 0);
            }

            if (name is "six-minutes" or "four-minutes" or "shared")
            {
                var until = name == "four-minutes" ? 24 : 26;
                Series(requests, $"http_requests_total{{{canary},code=\"500\"}}", name, minute => minute > 20 && minute <= until ? 2 : 0);
            }

            if (name == "shared")
            {
                Series(requests, $"http_requests_total{{case=\"{name}\",track=\"stable\",code=\"200\"}}", name, _ => PerScrape * 10);
                Series(requests, $"http_requests_total{{case=\"{name}\",track=\"stable\",code=\"500\"}}", name, minute => minute > 20 && minute <= 26 ? 20 : 0);
            }

            foreach (var (bound, share) in new[] { ("0.1", 0.5), ("0.5", 0.98), ("1", 1.0), ("+Inf", 1.0) })
            {
                Series(
                    buckets,
                    $"http_request_duration_seconds_bucket{{{canary},le=\"{bound}\"}}",
                    name,
                    minute => PerScrape * (name == "slow" && minute > 20 && bound == "0.5" ? 0.9 : share));
            }

            if (name == "clean")
            {
                // Another histogram's series of the same name: half of its requests are slower than its largest finite bucket.
                foreach (var (bound, share) in new[] { ("0.1", 0.2), ("1", 0.5), ("+Inf", 1.0) })
                {
                    Series(
                        buckets,
                        $"http_request_duration_seconds_bucket{{case=\"slow-tail\",track=\"canary\",le=\"{bound}\"}}",
                        name,
                        _ => PerScrape * share);
                }

                Series(counts, "http_request_duration_seconds_count{case=\"slow-tail\",track=\"canary\"}", name, _ => PerScrape);
            }

            Series(counts, $"http_request_duration_seconds_count{{{canary}}}", name, _ => PerScrape);
            Series(up, $"up{{{canary}}}", name, _ => 0, first: 1);
        }

        Newborn(requests);
        EachMinute(requests);
        return $"{requests}{buckets}{counts}{up}# EOF\n";
    }

    /// <summary>Each minute a pod fails 60 times before its first scrape, and is gone before the next. Another one answers well.</summary>
    private static void Newborn(StringBuilder text)
    {
        Series(text, "http_requests_total{case=\"newborn\",pod=\"old\",code=\"200\"}", "newborn", _ => PerScrape);
        for (var minute = 1; minute < 60; minute++)
        {
            var time = Start.ToUnixTimeSeconds() + (minute * 60);
            text.Append(CultureInfo.InvariantCulture, $"http_requests_total{{case=\"newborn\",pod=\"p{minute}\",code=\"500\"}} 60 {time}\n");
        }
    }

    private static void EachMinute(StringBuilder text)
    {
        foreach (var (code, rate) in new[] { (200, 1200), (500, 1) })
        {
            for (var minute = -10; minute <= 60; minute++)
            {
                var (value, time) = ((minute + 10) * rate, Start.ToUnixTimeSeconds() + (minute * 60) + 7);
                text.Append(CultureInfo.InvariantCulture, $"http_requests_total{{case=\"each-minute\",code=\"{code}\"}} {value} {time}\n");
            }
        }
    }

    private static void Series(StringBuilder text, string series, string name, Func<double, double> increase, double first = 0)
    {
        var value = first;
        for (var second = -600; second <= 3600; second += Scrape)
        {
            var minute = second / 60.0;
            value += increase(minute);
            if (name switch { "gap" => minute is <= 20 or > 30, "open" => minute <= 59, _ => true })
            {
                text.Append(CultureInfo.InvariantCulture, $"{series} {value} {Start.ToUnixTimeSeconds() + second}\n");
            }
        }
    }
}
