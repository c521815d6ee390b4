using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads expressions: operators, conditions, and the types behind <c>as</c> and <c>satisfies</c>.</summary>
internal sealed class ExpressionReader(Cursor cursor, Grammar grammar)
{
    /// <summary>One expression, or several with commas between them.</summary>
    public void Read()
    {
        do
        {
            Assignment();
        }
        while (cursor.Take(TokenKind.Comma));
    }

    /// <param name="isTrueBranch">Whether it stands between the <c>?</c> and the <c>:</c> of a condition.</param>
    public void Assignment(bool isTrueBranch = false)
    {
        cursor.Enter();
        while (true)
        {
            var head = grammar.Arrows.Head(isTrueBranch);
            if (head == ExpressionHead.Whole)
            {
                break;
            }

            var isTyped = Operators(head == ExpressionHead.Operand);
            if (cursor.Current.Kind is TokenKind.Equals or TokenKind.Assignment or TokenKind.SlashEquals && !isTyped)
            {
                cursor.Advance();
                continue;
            }

            if (!cursor.Is(TokenKind.Question) || IsOptionalParameter())
            {
                break;
            }

            cursor.Advance();
            Assignment(isTrueBranch: true);
            if (grammar.Arrows.TookFalseBranch())
            {
                break;
            }

            cursor.Expect(TokenKind.Colon);
        }

        cursor.Leave();
    }

    /// <summary>What may stand before a class's braces, or be called: no operator.</summary>
    public void LeftHandSide() => grammar.Operands.Read(isRead: false, hasCalls: true);

    /// <summary>The <c>?</c> of <c>(a?: T) =&gt; …</c> and the like, behind which no expression starts.</summary>
    private bool IsOptionalParameter() => cursor.Peek().Kind is TokenKind.Colon or TokenKind.Comma or TokenKind.CloseParen or TokenKind.Equals;

    /// <returns>Whether an <c>as</c> or a <c>satisfies</c> is in it: nothing can be assigned to that, but in parentheses.</returns>
    private bool Operators(bool isFirstRead)
    {
        var isTyped = false;
        while (true)
        {
            Unary(isFirstRead);
            isFirstRead = false;
            while (cursor.Current.Kind is TokenKind.As or TokenKind.Satisfies && !cursor.Current.StartsLine)
            {
                Typed();
                isTyped = true;
            }

            cursor.JoinGreater();
            if (!cursor.Current.IsBinaryOperator || cursor.Current.Kind is TokenKind.As or TokenKind.Satisfies)
            {
                return isTyped;
            }

            cursor.Advance();
        }
    }

    private void Typed()
    {
        var mark = cursor.Mark();
        cursor.Advance();
        grammar.Types.Read();
        cursor.EraseSince(mark);

        // TypeScript ends the statement here, and JavaScript would call, index or tag the value.
        if (cursor.Current is { StartsLine: true, Kind: TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.Backtick })
        {
            cursor.Edits.Put(mark.Start, ';');
        }
    }

    private void Unary(bool isRead)
    {
        while (!isRead && IsPrefix())
        {
            cursor.Advance();
        }

        grammar.Operands.Read(isRead, hasCalls: true);
        if (cursor.Is(TokenKind.Increment) && !cursor.Current.StartsLine)
        {
            cursor.Advance();
        }
    }

    private bool IsPrefix() => cursor.Current.Kind switch
    {
        TokenKind.Exclamation or TokenKind.Tilde or TokenKind.Plus or TokenKind.Minus or TokenKind.Increment => true,
        TokenKind.Typeof or TokenKind.Void or TokenKind.Delete => true,
        TokenKind.Await => cursor.Peek().StartsExpression && cursor.Peek().Kind is not (TokenKind.As or TokenKind.Satisfies or TokenKind.Of),
        _ => false,
    };
}

/// <summary>What was read where an arrow function could have started.</summary>
internal enum ExpressionHead
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An operand, such as what stands in parentheses.</summary>
    Operand,

    /// <summary>The whole expression.</summary>
    Whole,
}
