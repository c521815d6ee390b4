using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads the lists that types have: arguments, type parameters, tuples.</summary>
internal sealed class TypeListReader(Cursor cursor, Grammar grammar)
{
    /// <summary>Where the list of arguments that starts at a place ends; -1 when there is none. Nothing is read more than twice.</summary>
    private readonly Dictionary<int, int> ends = [];

    /// <summary>The list of arguments at a <c>&lt;</c>, where there can be nothing else.</summary>
    public void Arguments()
    {
        var start = cursor.Current.Start;
        if (!ends.TryGetValue(start, out var end))
        {
            Read();
            ends[start] = cursor.Problem is null ? cursor.PreviousEnd : -1;
        }
        else if (end >= 0)
        {
            cursor.JumpTo(end);
        }
        else
        {
            cursor.FailHere();
        }
    }

    /// <summary>The list of arguments at a <c>&lt;</c> that may be an operator.</summary>
    /// <returns>Whether it is one; if not, nothing was read.</returns>
    public bool TryArguments()
    {
        var mark = cursor.Mark();
        Arguments();
        if (cursor.Problem is null)
        {
            cursor.Edits.Forget(mark.Edits);
            return true;
        }

        cursor.GoBack(mark);
        return false;
    }

    /// <summary>Type parameters, if there are any.</summary>
    public void OptionalParameters()
    {
        if (cursor.Is(TokenKind.Less))
        {
            Parameters();
        }
    }

    /// <summary>Type parameters, with their <c>const</c>, <c>in</c> and <c>out</c>.</summary>
    public void Parameters()
    {
        cursor.Expect(TokenKind.Less);
        do
        {
            while (IsModifier())
            {
                cursor.Advance();
            }

            if (!cursor.Current.IsIdentifier)
            {
                cursor.FailHere();
            }

            cursor.Advance();
            if (cursor.Take(TokenKind.Extends))
            {
                grammar.Types.Read();
            }

            if (cursor.Take(TokenKind.Equals))
            {
                grammar.Types.Read();
            }
        }
        while (cursor.Take(TokenKind.Comma) && !cursor.Is(TokenKind.Greater));
        cursor.Expect(TokenKind.Greater);
    }

    public void Tuple()
    {
        cursor.Expect(TokenKind.OpenBracket);
        while (!cursor.Ends(TokenKind.CloseBracket))
        {
            cursor.Take(TokenKind.Ellipsis);
            Label();
            cursor.Take(TokenKind.Ellipsis);
            grammar.Types.Read();
            cursor.Take(TokenKind.Question);
            if (!cursor.Take(TokenKind.Comma))
            {
                break;
            }
        }

        cursor.Expect(TokenKind.CloseBracket);
    }

    /// <summary>Whether the parenthesis here is that of a function's parameters, and not of a type.</summary>
    public bool IsParameterList()
    {
        var mark = cursor.Mark();
        cursor.Advance();
        var isOne = cursor.Current.Kind is TokenKind.CloseParen or TokenKind.Ellipsis || (SkipName() && IsBehindName());
        cursor.GoBack(mark);
        return isOne;
    }

    private bool IsBehindName() =>
        cursor.Current.Kind is TokenKind.Colon or TokenKind.Comma or TokenKind.Question or TokenKind.Equals
        || (cursor.Is(TokenKind.CloseParen) && cursor.Peek().Kind == TokenKind.Arrow);

    private bool SkipName()
    {
        while (FunctionReader.IsModifier(cursor.Current) && cursor.Peek() is { IsWord: true } or { Kind: TokenKind.OpenBrace or TokenKind.OpenBracket })
        {
            cursor.Advance();
        }

        if (cursor.Current.Kind is not (TokenKind.OpenBracket or TokenKind.OpenBrace))
        {
            var isName = cursor.Current.IsIdentifier || cursor.Is(TokenKind.This);
            cursor.Advance();
            return isName;
        }

        return SkipPattern();
    }

    /// <summary>A pattern has names, colons, commas, dots and brackets; what has more is a type.</summary>
    private bool SkipPattern()
    {
        var depth = 0;
        do
        {
            depth += cursor.Current.Kind switch
            {
                TokenKind.OpenBrace or TokenKind.OpenBracket => 1,
                TokenKind.CloseBrace or TokenKind.CloseBracket => -1,
                TokenKind.Colon or TokenKind.Comma or TokenKind.Ellipsis or TokenKind.String or TokenKind.Number => 0,
                _ when cursor.Current.IsWord => 0,
                _ => int.MinValue / 2,
            };
            cursor.Advance();
        }
        while (depth > 0);
        return depth == 0 && cursor.Problem is null;
    }

    private void Read()
    {
        cursor.SplitLess();
        cursor.Expect(TokenKind.Less);
        do
        {
            grammar.Types.Read();
        }
        while (cursor.Take(TokenKind.Comma) && !cursor.Is(TokenKind.Greater));
        cursor.Expect(TokenKind.Greater);
    }

    private bool IsModifier() =>
        cursor.Current.Kind is TokenKind.Const or TokenKind.In or TokenKind.Out
        && cursor.Peek() is { StartsLine: false, IsIdentifier: true } or { StartsLine: false, Kind: TokenKind.In or TokenKind.Const };

    private void Label()
    {
        if (!cursor.Current.IsWord)
        {
            return;
        }

        var next = cursor.Peek();
        var hasMark = next.Kind == TokenKind.Question && cursor.PeekAfter(next).Kind == TokenKind.Colon;
        if (next.Kind == TokenKind.Colon || hasMark)
        {
            cursor.Advance();
            cursor.Take(TokenKind.Question);
            cursor.Advance();
        }
    }
}
