namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Knows at which line and column the bytes at hand begin. Columns count UTF-16 units, as editors and SARIF do.</summary>
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
        (line, units) = Count(text[start..count], line, units);
        start = 0;
    }

    /// <summary>Starts walking over the bytes at hand.</summary>
    public (int Line, int Units, int Offset) Begin() => (line, units, start);

    /// <summary>Walks on to a later byte.</summary>
    public static (int Line, int Units, int Offset) Walk(ReadOnlySpan<byte> text, (int Line, int Units, int Offset) at, int to)
    {
        var (newLine, newUnits) = Count(text[at.Offset..to], at.Line, at.Units);
        return (newLine, newUnits, to);
    }

    public static int Units(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
        {
            count += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
        }

        return count;
    }

    private static (int Line, int Units) Count(ReadOnlySpan<byte> text, int fromLine, int fromUnits)
    {
        var lines = text.Count((byte)'\n');
        return lines == 0 ? (fromLine, fromUnits + Units(text)) : (fromLine + lines, Units(text[(text.LastIndexOf((byte)'\n') + 1)..]));
    }
}
