using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads objects in braces, also those that are patterns, and function expressions.</summary>
internal sealed class ObjectReader(Cursor cursor, Grammar grammar)
{
    public void Literal()
    {
        cursor.Expect(TokenKind.OpenBrace);
        while (!cursor.Ends(TokenKind.CloseBrace))
        {
            Member();
            if (!cursor.Is(TokenKind.CloseBrace))
            {
                cursor.Expect(TokenKind.Comma);
            }
        }

        cursor.Expect(TokenKind.CloseBrace);
    }

    /// <summary>A function that is a value: it has a body.</summary>
    public void FunctionValue()
    {
        if (!Function())
        {
            cursor.FailHere();
        }
    }

    /// <summary>From the word <c>function</c> on.</summary>
    /// <returns>Whether it has a body.</returns>
    public bool Function()
    {
        cursor.Expect(TokenKind.Function);
        cursor.Take(TokenKind.Star);
        if (cursor.Current.IsIdentifier)
        {
            cursor.Advance();
        }

        return grammar.Functions.Rest();
    }

    /// <summary>The name of a member of an object, a class or a type.</summary>
    public void PropertyName()
    {
        if (cursor.Take(TokenKind.OpenBracket))
        {
            grammar.Expressions.Read();
            cursor.Expect(TokenKind.CloseBracket);
        }
        else if (cursor.Current.IsPropertyName)
        {
            cursor.Advance();
        }
        else
        {
            cursor.FailHere();
        }
    }

    private void Member()
    {
        if (cursor.Take(TokenKind.Ellipsis))
        {
            grammar.Expressions.Assignment();
            return;
        }

        if (cursor.Is(TokenKind.Async) && cursor.Peek() is { StartsLine: false } next && (IsName(next) || next.Kind == TokenKind.Star))
        {
            cursor.Advance();
        }

        if (cursor.Current.Kind is TokenKind.Get or TokenKind.Set && IsName(cursor.Peek()))
        {
            cursor.Advance();
        }

        cursor.Take(TokenKind.Star);
        PropertyName();
        switch (cursor.Current.Kind)
        {
            case TokenKind.OpenParen or TokenKind.Less:
                if (!grammar.Functions.Rest())
                {
                    cursor.FailHere();
                }

                break;
            case TokenKind.Colon or TokenKind.Equals:
                cursor.Advance();
                grammar.Expressions.Assignment();
                break;
        }
    }

    private static bool IsName(Token token) => token.IsPropertyName || token.Kind == TokenKind.OpenBracket;
}
