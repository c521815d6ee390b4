using System.Globalization;
using System.Text.Json;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>vegeta's results as <c>vegeta encode --to=json</c> writes them: a line a request, <c>latency</c> in nanoseconds.</summary>
internal sealed class VegetaResults : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        var line = input.FirstLine;
        if (!line.StartsWith("{"u8) || line.IndexOf("\"attack\":"u8) < 0 || line.IndexOf("\"latency\":"u8) < 0 || line.IndexOf("\"seq\":"u8) < 0)
        {
            return null;
        }

        return new RequestLines("vegeta results (JSON)", "result of vegeta").Read(input, needs, heads: 0, TryAdd, cancellationToken);
    }

    private static bool TryAdd(ReadOnlySpan<byte> line, int number, RequestCollector requests)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref reader);
            var result = document.RootElement;
            if (SummaryJson.Number(result, "latency") is not { } latency
                || SummaryJson.Text(result, "timestamp") is not { } text
                || !PointTime.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out var ticks)
                || SummaryJson.Number(result, "code") is not { } code)
            {
                return false;
            }

            requests.Begin();
            requests.Tag("method"u8, SummaryJson.Text(result, "method"));
            requests.Tag("url"u8, SummaryJson.Text(result, "url"));
            requests.Tag("status"u8, code.ToString(CultureInfo.InvariantCulture));
            requests.Add(latency / 1e6, code is < 200 or >= 400 || SummaryJson.Text(result, "error") is { Length: > 0 }, ticks, number);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
