using System.Buffers.Text;

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

        var fields = new CsvFields();
        return new RequestLines("hey results (CSV)", "line of hey's CSV").Read(
            input, needs, heads: 1, (text, number, requests) => TryAdd(text, number, fields, requests), cancellationToken);
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
