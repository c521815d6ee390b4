using System.Globalization;
using System.Text.Json;
using Gates.Formats.Foundation;

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

        using var content = input.Open();
        var requests = new RequestCollector(input.Path, needs);
        var lines = new ByteLines(content, input.Path);
        while (lines.MoveNext())
        {
            if (lines.Number % 4096 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (lines.Current.IsEmpty || TryAdd(lines.Current, lines.Number, requests))
            {
                continue;
            }

            if (!lines.IsCutOff)
            {
                throw new EvaluationException(string.Create(CultureInfo.InvariantCulture, $"{input.Path}:{lines.Number}: is no result of vegeta"));
            }

            requests.Doubt(string.Create(CultureInfo.InvariantCulture, $"the file ends in the middle of line {lines.Number}, so the run was cut off"));
        }

        return requests.ToRun("vegeta results (JSON)");
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
