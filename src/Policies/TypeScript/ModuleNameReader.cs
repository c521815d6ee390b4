using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads the names in the braces of imports and exports, and erases those that say <c>type</c>.</summary>
internal sealed class ModuleNameReader(Cursor cursor)
{
    /// <summary>From the brace on.</summary>
    public void Read()
    {
        cursor.Expect(TokenKind.OpenBrace);
        while (!cursor.Ends(TokenKind.CloseBrace))
        {
            var mark = cursor.Mark();
            var isType = TakeType();
            Name();
            if (cursor.Take(TokenKind.As))
            {
                Name();
            }

            if (!cursor.Is(TokenKind.CloseBrace))
            {
                cursor.Expect(TokenKind.Comma);
            }

            if (isType)
            {
                cursor.EraseSince(mark);
            }
        }

        cursor.Expect(TokenKind.CloseBrace);
    }

    private void Name()
    {
        if (!cursor.Take(TokenKind.String))
        {
            cursor.ExpectWord();
        }
    }

    /// <summary>The <c>type</c> before a name, which may also be the name: <c>type as as</c> is one, <c>type as</c> is not.</summary>
    private bool TakeType()
    {
        if (!cursor.Is(TokenKind.Type))
        {
            return false;
        }

        var next = cursor.Peek();
        var isType = next.IsWord || next.Kind == TokenKind.String;
        if (next.Kind == TokenKind.As)
        {
            var second = cursor.PeekAfter(next);
            isType = second.Kind == TokenKind.As ? cursor.PeekAfter(second).IsWord : !second.IsWord && second.Kind != TokenKind.String;
        }

        if (isType)
        {
            cursor.Advance();
        }

        return isType;
    }
}
