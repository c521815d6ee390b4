namespace Gates.Policies.TypeScript.Tokens;

/// <summary>The classes of characters that ECMAScript tells apart.</summary>
internal static class Characters
{
    private const string LineBreaks = "\n\r\u2028\u2029";

    public static bool HasLineBreak(ReadOnlySpan<char> text) => text.IndexOfAny(LineBreaks) >= 0;

    /// <returns>Where the line ends that a place is in; its break stands there, or the text ends.</returns>
    public static int LineEnd(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny(LineBreaks);
        return length < 0 ? text.Length : start + length;
    }

    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    /// <summary>White space within a line.</summary>
    public static bool IsSpace(char c) =>
        c is ' ' or '\t' or '\v' or '\f' || (c >= '\u00a0' && (c == '\ufeff' || (!IsLineBreak(c) && char.IsWhiteSpace(c))));

    /// <summary>Everything beyond ASCII counts as a letter: what is none is for the parser of what comes out.</summary>
    public static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c is '_' or '$' || (c >= '\u0080' && !IsLineBreak(c) && !IsSpace(c));

    public static bool IsWordPart(char c) => char.IsAsciiDigit(c) || IsWordStart(c);
}
