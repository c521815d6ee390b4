using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads imports and exports, and erases those that say <c>type</c>.</summary>
internal sealed class ImportReader(Cursor cursor, Grammar grammar)
{
    public void Import(Mark mark, bool wasOpen)
    {
        cursor.Expect(TokenKind.Import);
        var isType = cursor.Is(TokenKind.Type) && IsTypeOnly();
        if (isType || (cursor.Is(TokenKind.Defer) && cursor.Peek().Kind is TokenKind.Star))
        {
            cursor.Advance();
        }

        if (!cursor.Take(TokenKind.String) && !Clause(mark))
        {
            cursor.Expect(TokenKind.String);
        }

        End();
        if (isType)
        {
            grammar.Statements.EraseSince(mark, wasOpen);
        }
    }

    public void Export(Mark mark, bool wasOpen)
    {
        cursor.Expect(TokenKind.Export);
        switch (cursor.Current.Kind)
        {
            case TokenKind.Default:
                Default(mark, wasOpen);
                break;
            case TokenKind.OpenBrace or TokenKind.Star:
                List();
                break;
            case TokenKind.Type when cursor.Peek().Kind is TokenKind.OpenBrace or TokenKind.Star:
                cursor.Advance();
                List();
                grammar.Statements.EraseSince(mark, wasOpen);
                break;
            case TokenKind.Equals:
                ExportEquals(mark);
                break;
            case TokenKind.Import when !grammar.Declarations.IsAmbient:
                cursor.Fail(mark.Start, Refusal.ExportImport);
                break;
            case TokenKind.As when cursor.Peek().Kind == TokenKind.Namespace:
                cursor.Advance();
                cursor.Advance();
                cursor.Advance();
                grammar.Statements.Semicolon();
                grammar.Statements.EraseSince(mark, wasOpen);
                break;
            default:
                if (cursor.Is(TokenKind.Export) || !grammar.Declarations.TryRead(mark))
                {
                    cursor.FailHere();
                }

                break;
        }
    }

    private void ExportEquals(Mark mark)
    {
        if (!grammar.Declarations.IsAmbient)
        {
            cursor.Fail(mark.Start, Refusal.ExportEquals);
        }

        cursor.Advance();
        grammar.Expressions.Read();
        grammar.Statements.Semicolon();
    }

    private void Default(Mark mark, bool wasOpen)
    {
        cursor.Expect(TokenKind.Default);
        switch (cursor.Current.Kind)
        {
            case TokenKind.Function:
            case TokenKind.Async when cursor.Peek() is { Kind: TokenKind.Function, StartsLine: false }:
                grammar.Declarations.Function(mark, wasOpen);
                break;
            case TokenKind.Class:
            case TokenKind.Abstract when cursor.Peek() is { Kind: TokenKind.Class, StartsLine: false }:
                grammar.Declarations.Class();
                break;
            case TokenKind.Interface when cursor.Peek().IsIdentifier:
                grammar.Declarations.Interface(mark, wasOpen);
                break;
            case TokenKind.Enum:
                cursor.Fail(mark.Start, Refusal.Enum);
                break;
            default:
                grammar.Expressions.Assignment();
                grammar.Statements.Semicolon();
                break;
        }
    }

    /// <summary>Whether the <c>type</c> behind <c>import</c> is the word, and not the name of what is imported.</summary>
    private bool IsTypeOnly()
    {
        var next = cursor.Peek();
        return next.Kind switch
        {
            TokenKind.From => cursor.PeekAfter(next).Kind is TokenKind.From or TokenKind.Equals,
            TokenKind.OpenBrace or TokenKind.Star => true,
            _ => next.IsIdentifier,
        };
    }

    /// <returns>Whether the module's name was read, too.</returns>
    private bool Clause(Mark mark)
    {
        if (cursor.Current.IsIdentifier)
        {
            cursor.Advance();
            if (cursor.Is(TokenKind.Equals))
            {
                Equals(mark);
                return true;
            }

            if (cursor.Take(TokenKind.From))
            {
                return false;
            }

            cursor.Expect(TokenKind.Comma);
        }

        if (cursor.Take(TokenKind.Star))
        {
            cursor.Expect(TokenKind.As);
            cursor.Advance();
        }
        else
        {
            grammar.ModuleNames.Read();
        }

        cursor.Expect(TokenKind.From);
        return false;
    }

    private void Equals(Mark mark)
    {
        if (!grammar.Declarations.IsAmbient)
        {
            cursor.Fail(mark.Start, Refusal.ImportEquals);
        }

        cursor.Advance();
        grammar.Expressions.Read();
    }

    /// <summary>What stands behind <c>export</c>, from its brace or star on.</summary>
    private void List()
    {
        if (!cursor.Take(TokenKind.Star))
        {
            grammar.ModuleNames.Read();
        }
        else if (cursor.Take(TokenKind.As))
        {
            cursor.Advance();
        }

        if (cursor.Take(TokenKind.From))
        {
            cursor.Expect(TokenKind.String);
        }

        End();
    }

    /// <summary>Attributes, if there are any, and the semicolon.</summary>
    private void End()
    {
        if (cursor.Current is { Kind: TokenKind.With, StartsLine: false })
        {
            cursor.Advance();
            grammar.Objects.Literal();
        }

        grammar.Statements.Semicolon();
    }
}
