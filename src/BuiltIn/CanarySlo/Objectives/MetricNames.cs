using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Doors.Prometheus;

namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>
/// Tells a query that found no failure from one that asks for what does not exist: a metric's name, or a label that it never has, a letter short.
/// </summary>
internal sealed partial class MetricNames(PrometheusClient client, Timeline timeline)
{
    private static readonly HashSet<string> Keywords = new(["and", "or", "unless", "atan2", "bool", "offset", "inf", "nan"], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <returns>What does not exist, in words; <see langword="null"/> when all of it does.</returns>
    /// <param name="query">PromQL that gave nothing.</param>
    /// <param name="until">Where the search ends, in milliseconds since 1970.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<string?> FindUnheardAsync(string query, long until, CancellationToken cancellationToken)
    {
        var selectors = Selectors(query);
        if (selectors.Count == 0)
        {
            return "a metric whose name the query does not say";
        }

        foreach (var (metric, labels) in selectors)
        {
            if (!await ExistsAsync($"{{__name__=\"{metric}\"}}", until, cancellationToken))
            {
                return $"the metric {metric}";
            }

            foreach (var label in labels)
            {
                if (!await ExistsAsync($"{{__name__=\"{metric}\",{label}!=\"\"}}", until, cancellationToken))
                {
                    return $"the label {label} of {metric}";
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The metrics of a query, each with the labels that must be there for it to match; none when one has no plain name. Texts are blanked first: they may hold
    /// anything.
    /// </summary>
    internal static IReadOnlyList<(string Metric, IReadOnlyList<string> Labels)> Selectors(string query)
    {
        var plain = Grouping().Replace(Quoted().Replace(query, text => Empty().IsMatch(text.Value) ? "''" : "'x'"), " ");
        if (Nameless().IsMatch(plain))
        {
            return [];
        }

        return [.. Selector()
            .Matches(plain)
            .Where(match => !Keywords.Contains(match.Groups["name"].Value))
            .Select(match => (match.Groups["name"].Value, Needed(match)))];
    }

    private static IReadOnlyList<string> Needed(Match selector) =>
    [
        .. selector.Groups["label"].Captures.Zip(selector.Groups["test"].Captures)
            .Where(pair => pair.Second.Value.Replace(" ", "", StringComparison.Ordinal) is "='x'" or "=~'x'" or "!=''")
            .Select(pair => pair.First.Value).Distinct(StringComparer.Ordinal),
    ];

    private async Task<bool> ExistsAsync(string selector, long until, CancellationToken cancellationToken)
    {
        if (known.Contains(selector))
        {
            return true;
        }

        var end = Math.Min(until, timeline.End);
        var range = string.Create(CultureInfo.InvariantCulture, $"{((end - timeline.Start) / 1000) + 300}s");
        var exists = (await client.QueryAsync(
            $"count(last_over_time({selector}[{range}]))",
            DateTimeOffset.FromUnixTimeMilliseconds(end),
            cancellationToken)).Count > 0;
        if (exists)
        {
            known.Add(selector);
        }

        return exists;
    }

    [GeneratedRegex("""\"(\\.|[^\"\\])*\"|'(\\.|[^'\\])*'|`[^`]*`""", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("""^(\"\"|''|``|[\"'`](\.\*|\^?\$?|\|.*|.*\|)[\"'`])$""", RegexOptions.None, 1000)]
    private static partial Regex Empty();

    [GeneratedRegex("""(^|[^A-Za-z0-9_:\s])\s*\{""", RegexOptions.None, 1000)]
    private static partial Regex Nameless();

    [GeneratedRegex("""\b(by|without|on|ignoring|group_left|group_right)\s*\([^()]*\)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Grouping();

    /// <summary>A name that is no function, with its matchers.</summary>
    [GeneratedRegex(
        """(?<![A-Za-z0-9_:.'])(?<name>(?>[A-Za-z_:][A-Za-z0-9_:]*))(?!\s*\()(\s*\{\s*((?<label>[A-Za-z_][A-Za-z0-9_]*)\s*(?<test>(=~|!~|!=|=)\s*'x?')\s*,?\s*)*\})?""",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Selector();
}
