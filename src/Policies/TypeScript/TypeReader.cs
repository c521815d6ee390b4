using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>Reads a type, from its first token to its last one. What it reads, others erase.</summary>
internal sealed class TypeReader(Cursor cursor, Grammar grammar)
{
    /// <summary>Where the <c>?</c> stands that follows the constraint of an <c>infer</c>, which was the <c>extends</c> of a condition then.</summary>
    private int conditionAt = -1;

    /// <param name="isConditional">Whether an <c>extends</c> behind it belongs to it.</param>
    public void Read(bool isConditional = true)
    {
        cursor.Enter();
        while (true)
        {
            if (IsFunctionStart())
            {
                Function();
                break;
            }

            Union(isConditional);
            if (!isConditional || !IsCondition())
            {
                break;
            }

            cursor.Expect(TokenKind.Question);
            Read();
            cursor.Expect(TokenKind.Colon);
        }

        cursor.Leave();
    }

    /// <summary>What stands behind the colon of a function: a type, <c>x is T</c> or <c>asserts x</c>.</summary>
    public void Result()
    {
        if (cursor.Current.IsIdentifier && cursor.Peek() is { Kind: TokenKind.Is, StartsLine: false })
        {
            cursor.Advance();
            cursor.Advance();
        }

        Read();
    }

    private bool IsCondition()
    {
        if (cursor.Is(TokenKind.Extends) && !cursor.Current.StartsLine)
        {
            cursor.Advance();
            Read(isConditional: false);
            return true;
        }

        return cursor.Is(TokenKind.Question) && cursor.Current.Start == conditionAt
            && cursor.Peek().Kind is not (TokenKind.CloseBracket or TokenKind.Comma or TokenKind.CloseParen);
    }

    private void Union(bool isConditional)
    {
        cursor.Take(TokenKind.Bar);
        do
        {
            cursor.Take(TokenKind.Ampersand);
            do
            {
                Operated(isConditional);
            }
            while (cursor.Take(TokenKind.Ampersand));
        }
        while (cursor.Take(TokenKind.Bar));
    }

    private void Operated(bool isConditional)
    {
        while (cursor.Current.Kind is TokenKind.Keyof or TokenKind.Unique or TokenKind.Readonly)
        {
            cursor.Advance();
        }

        if (IsFunctionStart())
        {
            cursor.Fail(cursor.Current.Start, Refusal.FunctionInUnion);
        }
        else if (cursor.Take(TokenKind.Infer))
        {
            Infer(isConditional);
        }
        else
        {
            Postfixed();
        }
    }

    private void Infer(bool isConditional)
    {
        cursor.ExpectWord();
        if (cursor.Take(TokenKind.Extends))
        {
            Read(isConditional: false);
            if (isConditional && cursor.Is(TokenKind.Question))
            {
                conditionAt = cursor.Current.Start;
            }
        }
    }

    private void Postfixed()
    {
        Primary();
        while (cursor.Is(TokenKind.OpenBracket) && !cursor.Current.StartsLine)
        {
            cursor.Advance();
            if (!cursor.Is(TokenKind.CloseBracket))
            {
                Read();
            }

            cursor.Expect(TokenKind.CloseBracket);
        }
    }

    private void Primary()
    {
        switch (cursor.Current.Kind)
        {
            case TokenKind.OpenBrace:
                grammar.TypeMembers.Braces();
                break;
            case TokenKind.OpenBracket:
                grammar.TypeLists.Tuple();
                break;
            case TokenKind.OpenParen:
                cursor.Advance();
                Read();
                cursor.Expect(TokenKind.CloseParen);
                break;
            case TokenKind.String or TokenKind.Number or TokenKind.True or TokenKind.False or TokenKind.Null or TokenKind.Void:
                cursor.Advance();
                break;
            case >= TokenKind.Any when cursor.Peek().Kind != TokenKind.Dot:
                cursor.Advance();
                break;
            case TokenKind.Minus:
                cursor.Advance();
                cursor.Expect(TokenKind.Number);
                break;
            case TokenKind.Backtick:
                cursor.Template(() => Read());
                break;
            default:
                grammar.TypeNames.Read();
                break;
        }
    }

    private bool IsFunctionStart() => cursor.Current.Kind switch
    {
        TokenKind.Less or TokenKind.New => true,
        TokenKind.Abstract => cursor.Peek().Kind == TokenKind.New,
        TokenKind.OpenParen => grammar.TypeLists.IsParameterList(),
        _ => false,
    };

    private void Function()
    {
        cursor.Take(TokenKind.Abstract);
        cursor.Take(TokenKind.New);
        grammar.TypeLists.OptionalParameters();
        grammar.Functions.Parameters();
        cursor.Expect(TokenKind.Arrow);
        Result();
    }
}
