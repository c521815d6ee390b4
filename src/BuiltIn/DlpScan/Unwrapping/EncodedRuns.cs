using System.Buffers;

namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>
/// Finds runs of base64 and hexadecimal digits that stand for text or for an archive. Source is full of long names and hashes: the first twelve bytes
/// that a run would stand for tell nearly all of them.
/// </summary>
internal sealed class EncodedRuns
{
    private const int MinRun = 20;
    private const int MinHex = 32;
    private const int Probe = 16;
    private const int Before = 80;
    private const int After = 16;
    private const int MaxStarts = 8;
    private const int MaxSpan = 4 << 10;
    private static readonly SearchValues<byte> Digits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"u8);
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private readonly RunLines wrapped = new();

    /// <value>What was found that is no text but an archive, since it was last cleared.</value>
    public List<EncodedArchive> Archives { get; } = [];

    /// <summary>Decodes on from <paramref name="at"/>, until <paramref name="to"/> is reached or there is no room left.</summary>
    /// <returns>Where to go on; <paramref name="to"/> or later at the end.</returns>
    public int Decode(ReadOnlySpan<byte> text, int at, int to, DecodedText target)
    {
        while (at < to)
        {
            var (start, end) = NextRun(text, at, to);
            if (start < 0)
            {
                return to;
            }

            wrapped.Lines.Clear();
            if (!TryDecode(text, start, end, target))
            {
                return start;
            }

            at = (wrapped.Lines.Count > 0 ? wrapped.Lines[^1].End : end) + 1;
        }

        return at;
    }

    /// <summary>Every run that is long enough covers one of every <see cref="MinRun"/> places: only those are looked at.</summary>
    private static (int Start, int End) NextRun(ReadOnlySpan<byte> text, int at, int to)
    {
        // What began before is seen whole, as far as it is at hand.
        if (at > 0 && at < text.Length && Sextets.IsOne(text[at]))
        {
            at = text[..at].LastIndexOfAnyExcept(Digits) + 1;
        }

        for (var last = at + MinRun - 1; last < text.Length && at < to; last = at + MinRun - 1)
        {
            var i = last;
            while (i >= at && Sextets.IsOne(text[i]))
            {
                i--;
            }

            if (i >= at)
            {
                at = i + 1;
                continue;
            }

            var length = text[at..].IndexOfAnyExcept(Digits);
            return (at, length < 0 ? text.Length : at + length);
        }

        return (-1, -1);
    }

    /// <returns>Whether there was room.</returns>
    private bool TryDecode(ReadOnlySpan<byte> text, int start, int end, DecodedText target)
    {
        if (IsHex(text[start..end], out var skip, out var digits))
        {
            return target.Room >= (digits / 2) + Before + After + 8 && PutHex(text, start, skip, digits, target);
        }

        var (first, kind) = FirstOf(text, start, end);
        if (kind == Content.Other)
        {
            return true;
        }

        wrapped.Gather(text, first, end);
        if (kind == Content.Archive)
        {
            Archives.Add(new EncodedArchive(start, wrapped.Lines[^1].End, wrapped.Join(text), wrapped.Lines[^1].End == text.Length));
            return true;
        }

        var size = wrapped.Lines.Sum(line => line.End - line.Start);
        return target.Room >= size + Before + After + 8 && Put(text, start, kind == Content.WideText, target);
    }

    private static bool IsHex(ReadOnlySpan<byte> run, out int skip, out int digits)
    {
        skip = run is [(byte)'0', (byte)'x' or (byte)'X', ..] ? 2 : 0;
        var end = run[skip..].IndexOfAnyExcept(HexDigits);
        digits = (end < 0 ? run.Length - skip : end) & ~1;
        Span<byte> probe = stackalloc byte[Probe];
        return digits >= MinHex && TextSigns.IsBeginning(probe[..Sextets.DecodeHex(run.Slice(skip, Probe * 2), probe)]);
    }

    /// <summary>Where in a run the digits begin that stand for something: a path may stand before them, and a piece of the file may cut them.</summary>
    private static (int Start, Content Kind) FirstOf(ReadOnlySpan<byte> text, int start, int end)
    {
        var from = start;
        for (var i = 0; i < MaxStarts && end - from >= MinRun; i++)
        {
            for (var shift = 0; shift < (i == 0 ? 4 : 1) && end - from - shift >= Probe; shift++)
            {
                if (KindOf(text.Slice(from + shift, Probe), shift == 0) is var kind and not Content.Other)
                {
                    return (from + shift, kind);
                }
            }

            var slash = text[from..end].IndexOf((byte)'/');
            if (slash < 0)
            {
                break;
            }

            from += slash + 1;
        }

        return (start, Content.Other);
    }

    private static Content KindOf(ReadOnlySpan<byte> digits, bool mayBeArchive)
    {
        Span<byte> probe = stackalloc byte[Probe * 3 / 4];
        Sextets.Decode(digits, probe);
        return TextSigns.IsBeginning(probe) ? Content.Text
            : TextSigns.IsWideBeginning(probe) ? Content.WideText
            : mayBeArchive && ArchiveKinds.IsEncodable(probe) ? Content.Archive
            : Content.Other;
    }

    private bool Put(ReadOnlySpan<byte> text, int run, bool isWide, DecodedText target)
    {
        var joined = wrapped.Join(text);
        if (isWide)
        {
            joined = [.. joined.Where((_, i) => i % 2 == 0)];
        }

        if (!TextSigns.IsText(joined))
        {
            // What follows on the next line may be something else.
            var isWrapped = wrapped.Lines.Count > 1;
            wrapped.Lines.RemoveRange(1, wrapped.Lines.Count - 1);
            return !isWrapped || Put(text, run, isWide, target);
        }

        Lead(text, run, target);
        var put = 0;
        var digits = 0;
        foreach (var (start, end) in wrapped.Lines)
        {
            // Wrapped text is shown where its line begins, a line without end every few thousand digits.
            for (var from = start; from < end; from += MaxSpan)
            {
                var length = Math.Min(MaxSpan, end - from);
                digits += length;
                var upTo = Math.Min(joined.Length, isWide ? digits * 3 / 8 : digits * 3 / 4);
                target.Begin(from, length, isWide ? Layer.WideBase64 : Layer.Base64);
                joined.AsSpan(put..upTo).CopyTo(target.Free);
                target.Advance(upTo - put);
                put = upTo;
            }
        }

        Trail(text, wrapped.Lines[^1].End, target);
        return true;
    }

    private static bool PutHex(ReadOnlySpan<byte> text, int run, int skip, int digits, DecodedText target)
    {
        var start = run + skip;
        Span<byte> probe = stackalloc byte[64];
        if (!TextSigns.IsText(probe[..Sextets.DecodeHex(text.Slice(start, digits), probe)]))
        {
            return true;
        }

        Lead(text, run, target);
        for (var from = start; from < start + digits; from += MaxSpan)
        {
            var length = Math.Min(MaxSpan, start + digits - from);
            target.Begin(from, length, Layer.Hex);
            target.Advance(Sextets.DecodeHex(text.Slice(from, length), target.Free));
        }

        Trail(text, start + digits, target);
        return true;
    }

    /// <summary>The name that the run is given to stands before it on its line.</summary>
    private static void Lead(ReadOnlySpan<byte> text, int start, DecodedText target)
    {
        target.Separate();
        var from = Math.Max(0, start - Before);
        var line = text[from..start].LastIndexOf((byte)'\n');
        from = line < 0 ? from : from + line + 1;
        target.Copy(text[from..start], from);
    }

    private static void Trail(ReadOnlySpan<byte> text, int end, DecodedText target)
    {
        var rest = text[end..Math.Min(text.Length, end + After)];
        var skip = rest.IndexOfAnyExcept((byte)'=');
        rest = skip < 0 ? [] : rest[skip..];
        var line = rest.IndexOfAny((byte)'\n', (byte)'\r');
        target.Copy(line < 0 ? rest : rest[..line], end + Math.Max(0, skip));
    }

    private enum Content
    {
        Other,
        Text,
        WideText,
        Archive,
    }
}

/// <summary>An archive in base64.</summary>
/// <param name="Start">Where its run begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Content">What it stands for.</param>
/// <param name="IsCut">Whether it may go on beyond the bytes at hand.</param>
internal sealed record EncodedArchive(int Start, int End, byte[] Content, bool IsCut);
