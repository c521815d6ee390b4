namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>Small steps over bytes that readers share. None leaves the text, whatever its place.</summary>
internal static class TextScan
{
    private const int MaxLine = 1000;

    public static byte At(ReadOnlySpan<byte> text, int place) => (uint)place < (uint)text.Length ? text[place] : (byte)0;

    public static bool IsQuote(byte b) => b is (byte)'"' or (byte)'\'' or (byte)'`';

    public static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == (byte)'_' || b >= 0x80;

    /// <summary>The colon of Chinese and Japanese texts, at any of its bytes.</summary>
    public static bool IsWideColon(ReadOnlySpan<byte> text, int place) =>
        text[place] == 0xEF && StartsWith(text, place, "\uFF1A"u8) || text[place] == 0xBC && StartsWith(text, place - 1, "\uFF1A"u8)
            || text[place] == 0x9A && StartsWith(text, place - 2, "\uFF1A"u8);

    public static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t';

    public static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    public static bool IsEnd(ReadOnlySpan<byte> text, int place) => place >= text.Length || text[place] is (byte)'\n' or (byte)'\r' or 0;

    public static int SkipBlanks(ReadOnlySpan<byte> text, int place)
    {
        for (var limit = place + 64; place < text.Length && place < limit && IsBlank(text[place]); place++)
        {
        }

        return place;
    }

    /// <summary>Over blanks and line ends.</summary>
    public static int SkipSpace(ReadOnlySpan<byte> text, int place)
    {
        for (var limit = place + 120; place < text.Length && place < limit && IsSpace(text[place]); place++)
        {
        }

        return place;
    }

    public static bool StartsWith(ReadOnlySpan<byte> text, int place, ReadOnlySpan<byte> word) =>
        place >= 0 && place <= text.Length && text[place..].StartsWith(word);

    /// <summary>Whether a word stands there, in any case, and ends there.</summary>
    public static bool IsWordAt(ReadOnlySpan<byte> text, int place, ReadOnlySpan<byte> word) =>
        place >= 0 && place + word.Length <= text.Length
        && System.Text.Ascii.EqualsIgnoreCase(text.Slice(place, word.Length), word)
        && !IsWord(At(text, place + word.Length));

    public static int LineStart(ReadOnlySpan<byte> text, int place)
    {
        var from = Math.Max(0, place - MaxLine);
        return from + text[from..place].LastIndexOf((byte)'\n') + 1;
    }

    public static int LineEnd(ReadOnlySpan<byte> text, int place)
    {
        var rest = text[place..Math.Min(text.Length, place + MaxLine)];
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r', (byte)0);
        return end < 0 ? place + rest.Length : place + end;
    }

    /// <summary>The quote that is open at a place of a line, or zero.</summary>
    public static byte OpenQuote(ReadOnlySpan<byte> text, int place, bool onlyDouble)
    {
        byte open = 0;
        for (var i = LineStart(text, place); i < place; i++)
        {
            var b = text[i];
            if (b == (byte)'\\' && !IsQuote(At(text, i + 1)))
            {
                i++;
            }
            else if (open == 0 ? IsQuote(b) && !(onlyDouble && b == (byte)'\'') : b == open)
            {
                open = open == 0 ? b : (byte)0;
            }
        }

        return open;
    }

    /// <summary>Whether nothing but blanks, list marks and the word export stands before a place on its line.</summary>
    public static bool BeginsLine(ReadOnlySpan<byte> text, int place)
    {
        var before = text[LineStart(text, place)..place].Trim(" \t-\"'#;"u8);
        return before.IsEmpty || before.SequenceEqual("export"u8) || before.SequenceEqual("set"u8) || before.SequenceEqual("SET"u8)
            || before.SequenceEqual("ENV"u8) || before.SequenceEqual("ARG"u8) || before.SequenceEqual("env"u8);
    }
}
