using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads a class's members, and erases those that only types are made of.</summary>
internal sealed class ClassMemberReader(Cursor cursor, Grammar grammar)
{
    public void Read()
    {
        var statements = grammar.Statements;
        if (cursor.Take(TokenKind.Semicolon))
        {
            statements.IsOpen = false;
            return;
        }

        if (cursor.Is(TokenKind.Static) && cursor.Peek().Kind == TokenKind.OpenBrace)
        {
            cursor.Advance();
            statements.Block();
            return;
        }

        cursor.Enter();
        var (mark, wasOpen) = (cursor.Mark(), statements.IsOpen);
        var isErased = Modifiers(wasOpen);
        if (grammar.TypeMembers.IsIndex())
        {
            grammar.TypeMembers.Index();
            statements.Semicolon();
            isErased = true;
        }
        else
        {
            isErased |= !Member();
        }

        if (isErased)
        {
            statements.EraseSince(mark, wasOpen);
        }

        cursor.Leave();
    }

    /// <returns>Whether the member goes with them.</returns>
    private bool Modifiers(bool wasOpen)
    {
        var (isErased, isFirst, isStatic) = (false, true, false);
        while (IsModifier(isStatic))
        {
            isErased |= cursor.Current.Kind is TokenKind.Abstract or TokenKind.Declare;
            isStatic |= cursor.Is(TokenKind.Static);
            if (FunctionReader.IsModifier(cursor.Current))
            {
                cursor.Edits.Erase(cursor.Current.Start, cursor.Current.End);
                if (isFirst && wasOpen)
                {
                    cursor.Edits.Put(cursor.Current.Start, ';');
                }
            }

            isFirst = false;
            cursor.Advance();
        }

        if (cursor.Is(TokenKind.At))
        {
            cursor.Fail(cursor.Current.Start, Refusal.Decorator);
        }

        return isErased;
    }

    private bool IsModifier(bool isStatic)
    {
        var next = cursor.Peek();
        var isFollowed = next.IsPropertyName || next.Kind is TokenKind.OpenBracket or TokenKind.Star or TokenKind.At;
        return cursor.Current.Kind == TokenKind.Static
            ? isFollowed && !isStatic
            : isFollowed && !next.StartsLine && (FunctionReader.IsModifier(cursor.Current) || cursor.Current.Kind is TokenKind.Async or TokenKind.Accessor);
    }

    /// <returns>Whether it stays: what is declared without a body goes.</returns>
    private bool Member()
    {
        if (cursor.Current.Kind is TokenKind.Get or TokenKind.Set && (cursor.Peek().IsPropertyName || cursor.Peek().Kind == TokenKind.OpenBracket))
        {
            cursor.Advance();
        }

        cursor.Take(TokenKind.Star);
        var name = cursor.Current;
        grammar.Objects.PropertyName();
        if (cursor.Is(TokenKind.Question) && cursor.Peek().Kind is TokenKind.OpenParen or TokenKind.Less)
        {
            cursor.Edits.Erase(cursor.Current.Start, cursor.Current.End);
            cursor.Advance();
        }

        if (cursor.Current.Kind is not (TokenKind.OpenParen or TokenKind.Less))
        {
            Field(name);
            return true;
        }

        if (grammar.Functions.Rest())
        {
            grammar.Statements.IsOpen = false;
            return true;
        }

        grammar.Statements.Semicolon();
        return false;
    }

    private void Field(Token name)
    {
        var start = cursor.Current.Start;
        grammar.Functions.OptionalType();
        var isTyped = cursor.PreviousEnd > start;
        var hasValue = cursor.Take(TokenKind.Equals);
        if (hasValue)
        {
            grammar.Expressions.Assignment();
        }

        grammar.Statements.Semicolon();

        // Alone on its line, such a name would take the next member as its own.
        if (isTyped && !hasValue && grammar.Statements.IsOpen
            && name.Kind is TokenKind.Get or TokenKind.Set or TokenKind.Static or TokenKind.Async or TokenKind.Accessor)
        {
            cursor.Edits.Put(start, ';');
            grammar.Statements.IsOpen = false;
        }
    }
}
