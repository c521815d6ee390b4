using System.Buffers;
using System.Text;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>
/// Knows at which line and column the bytes at hand begin. Columns count UTF-16 units, as editors and SARIF do; a byte that is no UTF-8, as in files of
/// older encodings, is one column.
/// </summary>
internal sealed class TextPlace
{
    private int line = 1;
    private int units;
    private int start;

    /// <summary>The bytes before <paramref name="first"/> are a mark, not text.</summary>
    public void Start(int first) => start = first;

    /// <summary>The bytes before <paramref name="count"/> are about to be left behind.</summary>
    public void Advance(ReadOnlySpan<byte> text, int count)
    {
        (line, units, var end) = Walk(text, Begin(), count);

        // A character may begin before the cut and end behind it.
        start = end - count;
    }

    /// <summary>Starts walking over the bytes at hand.</summary>
    public (int Line, int Units, int Offset) Begin() => (line, units, start);

    /// <summary>Walks on to a later byte; a character that is begun is walked over.</summary>
    public static (int Line, int Units, int Offset) Walk(ReadOnlySpan<byte> text, (int Line, int Units, int Offset) at, int to)
    {
        if (to <= at.Offset)
        {
            return at;
        }

        var passed = text[at.Offset..to];
        var lines = passed.Count((byte)'\n');
        var from = lines == 0 ? at.Offset : at.Offset + passed.LastIndexOf((byte)'\n') + 1;
        var (count, end) = Count(text, from, to);
        return (at.Line + lines, lines == 0 ? at.Units + count : count, end);
    }

    public static int Units(ReadOnlySpan<byte> text) => Count(text, 0, text.Length).Units;

    /// <summary>The units of the first line of a text.</summary>
    public static int UnitsOfLine(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        return Units(end < 0 ? text : text[..end]);
    }

    private static (int Units, int End) Count(ReadOnlySpan<byte> text, int from, int to)
    {
        var count = 0;
        var i = from;
        while (i < to)
        {
            var plain = text[i..to].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (plain != 0)
            {
                count += plain < 0 ? to - i : plain;
                i += plain < 0 ? to - i : plain;
                continue;
            }

            var isWhole = Rune.DecodeFromUtf8(text[i..], out var rune, out var length) == OperationStatus.Done;
            count += isWhole ? rune.Utf16SequenceLength : 1;
            i += isWhole ? length : 1;
        }

        return (count, Math.Max(i, from));
    }
}
