using System.Globalization;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>Checks objectives: which form each has, and that its limits can be meant.</summary>
internal static class ObjectiveReader
{
    /// <exception cref="UsageException">An objective is not valid; the message names it, the key and what would be right.</exception>
    public static IReadOnlyList<Objective> Read(IReadOnlyList<ObjectiveOptions> all, string requests)
    {
        if (all.GroupBy(one => one.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Wrong(twice.Key, "stands twice; give each its own `name`");
        }

        return [.. all.Select(one => Read(one, requests))];
    }

    private static Objective Read(ObjectiveOptions one, string requests)
    {
        ObjectiveKind[] kinds =
        [
            .. one.Bad.Length + one.Good.Length + one.Total.Length > 0 ? [ObjectiveKind.Ratio] : Array.Empty<ObjectiveKind>(),
            .. one.Histogram.Length > 0 ? [ObjectiveKind.Quantile] : Array.Empty<ObjectiveKind>(),
            .. one.Counter.Length > 0 ? [ObjectiveKind.Counter] : Array.Empty<ObjectiveKind>(),
            .. one.Query.Length > 0 ? [ObjectiveKind.Value] : Array.Empty<ObjectiveKind>(),
        ];
        if (kinds is not [var kind])
        {
            throw Wrong(
                one.Name,
                kinds.Length == 0
                    ? "measures nothing; write `bad` and `total`, `histogram`, `counter` or `query`"
                    : "measures several things; make an objective of each");
        }

        var objective = new Objective(one, kind, Limit(one, one.Max, "max", kind), Limit(one, one.Min, "min", kind));
        var problem = kind switch
        {
            ObjectiveKind.Ratio => Ratio(one, objective),
            ObjectiveKind.Quantile when one.Quantile is null || objective.Max is not > 0 || objective.Min is not null =>
                "a histogram needs `quantile`, such as 0.95, and `max`, such as 500ms",
            ObjectiveKind.Quantile when !IsName(one.Histogram) =>
                $"`histogram`: \"{one.Histogram}\" is not a metric's name; labels go into `selector`, and _bucket is left away",
            ObjectiveKind.Counter when one.PerMinute is null || objective.Max is not null || objective.Min is not null =>
                "a counter needs `per-minute`, and neither `max` nor `min`",
            ObjectiveKind.Counter when requests.Length == 0 =>
                "a counter that is absent is 0 only while there is traffic; name the canary's request rate under `requests`",
            ObjectiveKind.Counter when one.Counter.TrimEnd().EndsWith(']') => "`counter` is a selector without a range: its raw samples are read",
            ObjectiveKind.Value when objective.Max is null && objective.Min is null => "needs `max` or `min`",
            _ => null,
        };
        return problem is not null ? throw Wrong(one.Name, problem) : kind == ObjectiveKind.Counter ? objective with { Max = one.PerMinute } : objective;
    }

    private static string? Ratio(ObjectiveOptions one, Objective objective) =>
        one.Total.Length == 0 || one.Bad.Length > 0 == one.Good.Length > 0 ? "a ratio needs `total`, and `bad` or `good`"
        : one.Bad.Length > 0 && (objective.Max is not (>= 0 and < 1) || objective.Min is not null)
            ? "a ratio with `bad` needs `max`, a share from 0 to 1 such as 0.01"
        : one.Good.Length > 0 && (objective.Min is not (> 0 and <= 1) || objective.Max is not null)
            ? "a ratio with `good` needs `min`, a share from 0 to 1 such as 0.8"
        : one.StableBad.Length > 0 != one.StableTotal.Length > 0 ? "`stable-bad` and `stable-total` go together"
        : null;

    private static double? Limit(ObjectiveOptions one, object? limit, string key, ObjectiveKind kind) => limit switch
    {
        null => null,
        double number when double.IsFinite(number) => number,
        long number => number,
        string text when kind is ObjectiveKind.Quantile or ObjectiveKind.Value && Seconds(text) is { } seconds => seconds,
        _ => throw Wrong(one.Name, $"`{key}`: \"{limit}\" is not a number" + (kind == ObjectiveKind.Quantile ? " of seconds or a time such as 500ms" : "")),
    };

    private static double? Seconds(string text)
    {
        var (unit, scale) = text.EndsWith("ms", StringComparison.Ordinal)
            ? ("ms", 0.001)
            : text.EndsWith('s') ? ("s", 1) : text.EndsWith('m') ? ("m", 60.0) : ("", double.NaN);
        return !double.IsNaN(scale)
            && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number * scale
            : null;
    }

    private static bool IsName(string name) =>
        name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or ':')
            && !char.IsAsciiDigit(name[0])
            && !name.EndsWith("_bucket", StringComparison.Ordinal);

    private static UsageException Wrong(string name, string why) => new($"canary-slo: objective \"{name}\": {why}");
}
