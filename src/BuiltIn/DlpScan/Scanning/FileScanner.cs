using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning.Tables;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Scans files one after the other, in overlapping pieces, so that a file's size costs time but no memory. Not for several threads at once.</summary>
internal sealed class FileScanner(RuleSet rules, ReadOnlyMemory<byte> salt) : IDisposable
{
    /// <value>Hits of one rule kept for one file; beyond it they are only counted.</value>
    public const int HitsPerFile = 1_000;

    private const int BufferSize = 256 << 10;
    private const int Sniffed = 8 << 10;
    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private readonly ChunkScanner scanner = new(rules);
    private readonly ChunkScanner shapes = new(rules.KnownShapes);
    private readonly WideText wide = new(BufferSize);
    private Encoding? encodingOfText;
    private readonly TableScanner tables = new(rules, salt);
    private readonly List<RawMatch> found = [];

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);

    /// <param name="path">The file's name in the report and for rules that are meant for certain files.</param>
    /// <param name="source">Its bytes.</param>
    /// <param name="lines">The lines whose hits count; <see langword="null"/> means all. The others are still read, as context. Binary data has none, and
    /// counts whole.</param>
    /// <param name="deadline">How long it may take.</param>
    /// <returns>What was found, also when it could not be scanned to its end: the report says so.</returns>
    public FileReport Scan(string path, Stream source, IReadOnlyList<LineRange>? lines, FileDeadline deadline)
    {
        var report = new ReportBuilder(path, lines, salt);
        try
        {
            var unseen = ScanAll(path, source, report, deadline);
            if (tables.Reads(path, source))
            {
                report.Fold(tables.Judge(path, source, encodingOfText, lines, deadline));
            }

            return report.Build() with { Unseen = unseen };
        }
        catch (UnscannedException e)
        {
            return report.Build() with { Unseen = e.Reason, Problem = e.Message };
        }
    }

    /// <returns>Why its bytes are not what its name says, if so.</returns>
    private UnseenReason? ScanAll(string path, Stream source, ReportBuilder report, FileDeadline deadline)
    {
        var filled = Fill(source);
        var start = buffer.AsSpan(0, Math.Min(filled, Sniffed));
        var marked = ByteOrderMark.Encoding(start);
        var isText = TextNames.IsText(path)
            || DockerfileFinder.IsDockerfile(path)
            || (!path[(path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) && start.StartsWith("#!"u8));
        encodingOfText = marked ?? TextKind.UnmarkedEncoding(start);
        if (encodingOfText is not { } encoding)
        {
            if (TextKind.IsBinary(start) && !isText)
            {
                ScanBinary(path, new Pieces(buffer, BufferSize, source), filled, report, deadline);
                return UnseenReasons.Binary;
            }

            var holdsZeros = ScanText(path, new Pieces(buffer, BufferSize, source), filled, report, deadline);
            return holdsZeros && isText ? UnseenReasons.BinaryText : null;
        }

        var isPlain = marked is not null && TextKind.IsPlainAfterMark(start);
        var isSeekable = source.CanSeek;
        using (var rest = new PrefixedStream(buffer.AsSpan(0, filled).ToArray(), source))
        using (var text = Encoding.CreateTranscodingStream(rest, encoding, Encoding.UTF8, leaveOpen: true))
        {
            ScanText(path, new Pieces(buffer, BufferSize, text), Fill(text), report, deadline);
        }

        // A mark, or a beginning in UTF-16, may stand before bytes of another kind: those are looked at as they are, too.
        if (isSeekable)
        {
            source.Position = 0;
            ScanRaw(path, source, isPlain, report, deadline);
        }

        return isPlain || (marked is null && isText) ? UnseenReasons.BinaryText : isSeekable ? null : UnseenReasons.Unreadable;
    }

    private void ScanRaw(string path, Stream source, bool asText, ReportBuilder report, FileDeadline deadline)
    {
        var pieces = new Pieces(buffer, BufferSize, source);
        if (asText)
        {
            ScanText(path, pieces, Fill(source), report, deadline);
        }
        else
        {
            ScanBinary(path, pieces, Fill(source), report, deadline);
        }
    }

    private int Fill(Stream source) => source.ReadAtLeast(buffer.AsSpan(0, BufferSize), BufferSize, throwOnEndOfStream: false);

    /// <returns>Whether there are zeros in the text.</returns>
    private bool ScanText(string path, Pieces pieces, int filled, ReportBuilder report, FileDeadline deadline)
    {
        var skip = ByteOrderMark.Utf8Length(buffer.AsSpan(0, filled));
        var place = new TextPlace();
        scanner.Begin(path, buffer.AsSpan(skip, filled - skip));
        place.Start(skip);
        pieces.Begin(filled, skip);
        var holdsZeros = false;
        while (true)
        {
            found.Clear();
            Scan(scanner, pieces.Text, (pieces.From, pieces.To), path, deadline);
            report.Add(pieces.Text, place, found, scanner.Placeholders);
            if (pieces.Text.Contains((byte)0))
            {
                holdsZeros = true;
                ScanWide(path, pieces, report, deadline);
            }

            if (pieces.IsLast)
            {
                return holdsZeros;
            }

            place.Advance(pieces.Text, pieces.Keep);
            pieces.Next();
        }
    }

    /// <summary>Looks for values of known shape, as bytes and as UTF-16.</summary>
    private void ScanBinary(string path, Pieces pieces, int filled, ReportBuilder report, FileDeadline deadline)
    {
        shapes.Begin(path, []);
        pieces.Begin(filled, 0);
        while (true)
        {
            found.Clear();
            Scan(shapes, pieces.Text, (pieces.From, pieces.To), path, deadline);
            var offset = pieces.Offset;
            report.AddBinary(found, shapes.Placeholders, start => offset + start);
            ScanWide(path, pieces, report, deadline);
            if (pieces.IsLast)
            {
                return;
            }

            pieces.Next();
        }
    }

    private void ScanWide(string path, Pieces pieces, ReportBuilder report, FileDeadline deadline)
    {
        if (!WideText.MayBeIn(pieces.Text))
        {
            return;
        }

        for (var parity = 0; parity < 2; parity++)
        {
            var lane = wide.Lane(pieces.Text, parity);
            var (offset, first) = (pieces.Offset, parity);
            found.Clear();
            shapes.Begin(path, []);
            Scan(shapes, lane, ((pieces.From - parity + 1) / 2, Math.Min(lane.Length, (pieces.To - parity + 1) / 2)), path, deadline);
            report.AddBinary(found, shapes.Placeholders, start => offset + first + (2L * start));
        }
    }

    private void Scan(ChunkScanner chunk, ReadOnlySpan<byte> text, (int From, int To) range, string path, FileDeadline deadline)
    {
        deadline.CheckNow();
        try
        {
            chunk.Scan(text, range.From, range.To, deadline, found);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new UnscannedException(
                $"{path}: a pattern did not end in time. Add the file to `exclude` of dlp-scan if it holds no secrets.",
                UnseenReasons.OverLimit,
                e);
        }
    }
}
