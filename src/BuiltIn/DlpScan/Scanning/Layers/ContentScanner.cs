using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Unwrapping;
using Gates.Formats.Foundation.Streams;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning.Layers;

/// <summary>
/// Scans the content of a file, or of a member of an archive, in overlapping pieces, so that its size costs time but no memory. Not for several threads.
/// </summary>
internal sealed class ContentScanner : IDisposable
{
    private const int BufferSize = 256 << 10;
    private const int Sniffed = 8 << 10;
    private static readonly byte[] Database = [.. "SQLite format 3\0"u8];
    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private readonly ChunkScanner scanner;
    private readonly ChunkScanner shapes;
    private readonly LayerScanner? layers;
    private readonly ArchiveScanner? archives;
    private readonly WideText wide = new(BufferSize);
    private readonly List<RawMatch> found = [];

    /// <param name="rules">What is looked for.</param>
    /// <param name="decode">Whether encoded text and archives are opened.</param>
    /// <param name="depth">In how many archives the content stands.</param>
    public ContentScanner(RuleSet rules, bool decode, int depth)
    {
        scanner = new ChunkScanner(rules);
        shapes = new ChunkScanner(rules.KnownShapes);
        layers = decode ? new LayerScanner(rules) : null;
        archives = decode ? new ArchiveScanner(rules, depth) : null;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        layers?.Dispose();
        archives?.Dispose();
    }

    /// <returns>Why its bytes were not looked at as text, or are not what its name says, if so.</returns>
    public UnseenReason? Scan(string path, Stream source, ScanJob job)
    {
        var filled = Fill(source);
        var start = buffer.AsSpan(0, Math.Min(filled, Sniffed));
        var kind = archives is null ? ArchiveKind.None : ArchiveKinds.Of(start);
        if (kind == ArchiveKind.Pdf && !source.CanSeek)
        {
            using var rest = new PrefixedStream(buffer.AsSpan(0, filled).ToArray(), source);
            using var held = HeldContent.Take(rest);
            return ScanArchive(path, kind, filled, held, job);
        }

        return kind == ArchiveKind.None ? ScanContent(path, filled, source, job)
            : source.CanSeek ? ScanArchive(path, kind, filled, source, job)
            : ScanForward(path, kind, filled, source, job);
    }

    private UnseenReason? ScanArchive(string path, ArchiveKind kind, int filled, Stream source, ScanJob job)
    {
        var isOpened = archives!.CanOpen(kind, ArchiveKinds.NameOf(buffer.AsSpan(0, filled)), job);
        source.Position = 0;
        isOpened = isOpened && archives.Open(kind, path, source, job);
        source.Position = 0;
        filled = Fill(source);

        // What stands between the members, and what only begins like an archive, is seen as it is.
        var unseen = ScanContent(path, filled, source, job);
        return isOpened && unseen == UnseenReasons.Binary ? null : unseen;
    }

    /// <summary>What only goes forward is opened, or looked at as it is, but not both.</summary>
    private UnseenReason? ScanForward(string path, ArchiveKind kind, int filled, Stream source, ScanJob job)
    {
        if (kind == ArchiveKind.Zlib || !archives!.CanOpen(kind, ArchiveKinds.NameOf(buffer.AsSpan(0, filled)), job))
        {
            return ScanContent(path, filled, source, job);
        }

        using var whole = new PrefixedStream(buffer.AsSpan(0, filled).ToArray(), source);
        archives.Open(kind, path, whole, job);
        return null;
    }

    private UnseenReason? ScanContent(string path, int filled, Stream source, ScanJob job)
    {
        var start = buffer.AsSpan(0, Math.Min(filled, Sniffed));
        var marked = ByteOrderMark.Encoding(start);
        var isText = TextKind.IsPromised(path, start);
        if ((marked ?? TextKind.UnmarkedEncoding(start)) is { } encoding)
        {
            return ScanEncoded(path, (encoding, marked is not null, isText), filled, source, job);
        }

        if (TextKind.IsBinary(start) && !isText)
        {
            ScanBinary(path, new Pieces(buffer, BufferSize, source), filled, start.StartsWith(Database) ? scanner : shapes, job);
            return UnseenReasons.Binary;
        }

        var holdsZeros = ScanText(path, new Pieces(buffer, BufferSize, source), filled, job);
        return holdsZeros && isText ? UnseenReasons.BinaryText : null;
    }

    private UnseenReason? ScanEncoded(string path, (Encoding Encoding, bool IsMarked, bool IsText) kind, int filled, Stream source, ScanJob job)
    {
        var isPlain = kind.IsMarked && TextKind.IsPlainAfterMark(buffer.AsSpan(0, Math.Min(filled, Sniffed)));
        using var rest = new PrefixedStream(buffer.AsSpan(0, filled).ToArray(), source);
        using var held = source.CanSeek || job.Report.Wrapping is null ? null : HeldContent.Take(rest);
        var (whole, isSeekable) = held is null ? (rest, source.CanSeek) : ((Stream)held, true);
        using (var text = Encoding.CreateTranscodingStream(whole, kind.Encoding, Encoding.UTF8, leaveOpen: true))
        {
            ScanText(path, new Pieces(buffer, BufferSize, text), Fill(text), job);
        }

        // A mark, or a beginning in UTF-16, may stand before bytes of another kind: those are looked at as they are, too.
        if (isSeekable)
        {
            var raw = held ?? source;
            raw.Position = 0;
            var pieces = new Pieces(buffer, BufferSize, raw);
            if (isPlain)
            {
                ScanText(path, pieces, Fill(raw), job);
            }
            else
            {
                ScanBinary(path, pieces, Fill(raw), shapes, job);
            }
        }

        return isPlain || (!kind.IsMarked && kind.IsText) ? UnseenReasons.BinaryText : isSeekable ? null : UnseenReasons.Unreadable;
    }

    private int Fill(Stream source) => source.ReadAtLeast(buffer.AsSpan(0, BufferSize), BufferSize, throwOnEndOfStream: false);

    /// <returns>Whether there are zeros in the text.</returns>
    private bool ScanText(string path, Pieces pieces, int filled, ScanJob job)
    {
        var skip = ByteOrderMark.Utf8Length(buffer.AsSpan(0, filled));
        var place = new TextPlace();
        scanner.Begin(path, buffer.AsSpan(skip, filled - skip));
        layers?.Begin(path);
        place.Start(skip);
        pieces.Begin(filled, skip);
        var holdsZeros = false;
        while (true)
        {
            ScanPiece(path, pieces, place, job);
            if (pieces.Text.Contains((byte)0))
            {
                holdsZeros = true;
                ScanWide(path, pieces, job);
            }

            if (pieces.IsLast)
            {
                return holdsZeros;
            }

            place.Advance(pieces.Text, pieces.Keep);
            pieces.Next();
        }
    }

    private void ScanPiece(string path, Pieces pieces, TextPlace place, ScanJob job)
    {
        found.Clear();
        var range = (pieces.From, pieces.To);
        Scan(scanner, pieces.Text, range, path, job.Deadline);
        try
        {
            layers?.Scan(pieces.Text, range, found, scanner.Placeholders, job.Deadline);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw TooSlow(path, e);
        }

        job.Report.Add(pieces.Text, place, found, scanner.Placeholders);
        if (layers is null)
        {
            return;
        }

        job.Report.AddLayered(pieces.Text, place, layers.Found, layers.Placeholders);
        if (layers.Archives.Count > 0)
        {
            archives!.OpenWrapped(path, layers.Archives, pieces, place, job);
        }
    }

    /// <summary>Looks for values as bytes, and for those of known shape as UTF-16.</summary>
    private void ScanBinary(string path, Pieces pieces, int filled, ChunkScanner chunk, ScanJob job)
    {
        chunk.Begin(path, []);
        pieces.Begin(filled, 0);
        while (true)
        {
            found.Clear();
            Scan(chunk, pieces.Text, (pieces.From, pieces.To), path, job.Deadline);
            job.Report.AddBinary(found, chunk.Placeholders, start => pieces.Offset + start);
            ScanWide(path, pieces, job);
            if (pieces.IsLast)
            {
                return;
            }

            pieces.Next();
        }
    }

    private void ScanWide(string path, Pieces pieces, ScanJob job)
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
            Scan(shapes, lane, ((pieces.From - parity + 1) / 2, Math.Min(lane.Length, (pieces.To - parity + 1) / 2)), path, job.Deadline);
            job.Report.AddBinary(found, shapes.Placeholders, start => offset + first + (2L * start));
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
            throw TooSlow(path, e);
        }
    }

    private static UnscannedException TooSlow(string path, RegexMatchTimeoutException e) =>
        new($"{path}: a pattern did not end in time. Add the file to `exclude` of dlp-scan if it holds no secrets.", UnseenReasons.OverLimit, e);
}
