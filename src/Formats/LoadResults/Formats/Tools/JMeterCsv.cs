using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>JMeter's results as CSV (JTL): a line a sample under a header, whose columns the user chooses (jmeter.save.saveservice.*).</summary>
internal sealed class JMeterCsv : ILoadFormat
{
    private static readonly byte[] Group = "Number of samples in transaction"u8.ToArray();

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        var header = Encoding.UTF8.GetString(input.FirstLine[..Math.Min(input.FirstLine.Length, 4096)]).Split(',');
        if (!header.Contains("elapsed", StringComparer.Ordinal) || !header.Contains("label", StringComparer.Ordinal))
        {
            return null;
        }

        if (!header.Contains("timeStamp", StringComparer.Ordinal))
        {
            throw new EvaluationException($"{input.Path}:1: JMeter's results have no column timeStamp; set jmeter.save.saveservice.timestamp_format=ms");
        }

        using var content = input.Open();
        return new Reading(input.Path, new RequestCollector(input.Path, needs), header).Read(content, cancellationToken);
    }

    private sealed class Reading(string path, RequestCollector requests, string[] header)
    {
        private readonly CsvFields fields = new();
        private readonly int time = Array.IndexOf(header, "timeStamp");
        private readonly int elapsed = Array.IndexOf(header, "elapsed");
        private readonly int label = Array.IndexOf(header, "label");
        private readonly int code = Array.IndexOf(header, "responseCode");
        private readonly int message = Array.IndexOf(header, "responseMessage");
        private readonly int success = Array.IndexOf(header, "success");

        public LoadRun Read(Stream content, CancellationToken cancellationToken)
        {
            var lines = new ByteLines(content, path);
            lines.MoveNext();
            byte[]? pending = null;
            while (lines.MoveNext())
            {
                if (lines.Number % 4096 == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                byte[]? record = pending is null ? null : [.. pending, (byte)'\n', .. lines.Current];
                if (!fields.Read(record ?? lines.Current))
                {
                    pending = record ?? lines.Current.ToArray();
                    continue;
                }

                pending = null;
                if (!(record ?? lines.Current).IsEmpty && !TryAdd(lines.Number))
                {
                    Fail(lines.Number, lines.IsCutOff);
                }
            }

            if (pending is not null)
            {
                requests.Doubt("the file ends in the middle of a quoted field, so the run was cut off");
            }

            return requests.ToRun("JMeter results (CSV)");
        }

        private void Fail(int line, bool isCutOff)
        {
            if (!isCutOff)
            {
                throw new EvaluationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}:{line}: is no line of JMeter's results; the header has {header.Length} columns, elapsed is milliseconds"));
            }

            requests.Doubt(string.Create(CultureInfo.InvariantCulture, $"the file ends in the middle of line {line}, so the run was cut off"));
        }

        private bool TryAdd(int line)
        {
            if (fields.Count != header.Length
                || !Utf8Parser.TryParse(fields[elapsed], out long milliseconds, out var used)
                || used != fields[elapsed].Length
                || !TryReadTime(fields[time], out var ticks))
            {
                return false;
            }

            requests.Begin();
            requests.Tag("label"u8, fields[label]);
            requests.Tag("status"u8, fields[code]);
            if (fields[message].StartsWith(Group))
            {
                requests.AddTransaction(milliseconds, ticks, line);
            }
            else
            {
                requests.Add(milliseconds, success >= 0 && !fields[success].SequenceEqual("true"u8), ticks, line);
            }

            return true;
        }

        /// <summary>Milliseconds since 1970, or as a format of the user's: without its zone, which only differences need.</summary>
        private static bool TryReadTime(ReadOnlySpan<byte> text, out long ticks)
        {
            if (PointTime.TryRead(text, out ticks))
            {
                return true;
            }

            const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
            var read = DateTime.TryParse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, Universal, out var time);
            ticks = time.Ticks;
            return read;
        }
    }
}
