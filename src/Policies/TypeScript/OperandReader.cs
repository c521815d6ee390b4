using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads what operators stand between: values, with their members, calls, type arguments and <c>!</c>.</summary>
internal sealed class OperandReader(Cursor cursor, Grammar grammar)
{
    /// <param name="isRead">Whether its first part was read before.</param>
    /// <param name="hasCalls">Whether parentheses and <c>?.</c> belong to it: they do not behind <c>new</c>.</param>
    public void Read(bool isRead, bool hasCalls)
    {
        if (!isRead)
        {
            Primary();
        }

        while (Part(hasCalls))
        {
        }
    }

    /// <summary>A variable's name, or a pattern of names.</summary>
    public void Binding()
    {
        if (cursor.Is(TokenKind.OpenBrace))
        {
            grammar.Objects.Literal();
        }
        else if (cursor.Is(TokenKind.OpenBracket))
        {
            grammar.Lists.Array();
        }
        else if (cursor.Current.IsIdentifier)
        {
            cursor.Advance();
        }
        else
        {
            cursor.FailHere();
        }
    }

    private bool Part(bool hasCalls)
    {
        switch (cursor.Current.Kind)
        {
            case TokenKind.Dot:
                cursor.Advance();
                Name();
                return true;
            case TokenKind.QuestionDot when hasCalls:
                cursor.Advance();
                Optional();
                return true;
            case TokenKind.OpenBracket:
                cursor.Advance();
                grammar.Expressions.Read();
                cursor.Expect(TokenKind.CloseBracket);
                return true;
            case TokenKind.OpenParen when hasCalls:
                grammar.Lists.Arguments();
                return true;
            case TokenKind.Backtick:
                cursor.Template(grammar.Expressions.Read);
                return true;
            case TokenKind.Exclamation when !cursor.Current.StartsLine:
                cursor.Edits.Erase(cursor.Current.Start, cursor.Current.End);
                cursor.Advance();
                return true;
            case TokenKind.Less or TokenKind.LessLess:
                return TypeArguments();
            default:
                return false;
        }
    }

    private void Name()
    {
        if (!cursor.Take(TokenKind.PrivateName))
        {
            cursor.ExpectWord();
        }
    }

    private void Optional()
    {
        if (cursor.Is(TokenKind.Less))
        {
            var mark = cursor.Mark();
            grammar.TypeLists.Arguments();
            cursor.EraseSince(mark);
        }
        else if (cursor.Current.Kind is not (TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.Backtick))
        {
            Name();
        }
    }

    private bool TypeArguments()
    {
        var mark = cursor.Mark();
        if (!grammar.TypeLists.TryArguments())
        {
            return false;
        }

        if (!cursor.ContinuesGreater && CanFollowTypeArguments())
        {
            cursor.EraseSince(mark);
            return true;
        }

        cursor.GoBack(mark);
        return false;
    }

    /// <summary>TypeScript's own rule, by which <c>a &lt; b &gt; (c)</c> is a call and <c>a &lt; b &gt; c</c> compares.</summary>
    private bool CanFollowTypeArguments() => cursor.Current.Kind switch
    {
        TokenKind.OpenParen or TokenKind.Backtick => true,
        TokenKind.Less or TokenKind.Greater or TokenKind.Plus or TokenKind.Minus => false,
        _ => cursor.Current.StartsLine || cursor.Current.IsBinaryOperator || !cursor.Current.StartsExpression,
    };

    private void Primary()
    {
        switch (cursor.Current.Kind)
        {
            case TokenKind.OpenParen:
                if (grammar.Lists.Parentheses())
                {
                    cursor.FailHere();
                }

                break;
            case TokenKind.OpenBracket:
                grammar.Lists.Array();
                break;
            case TokenKind.OpenBrace:
                grammar.Objects.Literal();
                break;
            case TokenKind.Backtick:
                cursor.Template(grammar.Expressions.Read);
                break;
            case TokenKind.Slash or TokenKind.SlashEquals:
                cursor.Regex();
                break;
            case TokenKind.Less or TokenKind.LessLess:
                cursor.Fail(cursor.Current.Start, Refusal.Cast);
                break;
            case TokenKind.At:
                cursor.Fail(cursor.Current.Start, Refusal.Decorator);
                break;
            default:
                Worded();
                break;
        }
    }

    private void Worded()
    {
        switch (cursor.Current.Kind)
        {
            case TokenKind.Function:
                grammar.Objects.FunctionValue();
                break;
            case TokenKind.Async when cursor.Peek() is { Kind: TokenKind.Function, StartsLine: false }:
                cursor.Advance();
                grammar.Objects.FunctionValue();
                break;
            case TokenKind.Class:
                grammar.Classes.Read();
                break;
            case TokenKind.New:
                New();
                break;
            case TokenKind.This or TokenKind.Super or TokenKind.Null or TokenKind.True or TokenKind.False or TokenKind.Import:
            case TokenKind.Number or TokenKind.String or TokenKind.PrivateName or >= TokenKind.Name:
                cursor.Advance();
                break;
            default:
                cursor.FailHere();
                break;
        }
    }

    private void New()
    {
        cursor.Expect(TokenKind.New);
        if (cursor.Take(TokenKind.Dot))
        {
            Name();
            return;
        }

        cursor.Enter();
        Read(isRead: false, hasCalls: false);
        cursor.Leave();
        if (cursor.Is(TokenKind.OpenParen))
        {
            grammar.Lists.Arguments();
        }
    }
}
