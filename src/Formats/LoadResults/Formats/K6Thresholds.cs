using System.Text.Json;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>The three ways in which k6 writes a metric's thresholds down.</summary>
internal static class K6Thresholds
{
    private const int MaxCount = 1_000;

    /// <summary>A list, as among points: texts, or objects that also say whether crossing ends the run.</summary>
    public static IReadOnlyList<DeclaredThreshold> Listed(JsonElement metric, string name) =>
        metric.TryGetProperty("thresholds", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Take(MaxCount).Select(one => Listed(name, one)).OfType<DeclaredThreshold>()]
            : [];

    /// <summary>An object by expression: <c>true</c> means <em>crossed</em> in the legacy export, <c>{"ok": true}</c> means held.</summary>
    public static IReadOnlyList<DeclaredThreshold> Judged(JsonElement metric, string name) =>
        metric.TryGetProperty("thresholds", out var map) && map.ValueKind == JsonValueKind.Object
            ? [.. map.EnumerateObject().Take(MaxCount).Select(one => new DeclaredThreshold(name, one.Name, Held(one.Value)))]
            : [];

    private static DeclaredThreshold? Listed(string name, JsonElement one) => one.ValueKind switch
    {
        JsonValueKind.String => new DeclaredThreshold(name, one.GetString()!, null),
        JsonValueKind.Object when SummaryJson.Text(one, "threshold") is { } expression =>
            new DeclaredThreshold(name, expression, null, one.TryGetProperty("abortOnFail", out var abort) && abort.ValueKind == JsonValueKind.True),
        _ => null,
    };

    private static bool? Held(JsonElement verdict) => verdict.ValueKind switch
    {
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Object when verdict.TryGetProperty("ok", out var ok) =>
            ok.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
        _ => null,
    };
}
