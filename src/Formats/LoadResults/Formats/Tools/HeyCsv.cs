using System.Buffers.Text;
using System.Globalization;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>
/// hey's <c>-o csv</c>: a line a request in seconds; <c>offset</c> is when it began, from the start of the run. Requests without an answer are not in it.
/// </summary>
internal sealed class HeyCsv : ILoadFormat
{
    private const int Columns = 8;

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (!input.FirstLine.SequenceEqual("response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset"u8))
        {
            return null;
        }

        using var content = input.Open();
        var requests = new RequestCollector(input.Path, needs);
        var fields = new CsvFields();
        var lines = new ByteLines(content, input.Path);
        lines.MoveNext();
        while (lines.MoveNext())
        {
            if (lines.Current.IsEmpty || TryAdd(lines.Current, lines.Number, fields, requests))
            {
                continue;
            }

            if (!lines.IsCutOff)
            {
                throw new EvaluationException(string.Create(CultureInfo.InvariantCulture, $"{input.Path}:{lines.Number}: is no line of hey's CSV"));
            }

            requests.Doubt(string.Create(CultureInfo.InvariantCulture, $"the file ends in the middle of line {lines.Number}, so the run was cut off"));
        }

        return requests.ToRun("hey results (CSV)");
    }

    private static bool TryAdd(ReadOnlySpan<byte> line, int number, CsvFields fields, RequestCollector requests)
    {
        if (!fields.Read(line)
            || fields.Count != Columns
            || !Utf8Parser.TryParse(fields[0], out double seconds, out _)
            || !Utf8Parser.TryParse(fields[6], out int code, out _)
            || !Utf8Parser.TryParse(fields[7], out double offset, out _)
            || offset is < 0 or > 1e9)
        {
            return false;
        }

        requests.Begin();
        requests.Tag("status"u8, fields[6]);
        requests.Add(seconds * 1000, code is < 200 or >= 400, DateTime.UnixEpoch.Ticks + (long)(offset * TimeSpan.TicksPerSecond), number);
        return true;
    }
}
