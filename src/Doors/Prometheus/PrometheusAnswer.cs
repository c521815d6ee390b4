using System.Text.Json;

namespace Gates.Doors.Prometheus;

/// <summary>Reads the JSON of Prometheus's query API.</summary>
internal static class PrometheusAnswer
{
    /// <summary>Vectors and scalars have one sample a series, matrices many.</summary>
    /// <exception cref="FormatException">It is not what Prometheus documents.</exception>
    public static PrometheusReply Read(ReadOnlyMemory<byte> body)
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
            IReadOnlyList<PrometheusSeries> series = data.GetProperty("resultType").GetString() switch
            {
                "matrix" or "vector" => [.. result.EnumerateArray().Select(Series)],
                "scalar" => [Scalar(result)],
                var type => throw new FormatException($"its result is a {type}, not numbers over time"),
            };
            return WithRemarks(root, series);
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

    /// <summary>
    /// Warnings say that data is missing (a store behind Thanos, a remote read), unless they are about the query, which Prometheus marks, as it does all its
    /// infos. <c>isPartial</c> is what VictoriaMetrics says instead.
    /// </summary>
    private static PrometheusReply WithRemarks(JsonElement root, IReadOnlyList<PrometheusSeries> series)
    {
        List<string> warnings = [.. Texts(root, "warnings")];
        List<string> missing = warnings.FindAll(text => !text.StartsWith("PromQL ", StringComparison.Ordinal));
        if (missing.Count == 0 && root.TryGetProperty("isPartial", out var partial) && partial.ValueKind == JsonValueKind.True)
        {
            missing.Add("the answer is partial");
        }

        return new PrometheusReply(series) { Missing = missing, Remarks = [.. warnings.Except(missing), .. Texts(root, "infos")] };
    }

    private static IEnumerable<string> Texts(JsonElement root, string name) =>
        root.TryGetProperty(name, out var texts) && texts.ValueKind == JsonValueKind.Array
            ? texts.EnumerateArray().Where(text => text.ValueKind == JsonValueKind.String).Select(text => text.GetString()!)
            : [];

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
