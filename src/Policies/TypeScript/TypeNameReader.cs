using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads types that start with a word: names with their arguments, queries, imports and predicates.</summary>
internal sealed class TypeNameReader(Cursor cursor, Grammar grammar)
{
    /// <summary>A type that starts with a word.</summary>
    public void Read()
    {
        switch (cursor.Current.Kind)
        {
            case TokenKind.This:
                cursor.Advance();
                if (cursor.Is(TokenKind.Is) && !cursor.Current.StartsLine)
                {
                    cursor.Advance();
                    grammar.Types.Read();
                }

                break;
            case TokenKind.Typeof:
                cursor.Advance();
                ReferenceOrImport();
                break;
            case TokenKind.Asserts when cursor.Peek() is { IsWord: true, StartsLine: false }:
                cursor.Advance();
                cursor.Advance();
                if (cursor.Take(TokenKind.Is))
                {
                    grammar.Types.Read();
                }

                break;
            case < TokenKind.Name and not (TokenKind.Const or TokenKind.Import):
                cursor.FailHere();
                break;
            default:
                ReferenceOrImport();
                break;
        }
    }

    /// <summary>A type's name with its arguments.</summary>
    /// <param name="hasLineBreaks">Whether the arguments may start on a line of their own: they do in a class's head.</param>
    public void Reference(bool hasLineBreaks = false)
    {
        Word();
        while (cursor.Take(TokenKind.Dot))
        {
            Word();
        }

        Arguments(hasLineBreaks);
    }

    private void Word()
    {
        if (!cursor.Take(TokenKind.PrivateName))
        {
            cursor.ExpectWord();
        }
    }

    private void Arguments(bool hasLineBreaks = false)
    {
        if ((hasLineBreaks || !cursor.Current.StartsLine) && cursor.Current.Kind is TokenKind.Less or TokenKind.LessLess)
        {
            grammar.TypeLists.Arguments();
        }
    }

    private void ReferenceOrImport()
    {
        if (!cursor.Take(TokenKind.Import))
        {
            Reference();
            return;
        }

        cursor.Expect(TokenKind.OpenParen);
        grammar.Types.Read();
        if (cursor.Take(TokenKind.Comma) && cursor.Is(TokenKind.OpenBrace))
        {
            grammar.Objects.Literal();
            cursor.Take(TokenKind.Comma);
        }

        cursor.Expect(TokenKind.CloseParen);
        if (cursor.Take(TokenKind.Dot))
        {
            Reference();
        }
        else
        {
            Arguments();
        }
    }
}
