using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads classes.</summary>
internal sealed class ClassReader(Cursor cursor, Grammar grammar)
{
    /// <summary>From the word <c>class</c> on.</summary>
    public void Read()
    {
        cursor.Enter();
        cursor.Expect(TokenKind.Class);
        if (cursor.Current.IsIdentifier && !(cursor.Is(TokenKind.Implements) && cursor.Peek().IsWord))
        {
            cursor.Advance();
        }

        grammar.Functions.OptionalTypeParameters();
        while (cursor.Current.Kind is TokenKind.Extends or TokenKind.Implements)
        {
            Heritage();
        }

        Members();
        cursor.Leave();
    }

    /// <summary>The names behind <c>implements</c>, and behind an interface's <c>extends</c>.</summary>
    public void TypeNames()
    {
        do
        {
            grammar.TypeNames.Reference(hasLineBreaks: true);
        }
        while (cursor.Take(TokenKind.Comma));
    }

    private void Heritage()
    {
        var mark = cursor.Mark();
        if (cursor.Take(TokenKind.Implements))
        {
            TypeNames();
            cursor.EraseSince(mark);
            return;
        }

        cursor.Expect(TokenKind.Extends);
        grammar.Expressions.LeftHandSide();
        if (cursor.Current.Kind is TokenKind.Less or TokenKind.LessLess)
        {
            mark = cursor.Mark();
            grammar.TypeLists.Arguments();
            cursor.EraseSince(mark);
        }
    }

    private void Members()
    {
        cursor.Expect(TokenKind.OpenBrace);
        grammar.Statements.IsOpen = false;
        while (!cursor.Ends(TokenKind.CloseBrace))
        {
            grammar.Members.Read();
        }

        cursor.Expect(TokenKind.CloseBrace);
        grammar.Statements.IsOpen = false;
    }
}
