using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Doors.Prometheus;

namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>
/// Tells a query that found no failure from one that asks for what does not exist: a metric's name, or a label that it never has, a letter short.
/// </summary>
internal sealed partial class MetricNames(PrometheusClient client, Timeline timeline)
{
    private const string Matchers = """[\s,]*((?<label>[A-Za-z_][A-Za-z0-9_]*|'x+')\s*(?<test>=~|!~|!=|=)\s*(?<value>'[x ]*')[\s,]*)*\}""";

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
            if (!await ExistsAsync($"{{__name__={PromText.Quoted(metric)}}}", until, cancellationToken))
            {
                return $"the metric {metric}";
            }

            foreach (var label in labels)
            {
                var written = PromText.IsClassic(label) ? label : PromText.Quoted(label);
                if (!await ExistsAsync($"{{__name__={PromText.Quoted(metric)},{written}!=\"\"}}", until, cancellationToken))
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
        var plain = Grouping().Replace(PromText.Masked(query), text => new string(' ', text.Length));
        if (Nameless().IsMatch(plain))
        {
            return [];
        }

        return [.. Selector()
            .Matches(plain)
            .Where(match => !Keywords.Contains(match.Groups["name"].Value))
            .Select(match => (Name(query, match.Groups["name"]), Needed(query, match)))];
    }

    private static IReadOnlyList<string> Needed(string query, Match selector) =>
    [
        .. selector.Groups["label"].Captures.Zip(selector.Groups["test"].Captures, selector.Groups["value"].Captures)
            .Where(one => one.Second.Value is "=" or "=~" ? one.Third.Value.Contains('x', StringComparison.Ordinal)
                : one.Second.Value == "!=" && !one.Third.Value.Contains('x', StringComparison.Ordinal))
            .Select(one => Name(query, one.First)).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Names beyond the classic letters stand in quotes.</summary>
    private static string Name(string query, Capture place) => place.Value[0] == '\'' ? query.Substring(place.Index + 1, place.Length - 2) : place.Value;

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
            cancellationToken)).Series.Count > 0;
        if (exists)
        {
            known.Add(selector);
        }

        return exists;
    }

    [GeneratedRegex("""(^|[^A-Za-z0-9_:\s])\s*\{(?!\s*'x+'\s*[,}])""", RegexOptions.None, 1000)]
    private static partial Regex Nameless();

    [GeneratedRegex("""\b(by|without|on|ignoring|group_left|group_right)\s*\([^()]*\)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Grouping();

    /// <summary>A name that is no function, with its matchers; or one in quotes, which stands first among them.</summary>
    [GeneratedRegex(
        $$"""(?<![A-Za-z0-9_:.'])(?<name>(?>[A-Za-z_:][A-Za-z0-9_:]*))(?!\s*\()(\s*\{{{Matchers}})?|\{\s*(?<name>'x+')(?!\s*[=!]){{Matchers}}""",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Selector();
}
