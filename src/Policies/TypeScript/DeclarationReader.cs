using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads declarations, and erases those that only types are made of.</summary>
internal sealed class DeclarationReader(Cursor cursor, Grammar grammar)
{
    /// <value>Whether it stands behind <c>declare</c>, where nothing makes code.</value>
    public bool IsAmbient { get; private set; }

    /// <param name="mark">Where the statement starts: before an <c>export</c>, if there is one.</param>
    /// <returns>Whether a declaration stands here; if not, nothing was read.</returns>
    public bool TryRead(Mark mark)
    {
        var wasOpen = grammar.Statements.IsOpen;
        switch (cursor.Current.Kind)
        {
            case TokenKind.Function:
            case TokenKind.Async when cursor.Peek() is { Kind: TokenKind.Function, StartsLine: false }:
                Function(mark, wasOpen);
                return true;
            case TokenKind.Class:
            case TokenKind.Abstract when cursor.Peek() is { Kind: TokenKind.Class, StartsLine: false }:
                Class();
                return true;
            case TokenKind.Enum:
            case TokenKind.Const when cursor.Peek().Kind == TokenKind.Enum:
                Enum(mark);
                return true;
            case TokenKind.Import when cursor.Peek().Kind is not (TokenKind.OpenParen or TokenKind.Dot):
                grammar.Modules.Import(mark, wasOpen);
                return true;
            case TokenKind.Export:
                grammar.Modules.Export(mark, wasOpen);
                return true;
            case TokenKind.At:
                cursor.Fail(cursor.Current.Start, Refusal.Decorator);
                return true;
        }

        return TryTyped(mark, wasOpen) || TryVariableStatement();
    }

    /// <summary>Variables from their <c>const</c> on, if that stands here.</summary>
    public bool TryVariables(bool isLoop)
    {
        if (!IsVariable())
        {
            return false;
        }

        cursor.Take(TokenKind.Await);
        cursor.Advance();
        do
        {
            grammar.Operands.Binding();
            grammar.Functions.OptionalType();
            if (cursor.Take(TokenKind.Equals))
            {
                grammar.Expressions.Assignment();
            }
        }
        while (cursor.Take(TokenKind.Comma));
        if (!isLoop)
        {
            grammar.Statements.Semicolon();
        }

        return true;
    }

    /// <summary>An interface, from its word on.</summary>
    public void Interface(Mark mark, bool wasOpen)
    {
        cursor.Advance();
        cursor.Advance();
        grammar.TypeLists.OptionalParameters();
        if (cursor.Take(TokenKind.Extends))
        {
            grammar.Classes.TypeNames();
        }

        grammar.TypeMembers.Braces();
        grammar.Statements.EraseSince(mark, wasOpen);
    }

    /// <summary>A function; one without a body is erased from the start of its statement.</summary>
    public void Function(Mark mark, bool wasOpen)
    {
        cursor.Take(TokenKind.Async);
        if (grammar.Objects.Function())
        {
            grammar.Statements.IsOpen = false;
            return;
        }

        grammar.Statements.Semicolon();
        grammar.Statements.EraseSince(mark, wasOpen);
    }

    /// <summary>A class, without its <c>abstract</c>.</summary>
    public void Class()
    {
        if (cursor.Is(TokenKind.Abstract))
        {
            cursor.Edits.Erase(cursor.Current.Start, cursor.Current.End);
            cursor.Advance();
        }

        grammar.Classes.Read();
        grammar.Statements.IsOpen = false;
    }

    private bool TryVariableStatement() => TryVariables(isLoop: false);

    private bool IsVariable()
    {
        var next = cursor.Peek();
        return cursor.Current.Kind switch
        {
            TokenKind.Var or TokenKind.Const => true,
            TokenKind.Let => next.IsIdentifier || next.Kind is TokenKind.OpenBrace or TokenKind.OpenBracket,
            TokenKind.Using => next is { IsIdentifier: true, StartsLine: false, Kind: not (TokenKind.Of or TokenKind.As or TokenKind.Satisfies) },
            TokenKind.Await => next is { Kind: TokenKind.Using, StartsLine: false } && cursor.PeekAfter(next) is { IsIdentifier: true, StartsLine: false },
            _ => false,
        };
    }

    private bool TryTyped(Mark mark, bool wasOpen)
    {
        switch (cursor.Current.Kind)
        {
            case TokenKind.Type when cursor.Peek() is { IsIdentifier: true, StartsLine: false }:
                Alias(mark, wasOpen);
                return true;
            case TokenKind.Interface when cursor.Peek() is { IsIdentifier: true, StartsLine: false }:
                Interface(mark, wasOpen);
                return true;
            case TokenKind.Namespace
                or TokenKind.Module when cursor.Peek() is { StartsLine: false } name && (name.IsIdentifier || name.Kind == TokenKind.String):
                Namespace(mark, wasOpen);
                return true;
            case TokenKind.Global when IsAmbient && cursor.Peek().Kind == TokenKind.OpenBrace:
                Namespace(mark, wasOpen);
                return true;
            case TokenKind.Declare when IsDeclared():
                Declare(mark, wasOpen);
                return true;
            default:
                return false;
        }
    }

    private bool IsDeclared() => cursor.Peek() is { StartsLine: false } next
        && (next.IsIdentifier || next.Kind is TokenKind.Var or TokenKind.Const or TokenKind.Function or TokenKind.Class or TokenKind.Enum or TokenKind.Import)
        && next.Kind is not (TokenKind.As or TokenKind.Satisfies or TokenKind.Of);

    private void Declare(Mark mark, bool wasOpen)
    {
        var wasAmbient = IsAmbient;
        IsAmbient = true;
        cursor.Enter();
        cursor.Advance();
        if (!TryRead(cursor.Mark()))
        {
            cursor.FailHere();
        }

        cursor.Leave();
        IsAmbient = wasAmbient;
        grammar.Statements.EraseSince(mark, wasOpen);
    }

    private void Alias(Mark mark, bool wasOpen)
    {
        cursor.Advance();
        cursor.Advance();
        grammar.TypeLists.OptionalParameters();
        cursor.Expect(TokenKind.Equals);
        grammar.Types.Read();
        grammar.Statements.Semicolon();
        grammar.Statements.EraseSince(mark, wasOpen);
    }

    private void Enum(Mark mark)
    {
        if (!IsAmbient)
        {
            cursor.Fail(mark.Start, Refusal.Enum);
            return;
        }

        cursor.Take(TokenKind.Const);
        cursor.Advance();
        cursor.Advance();
        grammar.Objects.Literal();
    }

    private void Namespace(Mark mark, bool wasOpen)
    {
        if (!cursor.Is(TokenKind.Global))
        {
            cursor.Advance();
        }

        cursor.Advance();
        while (cursor.Take(TokenKind.Dot))
        {
            cursor.ExpectWord();
        }

        if (IsAmbient && !cursor.Is(TokenKind.OpenBrace))
        {
            grammar.Statements.Semicolon();
        }
        else if (IsAmbient)
        {
            grammar.Statements.Block();
        }
        else
        {
            OnlyTypes(mark);
        }

        grammar.Statements.EraseSince(mark, wasOpen);
    }

    private void OnlyTypes(Mark mark)
    {
        cursor.Enter();
        cursor.Expect(TokenKind.OpenBrace);
        while (!cursor.Ends(TokenKind.CloseBrace))
        {
            var start = cursor.Mark();
            cursor.Take(TokenKind.Export);
            if (cursor.Is(TokenKind.Declare) && cursor.Peek().Kind is TokenKind.Type or TokenKind.Interface)
            {
                cursor.Advance();
            }

            if (cursor.Is(TokenKind.Declare) || !TryTyped(start, wasOpen: false))
            {
                cursor.Fail(mark.Start, Refusal.Namespace);
            }
        }

        cursor.Expect(TokenKind.CloseBrace);
        cursor.Leave();
    }
}
