using System.Text.Json;

namespace Gates.Doors.Prometheus;

/// <summary>Reads the JSON of Prometheus's query API.</summary>
internal static class PrometheusAnswer
{
    /// <summary>Vectors and scalars have one sample a series, matrices many.</summary>
    /// <exception cref="FormatException">It is not what Prometheus documents.</exception>
    public static IReadOnlyList<PrometheusSeries> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
            var root = document.RootElement;
            if (root.GetProperty("status").GetString() != "success")
            {
                throw new FormatException("its status is not success");
            }

            var data = root.GetProperty("data");
            var result = data.GetProperty("result");
            return data.GetProperty("resultType").GetString() switch
            {
                "matrix" or "vector" => [.. result.EnumerateArray().Select(Series)],
                "scalar" => [Scalar(result)],
                var type => throw new FormatException($"its result is a {type}, not numbers over time"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or OverflowException)
        {
            throw new FormatException("it is not the JSON of a query", e);
        }
    }

    /// <summary>What an answer says went wrong; <see langword="null"/> when it says nothing.</summary>
    public static string? Error(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.String
                ? error.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PrometheusSeries Series(JsonElement element)
    {
        var labels = element.GetProperty("metric")
            .EnumerateObject()
            .ToDictionary(label => label.Name, label => label.Value.GetString() ?? "", StringComparer.Ordinal);
        if (element.TryGetProperty("histogram", out _) || element.TryGetProperty("histograms", out _))
        {
            return new PrometheusSeries(labels, [], []) { IsHistogram = true };
        }

        var samples = element.TryGetProperty("values", out var values) ? [.. values.EnumerateArray()] : new[] { element.GetProperty("value") };
        return new PrometheusSeries(labels, [.. samples.Select(Time)], [.. samples.Select(Value)]);
    }

    private static PrometheusSeries Scalar(JsonElement pair) => new(new Dictionary<string, string>(StringComparer.Ordinal), [Time(pair)], [Value(pair)]);

    private static long Time(JsonElement pair) => checked((long)Math.Round(pair[0].GetDouble() * 1000));

    private static string Value(JsonElement pair) => pair[1].GetString() ?? throw new FormatException("a value is not text");
}
