using System.Globalization;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>Checks objectives: which form each has, and that its limits can be meant.</summary>
internal static class ObjectiveReader
{
    /// <exception cref="UsageException">An objective is not valid; the message names it, the key and what would be right.</exception>
    public static IReadOnlyList<Objective> Read(IReadOnlyList<ObjectiveOptions> all, string requests)
    {
        if (all.GroupBy(options => options.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Wrong(twice.Key, "stands twice; give each its own `name`");
        }

        return [.. all.Select(options => Read(options, requests))];
    }

    private static Objective Read(ObjectiveOptions options, string requests)
    {
        var kind = KindOf(options);
        var objective = new Objective(options, kind, Limit(options.Name, "max", options.Max, kind), Limit(options.Name, "min", options.Min, kind));
        var problem = kind switch
        {
            ObjectiveKind.Ratio => RatioProblem(options, objective),
            ObjectiveKind.Quantile => QuantileProblem(options, objective),
            ObjectiveKind.Counter => CounterProblem(options, objective, requests),
            ObjectiveKind.Value => ValueProblem(objective),
            _ => null,
        } ?? FurtherProblem(options, kind);
        if (problem is not null)
        {
            throw Wrong(options.Name, problem);
        }

        return kind == ObjectiveKind.Counter ? objective with { Max = options.PerMinute } : objective;
    }

    private static ObjectiveKind KindOf(ObjectiveOptions options)
    {
        (ObjectiveKind Kind, bool IsWritten)[] forms =
        [
            (ObjectiveKind.Ratio, options.Bad.Length > 0 || options.Good.Length > 0 || options.Total.Length > 0),
            (ObjectiveKind.Quantile, options.Histogram.Length > 0),
            (ObjectiveKind.Counter, options.Counter.Length > 0),
            (ObjectiveKind.Value, options.Query.Length > 0),
        ];
        return forms.Where(form => form.IsWritten).Select(form => form.Kind).ToList() switch
        {
            [var kind] => kind,
            [] => throw Wrong(options.Name, "measures nothing; write `bad` and `total`, `histogram`, `counter` or `query`"),
            _ => throw Wrong(options.Name, "measures several things; make an objective of each"),
        };
    }

    private static string? RatioProblem(ObjectiveOptions options, Objective objective)
    {
        var hasBad = options.Bad.Length > 0;
        var hasGood = options.Good.Length > 0;
        if (options.Total.Length == 0 || hasBad == hasGood)
        {
            return "a ratio needs `total`, and `bad` or `good`";
        }

        if (hasBad && objective is not { Max: >= 0 and < 1, Min: null })
        {
            return "a ratio with `bad` needs `max`, a share from 0 to 1 such as 0.01, or a percentage such as 1%";
        }

        if (hasGood && objective is not { Max: null, Min: > 0 and <= 1 })
        {
            return "a ratio with `good` needs `min`, a share from 0 to 1 such as 0.8, or a percentage such as 80%";
        }

        var hasStableBad = options.StableBad.Length > 0;
        var hasStableTotal = options.StableTotal.Length > 0;
        if (hasStableBad != hasStableTotal)
        {
            return "`stable-bad` and `stable-total` go together";
        }

        string[] queries = [options.Bad, options.Good, options.Total, options.StableBad, options.StableTotal];
        return options.Raw && queries.FirstOrDefault(IsNoSelector) is { } query
            ? $"`raw` reads samples, and \"{query}\" is no selector such as http_requests_total{{track=\"canary\"}}: leave functions and the range away"
            : null;
    }

    private static bool IsNoSelector(string query) => PromText.Masked(query).AsSpan().IndexOfAny('(', '[') >= 0;

    private static string? QuantileProblem(ObjectiveOptions options, Objective objective)
    {
        if (options.Quantile is null || objective is not { Max: > 0, Min: null })
        {
            return "a histogram needs `quantile`, such as 0.95, and `max`, such as 500ms";
        }

        return IsMetricName(options.Histogram)
            ? null
            : $"`histogram`: \"{options.Histogram}\" is not a metric's name; labels go into `selector`, and _bucket is left away";
    }

    private static string? CounterProblem(ObjectiveOptions options, Objective objective, string requests)
    {
        if (options.PerMinute is null || objective is not { Max: null, Min: null })
        {
            return "a counter needs `per-minute`, and neither `max` nor `min`";
        }

        if (requests.Length == 0)
        {
            return "a counter that is absent is 0 only while there is traffic; name the canary's request rate under `requests`";
        }

        return options.Counter.TrimEnd().EndsWith(']') ? "`counter` is a selector without a range: its raw samples are read" : null;
    }

    private static string? FurtherProblem(ObjectiveOptions options, ObjectiveKind kind)
    {
        if (options.Raw && kind != ObjectiveKind.Ratio)
        {
            return "`raw` is for ratios; a `counter` is always read so";
        }

        var hasStable = options.StableTotal.Length + options.StableSelector.Length + options.StableQuery.Length > 0;
        return options.Compare.Then == "off" ? null
            : kind == ObjectiveKind.Counter ? "`compare` is not for counters, whose numbers depend on the weight; make it a ratio"
            : !hasStable ? "`compare` needs the stable version: `stable-bad` with `stable-total`, `stable-selector`, or `stable-query`"
            : options is { Max: not null, Min: not null } ? "`compare` needs to know which side is worse; keep `max` or `min`"
            : null;
    }

    private static string? ValueProblem(Objective objective) => objective is { Max: null, Min: null } ? "needs `max` or `min`" : null;

    private static double? Limit(string name, string key, object? limit, ObjectiveKind kind) => limit switch
    {
        null => null,
        double number when double.IsFinite(number) => number,
        long number => number,
        string text when kind == ObjectiveKind.Ratio && Percentage(text) is { } share => share,
        string text when kind == ObjectiveKind.Value && Percentage(text) is { } share =>
            throw Wrong(name, string.Create(
                CultureInfo.InvariantCulture,
                $"`{key}`: \"{text}\" is {share} if the query gives a share, and {share * 100:0.######} if it gives per cent; write which")),
        string text when kind is ObjectiveKind.Quantile or ObjectiveKind.Value && Seconds(text) is { } seconds => seconds,
        _ when kind == ObjectiveKind.Quantile => throw Wrong(name, $"`{key}`: \"{limit}\" is not a number of seconds or a time such as 500ms"),
        _ => throw Wrong(name, $"`{key}`: \"{limit}\" is not a number"),
    };

    /// <summary>Divided as decimals are, so that 1% is the number 0.01.</summary>
    private static double? Percentage(string text) =>
        text.EndsWith('%')
            && decimal.TryParse(text.AsSpan(0, text.Length - 1).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (double)(number / 100)
            : null;

    private static double? Seconds(string text)
    {
        // "ms" before "s": it ends with both.
        (string Unit, double Scale)[] units = [("ms", 0.001), ("s", 1), ("m", 60)];
        foreach (var (unit, scale) in units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
            {
                var amount = text.AsSpan(0, text.Length - unit.Length);
                return double.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number * scale : null;
            }
        }

        return null;
    }

    /// <summary>Also those that Prometheus takes since it takes UTF-8, as OpenTelemetry's: http.server.request.duration.</summary>
    private static bool IsMetricName(string name) =>
        name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or ':' or '.' or '-' or '/')
            && (char.IsLetter(name[0]) || name[0] is '_' or ':')
            && !name.EndsWith("_bucket", StringComparison.Ordinal);

    private static UsageException Wrong(string name, string why) => new($"canary-slo: objective \"{name}\": {why}");
}
