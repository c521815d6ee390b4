using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads what stands in the braces of an interface, of an object's type and of a mapped type.</summary>
internal sealed class TypeMemberReader(Cursor cursor, Grammar grammar)
{
    public void Braces()
    {
        var isMapped = IsMapped();
        cursor.Expect(TokenKind.OpenBrace);
        if (isMapped)
        {
            Mapped();
        }

        while (!cursor.Ends(TokenKind.CloseBrace))
        {
            Member();
            Separator();
        }

        cursor.Expect(TokenKind.CloseBrace);
    }

    /// <summary>Whether the bracket here is that of an index signature, such as <c>[key: string]: T</c>.</summary>
    public bool IsIndex()
    {
        if (!cursor.Is(TokenKind.OpenBracket))
        {
            return false;
        }

        var mark = cursor.Mark();
        cursor.Advance();
        var isOne = false;
        if (cursor.Current.IsIdentifier)
        {
            var next = cursor.Peek();
            isOne = next.Kind is TokenKind.Colon or TokenKind.Comma
                || (next.Kind == TokenKind.Question && cursor.PeekAfter(next).Kind is TokenKind.Colon or TokenKind.Comma or TokenKind.CloseBracket)
                || (FunctionReader.IsModifier(cursor.Current) && next.IsIdentifier);
        }

        cursor.GoBack(mark);
        return isOne;
    }

    /// <summary>The index signature without its modifiers and its semicolon.</summary>
    public void Index()
    {
        cursor.Expect(TokenKind.OpenBracket);
        while (cursor.Current.IsWord)
        {
            cursor.Advance();
        }

        cursor.Take(TokenKind.Question);
        if (cursor.Take(TokenKind.Colon))
        {
            grammar.Types.Read();
        }

        cursor.Take(TokenKind.Comma);
        cursor.Expect(TokenKind.CloseBracket);
        OptionalType();
    }

    private void Mapped()
    {
        Sign(TokenKind.Readonly);
        cursor.Expect(TokenKind.OpenBracket);
        cursor.Advance();
        cursor.Expect(TokenKind.In);
        grammar.Types.Read();
        if (cursor.Take(TokenKind.As))
        {
            grammar.Types.Read();
        }

        cursor.Expect(TokenKind.CloseBracket);
        Sign(TokenKind.Question);
        OptionalType();
        Separator();
    }

    private void Sign(TokenKind kind)
    {
        if (cursor.Current.Kind is TokenKind.Plus or TokenKind.Minus)
        {
            cursor.Advance();
        }

        cursor.Take(kind);
    }

    private bool IsMapped()
    {
        var mark = cursor.Mark();
        cursor.Advance();
        Sign(TokenKind.Readonly);
        var isOne = cursor.Take(TokenKind.OpenBracket) && cursor.Current.IsWord && cursor.Peek().Kind == TokenKind.In;
        cursor.GoBack(mark);
        return isOne;
    }

    private void Separator()
    {
        if (!cursor.Take(TokenKind.Semicolon) && !cursor.Take(TokenKind.Comma) && !cursor.Current.StartsLine && !cursor.Is(TokenKind.CloseBrace))
        {
            cursor.FailHere();
        }
    }

    private void Member()
    {
        if (cursor.Current.Kind is TokenKind.OpenParen or TokenKind.Less)
        {
            Signature();
            return;
        }

        if (cursor.Is(TokenKind.New) && cursor.Peek().Kind is TokenKind.OpenParen or TokenKind.Less)
        {
            cursor.Advance();
            Signature();
            return;
        }

        while (IsPrefix())
        {
            cursor.Advance();
        }

        if (IsIndex())
        {
            Index();
            return;
        }

        grammar.Objects.PropertyName();
        cursor.Take(TokenKind.Question);
        if (cursor.Current.Kind is TokenKind.OpenParen or TokenKind.Less)
        {
            Signature();
        }
        else
        {
            OptionalType();
        }
    }

    private bool IsPrefix() =>
        (cursor.Peek().IsPropertyName || cursor.Peek().Kind == TokenKind.OpenBracket)
        && (cursor.Current.Kind is TokenKind.Get or TokenKind.Set || (FunctionReader.IsModifier(cursor.Current) && !cursor.Peek().StartsLine));

    private void Signature()
    {
        grammar.TypeLists.OptionalParameters();
        grammar.Functions.Parameters();
        if (cursor.Take(TokenKind.Colon))
        {
            grammar.Types.Result();
        }
    }

    private void OptionalType()
    {
        if (cursor.Take(TokenKind.Colon))
        {
            grammar.Types.Read();
        }
    }
}
