namespace Gates.Policies.TypeScript;

/// <summary>Reads statements.</summary>
internal sealed class StatementReader(Cursor cursor, Grammar grammar)
{
    /// <value>
    /// Whether what was read last ended without a semicolon, or cannot stand without a statement behind it: if what follows goes, a
    /// semicolon must stay in its place.
    /// </value>
    public bool IsOpen { get; set; }

    public void Program()
    {
        while (!cursor.Is(TokenKind.EndOfText))
        {
            Read();
        }
    }

    public void Block()
    {
        cursor.Expect(TokenKind.OpenBrace);
        IsOpen = false;
        while (!cursor.Ends(TokenKind.CloseBrace))
        {
            Read();
        }

        cursor.Expect(TokenKind.CloseBrace);
        IsOpen = false;
    }

    /// <summary>The end of a statement: a semicolon, or where JavaScript adds one.</summary>
    public void Semicolon()
    {
        IsOpen = !cursor.Take(TokenKind.Semicolon);
        if (IsOpen && !cursor.Current.StartsLine && !cursor.Ends(TokenKind.CloseBrace))
        {
            cursor.FailHere();
        }
    }

    /// <summary>Erases a statement, and keeps what comes before and behind it apart.</summary>
    public void EraseSince(Mark mark, bool wasOpen)
    {
        cursor.EraseSince(mark);
        if (wasOpen)
        {
            cursor.Edits.Put(mark.Start, ';');
        }

        IsOpen = false;
    }

    public void Read()
    {
        cursor.Enter();
        if (!grammar.Declarations.TryRead(cursor.Mark()) && !TryControl())
        {
            Simple();
        }

        cursor.Leave();
    }

    private void Simple()
    {
        switch (cursor.Current.Kind)
        {
            case TokenKind.OpenBrace:
                Block();
                break;
            case TokenKind.Semicolon:
                cursor.Advance();
                IsOpen = false;
                break;
            case TokenKind.Return or TokenKind.Throw:
                cursor.Advance();
                if (!cursor.Current.StartsLine && !cursor.Ends(TokenKind.CloseBrace) && !cursor.Is(TokenKind.Semicolon))
                {
                    grammar.Expressions.Read();
                }

                Semicolon();
                break;
            case TokenKind.Break or TokenKind.Continue or TokenKind.Debugger:
                cursor.Advance();
                if (cursor.Current is { IsIdentifier: true, StartsLine: false })
                {
                    cursor.Advance();
                }

                Semicolon();
                break;
            case >= TokenKind.Name when cursor.Peek().Kind == TokenKind.Colon:
                cursor.Advance();
                cursor.Advance();
                Body();
                break;
            default:
                grammar.Expressions.Read();
                Semicolon();
                break;
        }
    }

    private bool TryControl()
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
                Body();
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

    /// <summary>A statement that the one before needs: if it goes, a semicolon stands for it.</summary>
    private void Body()
    {
        IsOpen = true;
        Read();
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
            Body();
            if (!cursor.Take(TokenKind.Else))
            {
                return;
            }

            if (!cursor.Is(TokenKind.If))
            {
                Body();
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
        Body();
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
        Body();
        cursor.Expect(TokenKind.While);
        Condition();
        cursor.Take(TokenKind.Semicolon);
        IsOpen = false;
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
            IsOpen = false;
            while (!cursor.Ends(TokenKind.CloseBrace) && cursor.Current.Kind is not (TokenKind.Case or TokenKind.Default))
            {
                Read();
            }
        }

        cursor.Expect(TokenKind.CloseBrace);
        IsOpen = false;
    }

    private void Try()
    {
        cursor.Expect(TokenKind.Try);
        Block();
        if (cursor.Take(TokenKind.Catch))
        {
            if (cursor.Take(TokenKind.OpenParen))
            {
                grammar.Operands.Binding();
                grammar.Functions.OptionalType();
                cursor.Expect(TokenKind.CloseParen);
            }

            Block();
        }

        if (cursor.Take(TokenKind.Finally))
        {
            Block();
        }
    }
}
