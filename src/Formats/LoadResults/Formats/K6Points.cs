using System.Globalization;
using System.Text.Json;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>k6's <c>--out json</c>: one object a line, a metric's description or one of its points.</summary>
internal sealed class K6Points : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        var line = input.FirstLine.TrimStart((byte)' ');
        if (!line.StartsWith("{"u8) || (line.IndexOf("\"type\":\"Metric\""u8) < 0 && line.IndexOf("\"type\":\"Point\""u8) < 0))
        {
            return null;
        }

        using var content = input.Open();
        return new Reading(input.Path, needs).Read(content, cancellationToken);
    }

    private sealed class Reading(string path, MetricNeeds needs)
    {
        private readonly PointCollector points = new(path, needs);
        private readonly List<DeclaredThreshold> declared = [];
        private readonly HashSet<MetricName> undisclosed = [];

        public LoadRun Read(Stream content, CancellationToken cancellationToken)
        {
            var lines = new ByteLines(content, path);
            while (lines.MoveNext())
            {
                if (lines.Number % 4096 == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                if (!TryReadLine(lines.Current, lines.Number))
                {
                    if (!lines.IsCutOff)
                    {
                        throw new EvaluationException(string.Create(
                            CultureInfo.InvariantCulture,
                            $"{path}:{lines.Number}: is not a line of k6's `--out json`"));
                    }

                    points.Doubt(string.Create(CultureInfo.InvariantCulture, $"the file ends in the middle of line {lines.Number}, so the run was cut off"));
                }
            }

            var run = points.ToRun("k6 points (JSON)");
            return run with { Declared = declared, Undisclosed = [.. undisclosed], Doubts = [.. run.Doubts, .. EarlyEnds(run)] };
        }

        /// <summary>A threshold with <c>abortOnFail</c> ends the run when it is crossed, and what came before is no whole run.</summary>
        private IEnumerable<string> EarlyEnds(LoadRun run) =>
            from one in declared
            where one.AbortsRun && ThresholdEvaluator.Evaluate(run, one.Metric, one.Expression, null).Result == ThresholdResult.Crossed
            select $"`{one.Expression}` on {one.Metric} is crossed, which ends the run early";

        private bool TryReadLine(ReadOnlySpan<byte> line, int number)
        {
            try
            {
                return line.IsEmpty || TryReadObject(line, number);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
            {
                return false;
            }
        }

        /// <remarks>A point's line names the metric first, so one that nobody asked for costs no more than its name.</remarks>
        private bool TryReadObject(ReadOnlySpan<byte> line, int number)
        {
            var reader = new Utf8JsonReader(line);
            var data = default(Utf8JsonReader);
            var (isPoint, isNamed, isKept) = (false, false, false);
            PointGroup? group = null;
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("metric"u8))
                {
                    reader.Read();
                    isNamed = true;
                    group = reader.ValueIsEscaped ? null : points.Find(reader.ValueSpan);
                }
                else if (reader.ValueTextEquals("type"u8))
                {
                    reader.Read();
                    isPoint = reader.ValueTextEquals("Point"u8);
                }
                else if (reader.ValueTextEquals("data"u8))
                {
                    reader.Read();
                    data = reader;
                    isKept = true;
                    reader.Skip();
                }
                else
                {
                    reader.Skip();
                }

                if (isPoint && isNamed && group is null)
                {
                    return line[^1] == '}';
                }
            }

            return isKept && reader.TokenType == JsonTokenType.EndObject
                && (!isPoint ? TryReadMetric(ref data) : isNamed && TryReadPoint(ref data, group!, number));
        }

        private bool TryReadPoint(ref Utf8JsonReader reader, PointGroup group, int number)
        {
            double? value = null;
            long? time = null;
            group.BeginTags();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("value"u8))
                {
                    reader.Read();
                    value = reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : double.NaN;
                }
                else if (reader.ValueTextEquals("time"u8))
                {
                    reader.Read();
                    time = PointTime.TryRead(reader.ValueSpan, out var ticks) ? ticks : null;
                }
                else if (reader.ValueTextEquals("tags"u8) && group.HasSubmetrics)
                {
                    reader.Read();
                    ReadTags(ref reader, group);
                }
                else
                {
                    reader.Skip();
                }
            }

            if (value is not null && time is not null)
            {
                points.Add(group, value.Value, time.Value, number);
            }

            return value is not null && time is not null;
        }

        private static void ReadTags(ref Utf8JsonReader reader, PointGroup group)
        {
            while (reader.TokenType == JsonTokenType.StartObject || reader.TokenType == JsonTokenType.String)
            {
                if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
                {
                    return;
                }

                var key = reader.ValueIsEscaped ? System.Text.Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
                reader.Read();
                group.Tag(key, reader.ValueIsEscaped ? System.Text.Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan);
            }
        }

        private bool TryReadMetric(ref Utf8JsonReader reader)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var data = document.RootElement;
            if (data.ValueKind != JsonValueKind.Object || SummaryJson.Text(data, "name") is not { } name || SummaryJson.Kind(data) is not { } kind)
            {
                return false;
            }

            var metric = MetricName.Parse(name);
            if (name == PartialRun.Metric)
            {
                points.Doubt("the run was stopped before its end");
            }

            var isWanted = needs.Names.Any(one => one.Metric == metric.Metric) || MetricNeeds.Context.Contains(metric.Metric, StringComparer.Ordinal);
            var thresholds = needs.Declared ? K6Thresholds.Listed(data, name) : [];
            var submetrics = needs.Declared ? Submetrics(data) : [];
            if (!isWanted && thresholds.Count == 0 && submetrics.Count == 0)
            {
                return true;
            }

            var group = points.Want(metric, keepSamples: thresholds.Count > 0);
            (group.Kind, group.IsTime) = (kind, SummaryJson.IsTime(data));
            declared.AddRange(thresholds);
            foreach (var submetric in submetrics)
            {
                points.Want(submetric, keepSamples: false);
                undisclosed.Add(submetric);
            }

            return declared.Count + undisclosed.Count <= LoadRun.MaxThresholds ? true : throw LoadResultReader.TooManyThresholds(path);
        }

        /// <summary>The sub-metrics that exist because somebody set a threshold on them; k6 makes one more by itself.</summary>
        private static List<MetricName> Submetrics(JsonElement data) =>
            data.TryGetProperty("submetrics", out var list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Select(one => SummaryJson.Text(one, "name")).OfType<string>().Select(MetricName.Parse)
                    .Where(name => name.Tags is not [{ Key: "expected_response", Value: "true" }])]
                : [];
    }
}
