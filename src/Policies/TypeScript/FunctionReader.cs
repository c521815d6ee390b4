using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads what functions and methods have behind their names.</summary>
internal sealed class FunctionReader(Cursor cursor, Grammar grammar)
{
    /// <summary>Whether it is one of the words that TypeScript puts before members and parameters, if it is no name.</summary>
    public static bool IsModifier(Token token) => token.Kind is TokenKind.Public or TokenKind.Private or TokenKind.Protected or TokenKind.Readonly
        or TokenKind.Override or TokenKind.Abstract or TokenKind.Declare;

    /// <summary>Type parameters, parameters, the type of the result and the body.</summary>
    /// <returns>Whether it has a body.</returns>
    public bool Rest()
    {
        OptionalTypeParameters();
        Parameters();
        OptionalResult();
        if (!cursor.Is(TokenKind.OpenBrace))
        {
            return false;
        }

        grammar.Statements.Block();
        return true;
    }

    public void OptionalTypeParameters()
    {
        if (cursor.Is(TokenKind.Less))
        {
            var mark = cursor.Mark();
            grammar.TypeLists.Parameters();
            cursor.EraseSince(mark);
        }
    }

    public void Parameters()
    {
        cursor.Expect(TokenKind.OpenParen);
        while (!cursor.Ends(TokenKind.CloseParen))
        {
            if (!OptionalThis())
            {
                Parameter();
            }

            if (!cursor.Is(TokenKind.CloseParen))
            {
                cursor.Expect(TokenKind.Comma);
            }
        }

        cursor.Expect(TokenKind.CloseParen);
    }

    /// <summary>The type of <c>this</c>, which goes with its comma.</summary>
    public bool OptionalThis()
    {
        if (!cursor.Is(TokenKind.This) || cursor.Peek().Kind is not (TokenKind.Colon or TokenKind.Comma or TokenKind.CloseParen))
        {
            return false;
        }

        var mark = cursor.Mark();
        cursor.Advance();
        if (cursor.Take(TokenKind.Colon))
        {
            grammar.Types.Read();
        }

        cursor.EraseSince(mark);
        if (cursor.Is(TokenKind.Comma))
        {
            cursor.Edits.Erase(cursor.Current.Start, cursor.Current.End);
        }

        return true;
    }

    /// <summary>The <c>?</c> or <c>!</c> and the type behind a name, if any.</summary>
    public void OptionalType()
    {
        var mark = cursor.Mark();
        if (cursor.Is(TokenKind.Question) || cursor.Current is { Kind: TokenKind.Exclamation, StartsLine: false })
        {
            cursor.Advance();
        }

        if (cursor.Take(TokenKind.Colon))
        {
            grammar.Types.Read();
        }

        if (cursor.PreviousEnd > mark.Start)
        {
            cursor.EraseSince(mark);
        }
    }

    private void Parameter()
    {
        if (cursor.Is(TokenKind.At))
        {
            cursor.Fail(cursor.Current.Start, Refusal.Decorator);
        }
        else if (IsModifier(cursor.Current) && cursor.Peek() is { StartsLine: false } next
            && (next.IsWord || next.Kind is TokenKind.OpenBrace or TokenKind.OpenBracket))
        {
            Modifiers();
        }

        cursor.Take(TokenKind.Ellipsis);
        grammar.Operands.Binding();
        OptionalType();
        if (cursor.Take(TokenKind.Equals))
        {
            grammar.Expressions.Assignment();
        }
    }

    private void Modifiers()
    {
        if (!grammar.Declarations.IsAmbient)
        {
            cursor.Fail(cursor.Current.Start, Refusal.ParameterProperty);
        }

        while (IsModifier(cursor.Current) && cursor.Peek().IsWord)
        {
            cursor.Advance();
        }
    }

    private void OptionalResult()
    {
        if (cursor.Is(TokenKind.Colon))
        {
            var mark = cursor.Mark();
            cursor.Advance();
            grammar.Types.Result();
            cursor.EraseSince(mark);
        }
    }
}
