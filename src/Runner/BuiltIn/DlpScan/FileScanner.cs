using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Runner.BuiltIn.DlpScan;

/// <summary>Scans files one after the other, in overlapping pieces, so that a file's size costs time but no memory. Not for several threads at once.</summary>
internal sealed class FileScanner(RuleSet rules, ReadOnlyMemory<byte> salt) : IDisposable
{
    /// <value>Hits of one rule kept for one file; beyond it they are only counted.</value>
    public const int HitsPerFile = 200;

    private const int BufferSize = 256 << 10;
    private const int Before = 4 << 10;
    private const int After = 16 << 10;
    private const int Sniffed = 8 << 10;
    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private readonly ChunkScanner scanner = new(rules);
    private readonly List<RawMatch> found = [];

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);

    /// <param name="path">The file's name in the report and for rules that are meant for certain files.</param>
    /// <param name="source">Its bytes.</param>
    /// <param name="lines">The lines whose hits count; <see langword="null"/> means all. The others are still read, as context.</param>
    /// <param name="deadline">How long it may take.</param>
    /// <exception cref="EvaluationException">It could not be scanned in time.</exception>
    public FileReport Scan(string path, Stream source, IReadOnlyList<LineRange>? lines, FileDeadline deadline)
    {
        var filled = source.ReadAtLeast(buffer.AsSpan(0, BufferSize), BufferSize, throwOnEndOfStream: false);
        var encoding = ByteOrderMark.Encoding(buffer.AsSpan(0, filled));
        if (encoding is null)
        {
            return buffer.AsSpan(0, Math.Min(filled, Sniffed)).Contains((byte)0)
                ? new FileReport(path) { Skipped = "binary" }
                : ScanText(path, source, filled, lines, deadline);
        }

        using var rest = new PrefixedStream(buffer.AsSpan(0, filled).ToArray(), source);
        using var text = Encoding.CreateTranscodingStream(rest, encoding, Encoding.UTF8);
        return ScanText(path, text, text.ReadAtLeast(buffer.AsSpan(0, BufferSize), BufferSize, throwOnEndOfStream: false), lines, deadline);
    }

    private FileReport ScanText(string path, Stream source, int filled, IReadOnlyList<LineRange>? lines, FileDeadline deadline)
    {
        var report = new ReportBuilder(path, lines, salt);
        var skip = ByteOrderMark.Utf8Length(buffer.AsSpan(0, filled));
        var place = new TextPlace();
        var (from, length) = (skip, filled);
        scanner.Begin(path, buffer.AsSpan(skip, filled - skip));
        place.Start(skip);
        while (true)
        {
            deadline.CheckNow();
            var last = length < BufferSize;
            var to = last ? length : length - After;
            found.Clear();
            ScanPiece(path, length, from, to, deadline);
            report.Add(buffer.AsSpan(0, length), place, found);
            if (last)
            {
                return report.Build(scanner.Placeholders);
            }

            var keep = to - Before;
            place.Advance(buffer.AsSpan(0, length), keep);
            buffer.AsSpan(keep, length - keep).CopyTo(buffer);
            length = length - keep + source.ReadAtLeast(buffer.AsSpan(length - keep, BufferSize - (length - keep)), BufferSize - (length - keep), throwOnEndOfStream: false);
            from = Before;
        }
    }

    private void ScanPiece(string path, int length, int from, int to, FileDeadline deadline)
    {
        try
        {
            scanner.Scan(buffer.AsSpan(0, length), from, to, deadline, found);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new EvaluationException($"{path}: a pattern did not end in time. Add the file to `exclude` of dlp-scan if it holds no secrets.", e);
        }
    }
}
