using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads what stands between brackets, with commas.</summary>
internal sealed class ListReader(Cursor cursor, Grammar grammar)
{
    /// <summary>What stands in parentheses: a value, arguments, or an arrow function's parameters, whose types are erased.</summary>
    /// <returns>Whether it can be nothing but parameters.</returns>
    public bool Parentheses()
    {
        var isList = false;
        cursor.Expect(TokenKind.OpenParen);
        while (!cursor.Ends(TokenKind.CloseParen))
        {
            if (cursor.Is(TokenKind.This) && cursor.Peek().Kind == TokenKind.Colon)
            {
                isList |= grammar.Functions.OptionalThis();
            }
            else
            {
                isList |= Element();
            }

            if (!cursor.Is(TokenKind.CloseParen))
            {
                cursor.Expect(TokenKind.Comma);
            }
        }

        cursor.Expect(TokenKind.CloseParen);
        return isList;
    }

    /// <summary>The arguments of a call.</summary>
    public void Arguments()
    {
        cursor.Expect(TokenKind.OpenParen);
        while (!cursor.Ends(TokenKind.CloseParen))
        {
            cursor.Take(TokenKind.Ellipsis);
            grammar.Expressions.Assignment();
            if (!cursor.Is(TokenKind.CloseParen))
            {
                cursor.Expect(TokenKind.Comma);
            }
        }

        cursor.Expect(TokenKind.CloseParen);
    }

    /// <summary>An array, or a pattern like one.</summary>
    public void Array()
    {
        cursor.Expect(TokenKind.OpenBracket);
        while (!cursor.Ends(TokenKind.CloseBracket))
        {
            if (cursor.Take(TokenKind.Comma))
            {
                continue;
            }

            cursor.Take(TokenKind.Ellipsis);
            grammar.Expressions.Assignment();
            if (!cursor.Is(TokenKind.CloseBracket))
            {
                cursor.Expect(TokenKind.Comma);
            }
        }

        cursor.Expect(TokenKind.CloseBracket);
    }

    private bool Element()
    {
        if (FunctionReader.IsModifier(cursor.Current)
            && cursor.Peek() is { StartsLine: false, IsIdentifier: true, Kind: not (TokenKind.As or TokenKind.Satisfies) })
        {
            cursor.Fail(cursor.Current.Start, Refusal.ParameterProperty);
        }

        cursor.Take(TokenKind.Ellipsis);
        grammar.Expressions.Assignment();
        if (cursor.Current.Kind is not (TokenKind.Question or TokenKind.Colon))
        {
            return false;
        }

        grammar.Functions.OptionalType();
        if (cursor.Take(TokenKind.Equals))
        {
            grammar.Expressions.Assignment();
        }

        return true;
    }
}
