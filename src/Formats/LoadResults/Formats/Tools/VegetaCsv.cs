using System.Buffers.Text;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>
/// vegeta's results as <c>vegeta encode --to=csv</c> writes them: a line a request without a head: when it began and how long it took in nanoseconds, its
/// status between them, then bytes, error, body, attack, number, method, URL and headers.
/// </summary>
internal sealed class VegetaCsv : ILoadFormat
{
    private const int Columns = 12;
    private const int NanosecondsPerTick = 100;

    /// <value>The year 2001 in nanoseconds; no other tool's first column is as large.</value>
    private const long Earliest = 1_000_000_000_000_000_000;

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        var fields = new CsvFields();
        return TryRead(input.FirstLine, fields, out _, out _, out _)
            ? new RequestLines("vegeta results (CSV)", "result of vegeta").Read(
                input, needs, heads: 0, (text, number, requests) => TryAdd(text, number, fields, requests), cancellationToken)
            : null;
    }

    private static bool TryRead(ReadOnlySpan<byte> line, CsvFields fields, out long began, out int code, out long latency)
    {
        (began, code, latency) = (0, 0, 0);
        return fields.Read(line)
            && fields.Count == Columns
            && IsWhole(fields[0], out began) && began >= Earliest
            && Utf8Parser.TryParse(fields[1], out code, out var used) && used == fields[1].Length && code is >= 0 and < 1000
            && IsWhole(fields[2], out latency) && latency >= 0;
    }

    private static bool IsWhole(ReadOnlySpan<byte> text, out long value) => Utf8Parser.TryParse(text, out value, out var used) && used == text.Length;

    private static bool TryAdd(ReadOnlySpan<byte> line, int number, CsvFields fields, RequestCollector requests)
    {
        if (!TryRead(line, fields, out var began, out var code, out var latency))
        {
            return false;
        }

        requests.Begin();
        requests.Tag("method"u8, fields[9]);
        requests.Tag("url"u8, fields[10]);
        requests.Tag("status"u8, fields[1]);
        requests.Add(latency / 1e6, code is < 200 or >= 400 || fields[5].Length > 0, DateTime.UnixEpoch.Ticks + (began / NanosecondsPerTick), number);
        return true;
    }
}
