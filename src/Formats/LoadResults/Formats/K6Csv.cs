using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>k6's <c>--out csv</c>. Its columns follow the system tags that were chosen, so they are found by their names.</summary>
internal sealed class K6Csv : ILoadFormat
{
    private const string Start = "metric_name,timestamp,metric_value";

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (!input.FirstLine.StartsWith(Encoding.UTF8.GetBytes(Start)))
        {
            return null;
        }

        using var content = input.Open();
        return new Reading(input.Path, needs).Read(content, cancellationToken);
    }

    private sealed class Reading(string path, MetricNeeds needs)
    {
        private static readonly string[] NoTags = ["metric_name", "timestamp", "metric_value", "extra_tags", "metadata"];

        private readonly PointCollector points = new(path, needs);
        private readonly CsvFields fields = new();
        private readonly List<(int Column, byte[] Tag)> tags = [];
        private int extra = -1;
        private int columns;

        public LoadRun Read(Stream content, CancellationToken cancellationToken)
        {
            var lines = new ByteLines(content, path);
            lines.MoveNext();
            ReadHeader(lines.Current);
            byte[]? pending = null;
            while (lines.MoveNext())
            {
                if (lines.Number % 4096 == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                // A quoted field may hold line ends.
                byte[]? record = pending is null ? null : [.. pending, (byte)'\n', .. lines.Current];
                if (!fields.Read(record ?? lines.Current))
                {
                    pending = record ?? lines.Current.ToArray();
                    continue;
                }

                pending = null;
                if (!(record ?? lines.Current).IsEmpty && !TryReadPoint(lines.Number))
                {
                    if (!lines.IsCutOff)
                    {
                        throw new EvaluationException(string.Create(CultureInfo.InvariantCulture, $"{path}:{lines.Number}: is not a line of k6's `--out csv`"));
                    }

                    points.Doubt(string.Create(CultureInfo.InvariantCulture, $"the file ends in the middle of line {lines.Number}, so the run was cut off"));
                }
            }

            if (pending is not null)
            {
                points.Doubt("the file ends in the middle of a quoted field, so the run was cut off");
            }

            return points.ToRun("k6 points (CSV)");
        }

        private void ReadHeader(ReadOnlySpan<byte> header)
        {
            fields.Read(header);
            columns = fields.Count;
            for (var i = 0; i < columns; i++)
            {
                var name = Encoding.UTF8.GetString(fields[i]);
                if (name == "extra_tags")
                {
                    extra = i;
                }
                else if (!NoTags.Contains(name, StringComparer.Ordinal))
                {
                    tags.Add((i, Encoding.UTF8.GetBytes(name)));
                }
            }
        }

        private bool TryReadPoint(int line)
        {
            if (fields.Count != columns)
            {
                return false;
            }

            if (points.Find(fields[0]) is not { } group)
            {
                return true;
            }

            if (!PointTime.TryRead(fields[1], out var ticks) || !Utf8Parser.TryParse(fields[2], out double value, out var used) || used != fields[2].Length)
            {
                return false;
            }

            group.BeginTags();
            if (group.HasSubmetrics)
            {
                ReadTags(group);
            }

            points.Add(group, value, ticks, line);
            return true;
        }

        private void ReadTags(PointGroup group)
        {
            foreach (var (column, tag) in tags)
            {
                if (!fields[column].IsEmpty)
                {
                    group.Tag(tag, fields[column]);
                }
            }

            var rest = fields[extra];
            foreach (var range in rest.Split((byte)'&'))
            {
                var pair = rest[range];
                var equals = pair.IndexOf((byte)'=');
                if (equals > 0)
                {
                    group.Tag(pair[..equals], pair[(equals + 1)..]);
                }
            }
        }
    }
}
