using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>What hey prints: seconds with four digits, so that nothing below 0.1 ms is seen; <c>-o csv</c> has every request.</summary>
internal sealed partial class Hey : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (!input.Head.TrimStart(" \t\r\n"u8).StartsWith("Summary:"u8) || input.Head.IndexOf("Requests/sec:"u8) < 0)
        {
            return null;
        }

        var text = input.Text;
        var lines = LineOf().Matches(text).ToLookup(match => match.Groups[1].Value, match => Number(match.Groups[2].Value), StringComparer.Ordinal);
        double? Line(string name) => lines[name].Select(value => (double?)value).FirstOrDefault();
        var answers = Status().Matches(text).Select(match => (Code: match.Groups[1].Value, Count: Number(match.Groups[2].Value))).ToList();
        var at = text.IndexOf("Error distribution:", StringComparison.Ordinal);
        var errors = at < 0 ? 0 : Error().Matches(text[at..]).Sum(match => Number(match.Groups[1].Value));
        var requests = answers.Sum(one => one.Count) + errors;
        if (requests == 0 || Line("Average") is not { } average)
        {
            throw new EvaluationException($"{input.Path}: is what hey prints, but has no answers; did no request succeed, or was the run cut off?");
        }

        (Aggregation, double?)[] times =
        [
            (ToolMetrics.Avg, average * 1000), (ToolMetrics.Min, Line("Fastest") * 1000), (ToolMetrics.Max, Line("Slowest") * 1000),
            .. Percentile().Matches(text)
                .Select(match => (ToolMetrics.Percent(Number(match.Groups[1].Value)), (double?)Number(match.Groups[2].Value) * 1000)),
        ];
        var failed = errors + answers.Where(one => one.Code[0] is not ('2' or '3')).Sum(one => one.Count);
        return ToolMetrics.Run(input.Path, "hey output", [
            ToolMetrics.Times(MetricName.Parse(ToolMetrics.Latency), input.Path, requests - errors, times),
            ToolMetrics.Counter(MetricName.Parse(ToolMetrics.Requests), requests, Line("Requests/sec")),
            ToolMetrics.Share(MetricName.Parse(ToolMetrics.Failed), failed, requests),
        ]) with
        { Seconds = Line("Total") };
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^ +([A-Z][\w/]+):\s+(\d+(?:\.\d+)?)(?: secs)?\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LineOf();

    [GeneratedRegex(@"^ +(\d{1,2})%+ in (\d+\.\d+) secs\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Percentile();

    [GeneratedRegex(@"^ +\[(\d{3})\]\t(\d+) responses\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Status();

    [GeneratedRegex(@"^ +\[(\d+)\]\t", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Error();
}
