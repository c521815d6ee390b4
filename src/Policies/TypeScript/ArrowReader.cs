using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>
/// Reads arrow functions. What stands in parentheses is read once, as parameters or as a value alike; only what comes behind it tells
/// which of the two it was.
/// </summary>
internal sealed class ArrowReader(Cursor cursor, Grammar grammar)
{
    /// <summary>Where no type stands behind a parenthesis and its colon.</summary>
    private readonly HashSet<int> noResults = [];

    /// <summary>Where the false branch of a condition ended that was read as if it were a function's body.</summary>
    private int falseBranchEnd = -1;

    /// <summary>An arrow function or a <c>yield</c>, or what could have become one.</summary>
    public ExpressionHead Head(bool isTrueBranch)
    {
        switch (cursor.Current.Kind)
        {
            case TokenKind.OpenParen:
                return Parenthesized(default, isTrueBranch);
            case TokenKind.Less or TokenKind.LessLess:
                return Generic(isTrueBranch);
            case TokenKind.Yield:
                return Yield();
            case TokenKind.Async when cursor.Peek() is { StartsLine: false, Kind: not TokenKind.Arrow }:
                return Async(isTrueBranch);
            case >= TokenKind.Name when cursor.Peek().Kind == TokenKind.Arrow:
                cursor.Advance();
                return Body(isTrueBranch);
            default:
                return ExpressionHead.None;
        }
    }

    /// <summary>Whether the true branch that was read just now turned out to hold the false one, too: <c>a ? (b) : c =&gt; d</c>.</summary>
    public bool TookFalseBranch()
    {
        var took = falseBranchEnd == cursor.PreviousEnd;
        falseBranchEnd = -1;
        return took;
    }

    private ExpressionHead Yield()
    {
        cursor.Advance();
        if (!cursor.Current.StartsLine && (cursor.Is(TokenKind.Star) || cursor.Current.StartsExpression))
        {
            cursor.Take(TokenKind.Star);
            grammar.Expressions.Assignment();
        }

        return ExpressionHead.Whole;
    }

    private ExpressionHead Async(bool isTrueBranch)
    {
        var next = cursor.Peek();
        if (next.Kind == TokenKind.OpenParen)
        {
            cursor.Advance();
            return Parenthesized(default, isTrueBranch);
        }

        if (next.Kind is TokenKind.Less)
        {
            var mark = cursor.Mark();
            cursor.Advance();
            return TypeParameters() is { } types ? Parenthesized(types, isTrueBranch) : Back(mark);
        }

        if (next.IsIdentifier && cursor.PeekAfter(next).Kind == TokenKind.Arrow)
        {
            cursor.Advance();
            cursor.Advance();
            return Body(isTrueBranch);
        }

        return ExpressionHead.None;
    }

    private ExpressionHead Back(Mark mark)
    {
        cursor.GoBack(mark);
        return ExpressionHead.None;
    }

    private ExpressionHead Generic(bool isTrueBranch)
    {
        var start = cursor.Current.Start;
        if (cursor.Is(TokenKind.LessLess) || TypeParameters() is not { } types)
        {
            cursor.Fail(start, Refusal.Cast);
        }
        else if (Parenthesized(types, isTrueBranch) != ExpressionHead.Whole && cursor.Problem is null)
        {
            cursor.Fail(start, Refusal.Cast);
        }

        return ExpressionHead.Whole;
    }

    /// <returns>Where they stand, when parameters follow.</returns>
    private (int Start, int End)? TypeParameters()
    {
        var mark = cursor.Mark();
        grammar.TypeLists.Parameters();
        if (cursor.Problem is null && cursor.Is(TokenKind.OpenParen))
        {
            cursor.EraseSince(mark);
            return (mark.Start, cursor.PreviousEnd);
        }

        cursor.GoBack(mark);
        return null;
    }

    /// <param name="types">Where type parameters stand before it, if any.</param>
    /// <param name="isTrueBranch">Whether a colon behind it may be that of a condition.</param>
    private ExpressionHead Parenthesized((int Start, int End) types, bool isTrueBranch)
    {
        var open = cursor.Current.Start;
        var isList = grammar.Lists.Parentheses();
        var close = cursor.PreviousEnd - 1;
        if (cursor.Is(TokenKind.Arrow))
        {
            Reopen(types, open);
            return Body(isTrueBranch);
        }

        if (cursor.Is(TokenKind.Colon) && Result(isList || types.End > 0) is { } result)
        {
            Reopen(types, open);
            return TypedBody(result, close, isTrueBranch);
        }

        if (isList && cursor.Problem is null)
        {
            cursor.FailHere();
        }

        return ExpressionHead.Operand;
    }

    /// <summary>Before the parameters there must be no line break, lest an <c>async</c> or a <c>return</c> stand alone.</summary>
    private void Reopen((int Start, int End) types, int open)
    {
        if (types.End > 0 && cursor.HasLineBreak(types.Start, open))
        {
            cursor.Edits.Put(types.Start, '(');
            cursor.Edits.Erase(open, open + 1);
        }
    }

    /// <summary>The colon and the type of the result, when an arrow comes behind them.</summary>
    private ResultType? Result(bool isCertain)
    {
        var mark = cursor.Mark();
        if (!isCertain && noResults.Contains(mark.Start))
        {
            return null;
        }

        cursor.Advance();
        var isName = !isCertain && cursor.Current.IsIdentifier && cursor.Peek().Kind == TokenKind.Arrow;
        grammar.Types.Result();
        if (cursor.Problem is null && cursor.Is(TokenKind.Arrow))
        {
            cursor.Edits.Forget(mark.Edits);
            return new ResultType(mark.Start, cursor.PreviousEnd, isName);
        }

        if (isCertain)
        {
            cursor.FailHere();
            return null;
        }

        noResults.Add(mark.Start);
        cursor.GoBack(mark);
        return null;
    }

    private ExpressionHead TypedBody(ResultType result, int close, bool isTrueBranch)
    {
        var arrow = cursor.Current.Start;
        Body(isTrueBranch);
        if (isTrueBranch && !cursor.Is(TokenKind.Colon) && result.IsName)
        {
            falseBranchEnd = cursor.PreviousEnd;
            return ExpressionHead.Whole;
        }

        cursor.Edits.Erase(result.Start, result.End);
        if (cursor.HasLineBreak(close, arrow) && !cursor.HasLineBreak(result.End, arrow))
        {
            cursor.Edits.Erase(close, close + 1);
            cursor.Edits.Put(result.End - 1, ')');
        }

        return ExpressionHead.Whole;
    }

    private ExpressionHead Body(bool isTrueBranch)
    {
        cursor.Expect(TokenKind.Arrow);
        if (cursor.Is(TokenKind.OpenBrace))
        {
            grammar.Statements.Block();
        }
        else
        {
            grammar.Expressions.Assignment(isTrueBranch);
        }

        return ExpressionHead.Whole;
    }

    private readonly record struct ResultType(int Start, int End, bool IsName);
}
