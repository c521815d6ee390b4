using Gates.Policies.TypeScript.Tokens;

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
        if (!grammar.Declarations.TryRead(cursor.Mark()) && !grammar.Controls.TryRead())
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

    /// <summary>A statement that the one before needs: if it goes, a semicolon stands for it.</summary>
    public void Body()
    {
        IsOpen = true;
        Read();
    }
}
