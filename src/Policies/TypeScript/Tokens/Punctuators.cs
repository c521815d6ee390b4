namespace Gates.Policies.TypeScript.Tokens;

/// <summary>The signs of the language.</summary>
internal static class Punctuators
{
    /// <returns>The longest one that the text starts with, but for <c>&gt;</c>, which always stands alone.</returns>
    public static (TokenKind Kind, int Length) Read(ReadOnlySpan<char> text) => text[0] switch
    {
        '{' => (TokenKind.OpenBrace, 1),
        '}' => (TokenKind.CloseBrace, 1),
        '(' => (TokenKind.OpenParen, 1),
        ')' => (TokenKind.CloseParen, 1),
        '[' => (TokenKind.OpenBracket, 1),
        ']' => (TokenKind.CloseBracket, 1),
        ';' => (TokenKind.Semicolon, 1),
        ',' => (TokenKind.Comma, 1),
        ':' => (TokenKind.Colon, 1),
        '~' => (TokenKind.Tilde, 1),
        '@' => (TokenKind.At, 1),
        '`' => (TokenKind.Backtick, 1),
        '>' => (TokenKind.Greater, 1),
        '.' => text.StartsWith("...") ? (TokenKind.Ellipsis, 3) : (TokenKind.Dot, 1),
        '=' => text.StartsWith("=>") ? (TokenKind.Arrow, 2) : Compared(text, TokenKind.Equals),
        '!' => Compared(text, TokenKind.Exclamation),
        '/' => text.StartsWith("/=") ? (TokenKind.SlashEquals, 2) : (TokenKind.Slash, 1),
        '?' => Question(text),
        '+' => Repeated(text, TokenKind.Plus, TokenKind.Increment),
        '-' => Repeated(text, TokenKind.Minus, TokenKind.Increment),
        '*' => Repeated(text, TokenKind.Star, TokenKind.Operator),
        '&' => Repeated(text, TokenKind.Ampersand, TokenKind.Operator),
        '|' => Repeated(text, TokenKind.Bar, TokenKind.Operator),
        '<' => text.StartsWith("<=") ? (TokenKind.Operator, 2) : Repeated(text, TokenKind.Less, TokenKind.LessLess),
        '^' or '%' => Repeated(text[..1], text, TokenKind.Operator),
        _ => (TokenKind.UnknownCharacter, 1),
    };

    /// <summary><c>=</c>, <c>==</c>, <c>===</c> and the like.</summary>
    private static (TokenKind Kind, int Length) Compared(ReadOnlySpan<char> text, TokenKind alone)
    {
        if (text.Length < 2 || text[1] != '=')
        {
            return (alone, 1);
        }

        return (TokenKind.Operator, text.Length > 2 && text[2] == '=' ? 3 : 2);
    }

    private static (TokenKind Kind, int Length) Question(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("??"))
        {
            return text.StartsWith("??=") ? (TokenKind.Assignment, 3) : (TokenKind.Operator, 2);
        }

        return text.StartsWith("?.") && !(text.Length > 2 && char.IsAsciiDigit(text[2])) ? (TokenKind.QuestionDot, 2) : (TokenKind.Question, 1);
    }

    /// <summary>A sign alone, twice, and each of them before a <c>=</c>.</summary>
    private static (TokenKind Kind, int Length) Repeated(ReadOnlySpan<char> text, TokenKind once, TokenKind twice)
    {
        if (text.Length < 2 || text[1] != text[0])
        {
            return Repeated(text[..1], text, once);
        }

        return twice == TokenKind.Increment ? (twice, 2) : Repeated(text[..2], text, twice);
    }

    private static (TokenKind Kind, int Length) Repeated(ReadOnlySpan<char> sign, ReadOnlySpan<char> text, TokenKind kind) =>
        text.Length > sign.Length && text[sign.Length] == '=' ? (TokenKind.Assignment, sign.Length + 1) : (kind, sign.Length);
}
