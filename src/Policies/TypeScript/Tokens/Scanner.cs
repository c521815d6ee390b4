namespace Gates.Policies.TypeScript.Tokens;

/// <summary>Reads tokens. It keeps nothing: what a <c>/</c> or a <c>}</c> means is for the grammar to say.</summary>
internal sealed class Scanner(string text)
{
    public string Text => text;

    /// <summary>The token at or after a position. <c>&gt;</c> always stands alone, because types close one by one.</summary>
    public Token Scan(int position)
    {
        var start = SkipSpace(position, out var startsLine, out var isOpen);
        if (isOpen)
        {
            return new Token(TokenKind.OpenComment, start, text.Length, startsLine);
        }

        if (start == text.Length)
        {
            return new Token(TokenKind.EndOfText, start, start, startsLine);
        }

        var c = text[start];
        if (Characters.IsWordStart(c) || c == '\\')
        {
            return Word(start, startsLine);
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(At(start + 1))))
        {
            return new Token(TokenKind.Number, start, Literals.NumberEnd(text, start), startsLine);
        }

        if (c is '"' or '\'')
        {
            var end = Literals.StringEnd(text, start);
            return new Token(end < 0 ? TokenKind.OpenString : TokenKind.String, start, end < 0 ? text.Length : end, startsLine);
        }

        if (c == '#' && (Characters.IsWordStart(At(start + 1)) || At(start + 1) == '\\'))
        {
            return new Token(TokenKind.PrivateName, start, Literals.WordEnd(text, start + 1), startsLine);
        }

        var (kind, length) = Punctuators.Read(text.AsSpan(start));
        return new Token(kind, start, start + length, startsLine);
    }

    /// <summary>The operator that a <c>&gt;</c> in an expression starts.</summary>
    public Token JoinGreater(Token token)
    {
        var end = token.End;
        while (At(end) == '>' && end - token.Start < 3)
        {
            end++;
        }

        var count = end - token.Start;
        return At(end) != '='
            ? token with { End = end }
            : token with { Kind = count == 1 ? TokenKind.Operator : TokenKind.Assignment, End = end + 1 };
    }

    private Token Word(int start, bool startsLine)
    {
        var end = Literals.WordEnd(text, start);
        if (end == start)
        {
            return new Token(TokenKind.UnknownCharacter, start, start + 1, startsLine);
        }

        return new Token(Keywords.Kind(text.AsSpan(start, end - start)), start, end, startsLine);
    }

    private char At(int position) => position < text.Length ? text[position] : '\0';

    private int SkipSpace(int position, out bool startsLine, out bool isOpen)
    {
        (startsLine, isOpen) = (false, false);
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (Characters.IsLineBreak(c))
            {
                startsLine = true;
            }
            else if (c == '/' && At(position + 1) == '/')
            {
                position = Characters.LineEnd(text, position) - 1;
            }
            else if (c == '/' && At(position + 1) == '*')
            {
                var end = text.IndexOf("*/", position + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    isOpen = true;
                    return position;
                }

                startsLine |= Characters.HasLineBreak(text.AsSpan(position, end - position));
                position = end + 1;
            }
            else if (!Characters.IsSpace(c))
            {
                break;
            }
        }

        return position;
    }
}
