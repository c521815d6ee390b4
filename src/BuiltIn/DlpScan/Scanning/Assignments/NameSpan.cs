using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>Finds the whole name that a word stands in.</summary>
internal static class NameSpan
{
    public const int MaxName = 80;

    /// <value>Bytes before the word in quotes that still belong to the name.</value>
    private const int MaxWords = 40;

    /// <summary>The literal without what must stand beside it, to the end of the name.</summary>
    public static (int Start, int End) Of(ReadOnlySpan<byte> text, int place, int length)
    {
        var end = place + length;
        while (!IsWord(text[end - 1]))
        {
            end--;
        }

        while (!IsWord(text[place]))
        {
            place++;
        }

        for (var limit = Math.Min(text.Length, end + MaxName + 1); end < limit && IsNamePart(text, end, end + 1); end++)
        {
        }

        return (place, end);
    }

    /// <summary>The whole name that a word is in, with its quotes and hyphens.</summary>
    public static NamePlace Whole(ReadOnlySpan<byte> text, int start, int end)
    {
        for (var limit = Math.Max(0, start - MaxName - 1); start > limit && IsNamePart(text, start - 1, start - 2); start--)
        {
        }

        var outer = start;
        var dashes = 0;
        while (dashes < 3 && outer > 0 && text[outer - 1] == (byte)'-')
        {
            dashes++;
            outer--;
        }

        byte quote = 0;
        var after = end;
        if (outer > 0 && IsQuote(text[outer - 1]))
        {
            while (At(text, after) == (byte)'\\' && after - end < 3)
            {
                after++;
            }

            quote = At(text, after) == text[outer - 1] ? text[outer - 1] : (byte)0;
            after = quote == 0 ? end : after + 1;
            outer -= quote == 0 ? 0 : 1;
            while (quote != 0 && outer > 0 && text[outer - 1] == (byte)'\\')
            {
                outer--;
            }
        }

        if (quote == 0 && OpeningQuote(text, start, end) is { } open)
        {
            (quote, after, outer) = (text[end], end + 1, open);
        }

        return new NamePlace(start, end, after, quote, dashes) { Outer = outer, Before = At(text, outer - 1) };
    }

    /// <summary>Where a name in quotes begins that has words before this one: <c>"Admin password"</c>.</summary>
    private static int? OpeningQuote(ReadOnlySpan<byte> text, int start, int end)
    {
        var quote = At(text, end);
        if (quote is not ((byte)'"' or (byte)'\'') || !IsBlank(At(text, start - 1)))
        {
            return null;
        }

        for (var i = start - 1; i >= 0 && start - i <= MaxWords; i--)
        {
            if (text[i] == quote)
            {
                return IsWord(text[i + 1]) ? i : null;
            }

            if (!IsWord(text[i]) && !IsBlank(text[i]) && text[i] != (byte)'-')
            {
                return null;
            }
        }

        return null;
    }

    // A dot or a hyphen belongs to a name when the name goes on behind it.
    private static bool IsNamePart(ReadOnlySpan<byte> text, int place, int beyond) =>
        (IsWord(text[place]) && !IsWideColon(text, place)) || (text[place] is (byte)'-' or (byte)'.' && IsWord(At(text, beyond)));
}
