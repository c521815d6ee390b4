using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads the statements that hold others: conditions, loops and the like.</summary>
internal sealed class ControlReader(Cursor cursor, Grammar grammar)
{
    /// <returns>Whether such a statement stands here; if not, nothing was read.</returns>
    public bool TryRead()
    {
        switch (cursor.Current.Kind)
        {
            case TokenKind.If:
                If();
                return true;
            case TokenKind.For:
                For();
                return true;
            case TokenKind.While or TokenKind.With:
                cursor.Advance();
                Condition();
                grammar.Statements.Body();
                return true;
            case TokenKind.Do:
                Do();
                return true;
            case TokenKind.Switch:
                Switch();
                return true;
            case TokenKind.Try:
                Try();
                return true;
            default:
                return false;
        }
    }

    private void Condition()
    {
        cursor.Expect(TokenKind.OpenParen);
        grammar.Expressions.Read();
        cursor.Expect(TokenKind.CloseParen);
    }

    private void If()
    {
        while (true)
        {
            cursor.Expect(TokenKind.If);
            Condition();
            grammar.Statements.Body();
            if (!cursor.Take(TokenKind.Else))
            {
                return;
            }

            if (!cursor.Is(TokenKind.If))
            {
                grammar.Statements.Body();
                return;
            }
        }
    }

    private void For()
    {
        cursor.Expect(TokenKind.For);
        cursor.Take(TokenKind.Await);
        cursor.Expect(TokenKind.OpenParen);
        if (!cursor.Is(TokenKind.Semicolon) && !grammar.Declarations.TryVariables(isLoop: true))
        {
            grammar.Expressions.Read();
        }

        if (cursor.Current.Kind is TokenKind.Of or TokenKind.In)
        {
            cursor.Advance();
            grammar.Expressions.Read();
        }
        else if (!cursor.Is(TokenKind.CloseParen))
        {
            LoopParts();
        }

        cursor.Expect(TokenKind.CloseParen);
        grammar.Statements.Body();
    }

    private void LoopParts()
    {
        cursor.Expect(TokenKind.Semicolon);
        if (!cursor.Is(TokenKind.Semicolon))
        {
            grammar.Expressions.Read();
        }

        cursor.Expect(TokenKind.Semicolon);
        if (!cursor.Is(TokenKind.CloseParen))
        {
            grammar.Expressions.Read();
        }
    }

    private void Do()
    {
        cursor.Expect(TokenKind.Do);
        grammar.Statements.Body();
        cursor.Expect(TokenKind.While);
        Condition();
        cursor.Take(TokenKind.Semicolon);
        grammar.Statements.IsOpen = false;
    }

    private void Switch()
    {
        cursor.Expect(TokenKind.Switch);
        Condition();
        cursor.Expect(TokenKind.OpenBrace);
        while (!cursor.Ends(TokenKind.CloseBrace))
        {
            if (cursor.Take(TokenKind.Case))
            {
                grammar.Expressions.Read();
            }
            else
            {
                cursor.Expect(TokenKind.Default);
            }

            cursor.Expect(TokenKind.Colon);
            grammar.Statements.IsOpen = false;
            while (!cursor.Ends(TokenKind.CloseBrace) && cursor.Current.Kind is not (TokenKind.Case or TokenKind.Default))
            {
                grammar.Statements.Read();
            }
        }

        cursor.Expect(TokenKind.CloseBrace);
        grammar.Statements.IsOpen = false;
    }

    private void Try()
    {
        cursor.Expect(TokenKind.Try);
        grammar.Statements.Block();
        if (cursor.Take(TokenKind.Catch))
        {
            if (cursor.Take(TokenKind.OpenParen))
            {
                grammar.Operands.Binding();
                grammar.Functions.OptionalType();
                cursor.Expect(TokenKind.CloseParen);
            }

            grammar.Statements.Block();
        }

        if (cursor.Take(TokenKind.Finally))
        {
            grammar.Statements.Block();
        }
    }
}
