using Gates.BuiltIn.DlpScan.Values.Passwords;
using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>
/// The name heads a column: its values stand below, in a file of separated values, in a table of a page, or in one of a test's steps.
/// </summary>
internal static class HeadOfColumn
{
    private const int MaxRows = 1000;

    /// <summary>The cells below the name, until a line is no row of the table any more; none where the name heads no column.</summary>
    public static IReadOnlyList<ValuePlace> Cells(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind)
    {
        if (kind is not FileKind.Prose)
        {
            return [];
        }

        var start = LineStart(text, name.Outer);
        if (SeparatorOf(text, name, start) is not (var separator and not 0) || !IsHead(text, start, separator))
        {
            return [];
        }

        var cells = new List<ValuePlace>();
        var head = text[start..LineEnd(text, start)];
        var (columns, column) = (head.Count(separator), text[start..name.Outer].Count(separator));
        var at = NextLine(text, start);
        for (var rows = 0; rows < MaxRows && at < text.Length; rows++, at = NextLine(text, at))
        {
            var line = text[at..LineEnd(text, at)];
            if (line.Count(separator) != columns)
            {
                break;
            }

            if (line.ContainsAnyExcept("-|: \t"u8) && CellOf(text, at, line.Length, separator, column) is { } cell)
            {
                cells.Add(cell);
            }
        }

        return cells;
    }

    /// <summary>What parts the cells: the name has it on both sides, or on one and the line's end on the other.</summary>
    private static byte SeparatorOf(ReadOnlySpan<byte> text, in NamePlace name, int start)
    {
        var outer = name.Outer;
        while (outer > start && IsBlank(text[outer - 1]))
        {
            outer--;
        }

        var after = SkipBlanks(text, name.After);
        var (left, right) = (outer == start ? (byte)0 : text[outer - 1], IsEnd(text, after) ? (byte)0 : text[after]);
        var separator = left == 0 ? right : left;
        return separator is (byte)',' or (byte)';' or (byte)'|' && (left == separator || left == 0) && (right == separator || right == 0) ? separator : (byte)0;
    }

    /// <summary>A file of separated values begins with its head; a table begins after what is none.</summary>
    private static bool IsHead(ReadOnlySpan<byte> text, int start, byte separator) =>
        start == 0 || (separator == (byte)'|' && text[LineStart(text, start - 1)..(start - 1)].IndexOf(separator) < 0);

    private static int NextLine(ReadOnlySpan<byte> text, int at) => text[at..].IndexOf((byte)'\n') is var end and >= 0 ? at + end + 1 : text.Length;

    private static ValuePlace? CellOf(ReadOnlySpan<byte> text, int at, int length, byte separator, int column)
    {
        var end = at + length;
        for (; column > 0; column--)
        {
            at += text[at..end].IndexOf(separator) + 1;
        }

        at = Math.Min(end, SkipBlanks(text, at));
        var stop = text[at..end].IndexOf(separator);
        return ValueReader.Quoted(text, at) ?? ValueReader.Trimmed(text, at, stop < 0 ? end : at + stop, ValueForm.Bare);
    }
}
