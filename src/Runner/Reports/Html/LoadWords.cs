using System.Globalization;
using Gates.Formats.Foundation.Text;
using Gates.Formats.LoadPlans;
using Gates.Formats.LoadResults;
using Gates.Formats.LoadSummaries;

namespace Gates.Runner.Reports.Html;

/// <summary>What is said of a load test, the same on a page and on a terminal.</summary>
internal static class LoadWords
{
    public static string Verdict(LoadSummary summary) => summary switch
    {
        { Stopped: "interrupted" } => "INTERRUPTED",
        { Answered: 0 } => "COULD NOT EVALUATE",
        { Holds: false } => "FAILED",
        _ => "PASSED",
    };

    public static string Sentence(LoadSummary summary)
    {
        var crossed = summary.Thresholds.Count(one => !one.Holds);
        var failed = string.Create(CultureInfo.InvariantCulture, $"{summary.FailedRequests:N0} of {Count(summary, "http_reqs"):N0} requests failed");
        return summary switch
        {
            { Answered: 0 } => $"no request got an answer: {summary.Failures.Select(one => one.Reason).FirstOrDefault() ?? "none was sent"}",
            { Thresholds.Count: 0, FailedRequests: 0 } => "no failed request",
            { Thresholds.Count: 0 } => failed,
            _ => (crossed == 0 ? "every threshold held; " : Prose.Count(crossed, "threshold") + " did not hold; ")
                + (summary.FailedRequests == 0 ? "no failed request" : failed),
        };
    }

    /// <summary>What a reader must know before the numbers.</summary>
    public static IEnumerable<string> Notes(LoadSummary summary)
    {
        if (summary.Stopped is { } reason)
        {
            yield return $"Not the whole run: {reason}. It must not become a baseline.";
        }

        foreach (var doubt in summary.Driver.Doubts)
        {
            yield return doubt;
        }

        if (Count(summary, "dropped_iterations") is > 0 and var dropped)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{dropped:N0} iterations were dropped because all virtual users were busy; what they would have taken is in no number. Raise maxVUs.");
        }

        var driver = summary.Driver;
        var late = driver.Lag is { } lag ? string.Create(CultureInfo.InvariantCulture, $"; iterations began at most {lag:0.##} ms late (p99)") : "";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"The driver took {driver.Processor.TotalSeconds:0.0} s of processor time, {driver.ProcessorShare:0 %} of {driver.Processors} processors, and ")
            + string.Create(CultureInfo.InvariantCulture, $"{driver.PeakBytes / 1e6:0} MB{late}.");
        if (driver.IsRounded)
        {
            yield return "Percentiles come from histograms with three exact digits, since there were more samples than are kept.";
        }
    }

    public static string[] Row(JudgedThreshold one) =>
    [
        $"{one.Threshold.Metric}: {one.Threshold.Text}",
        one.Outcome.Result switch { ThresholdResult.Held => "held", ThresholdResult.Crossed => "crossed", _ => "nothing measured" },
        one.Outcome.Value is { } value ? value.ToString("0.####", CultureInfo.InvariantCulture) + (one.Outcome.Unit is { } unit ? " " + unit : "") : "",
    ];

    public static string[] Failure(LoadSummary summary, FailureWindow one) =>
    [
        one.Name, one.Reason, one.Count.ToString("N0", CultureInfo.InvariantCulture), Time(summary, one.From), Time(summary, one.To),
    ];

    public static double Count(LoadSummary summary, string metric) => summary.Run.Get(metric, AggregationMethod.Count) ?? 0;

    private static string Time(LoadSummary summary, TimeSpan at) =>
        (summary.Started + at).UtcDateTime.ToString("HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture);
}
