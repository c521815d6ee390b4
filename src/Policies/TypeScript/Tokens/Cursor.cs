namespace Gates.Policies.TypeScript.Tokens;

/// <summary>
/// Where reading is. After a problem it stands at the end of the text, so that whoever reads comes to an end;
/// <see cref="GoBack"/> takes a problem back, which is how one reading is tried before another.
/// </summary>
internal sealed class Cursor
{
    /// <value>Deep enough for anything a person writes, and far from the end of a stack of one megabyte.</value>
    private const int MaxDepth = 400;

    private readonly Scanner scanner;
    private Token? next;
    private int depth;

    public Cursor(string text)
    {
        scanner = new Scanner(text);
        var start = text.StartsWith('\ufeff') ? 1 : 0;
        Current = scanner.Scan(text.AsSpan(start).StartsWith("#!") ? Characters.LineEnd(text, start) : start);
    }

    public Token Current { get; private set; }

    /// <value>Behind the token before the current one.</value>
    public int PreviousEnd { get; private set; }

    public Edits Edits { get; } = new();

    /// <value>Whether a <c>&gt;</c> that was read last makes one operator with what follows, such as <c>&gt;=</c>.</value>
    public bool ContinuesGreater => Current.Start == PreviousEnd && Current.Start < scanner.Text.Length && scanner.Text[Current.Start] is '>' or '=';

    /// <value>The first problem, if any.</value>
    public (int Position, string Message)? Problem { get; private set; }

    public bool Is(TokenKind kind) => Current.Kind == kind;

    /// <summary>Whether the current token ends a list: its bracket, or the end of the text.</summary>
    public bool Ends(TokenKind close) => Current.Kind == close || Current.Kind == TokenKind.EndOfText;

    public void Advance()
    {
        if (Current.Kind <= TokenKind.OpenString)
        {
            FailHere();
        }
        else
        {
            PreviousEnd = Current.End;
            Current = next ?? scanner.Scan(Current.End);
            next = null;
        }
    }

    public bool Take(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    public void Expect(TokenKind kind)
    {
        if (!Take(kind))
        {
            FailHere();
        }
    }

    /// <summary>A word that names something.</summary>
    public void ExpectWord()
    {
        if (Current.IsWord)
        {
            Advance();
        }
        else
        {
            FailHere();
        }
    }

    public Token Peek() => next ??= Problem is null ? scanner.Scan(Current.End) : Current;

    public Token PeekAfter(Token token) => scanner.Scan(token.End);

    public Mark Mark() => new(Current, PreviousEnd, Edits.Count, depth);

    public void GoBack(Mark mark)
    {
        if (ReferenceEquals(Problem?.Message, Refusal.Depth))
        {
            return;
        }

        (Problem, next) = (null, null);
        (Current, PreviousEnd, depth) = (mark.Token, mark.PreviousEnd, mark.Depth);
        Edits.Forget(mark.Edits);
    }

    /// <summary>Erases from a mark to the last token read, with whatever was to be done in between.</summary>
    public void EraseSince(Mark mark)
    {
        Edits.Forget(mark.Edits);
        Edits.Erase(mark.Start, PreviousEnd);
    }

    /// <summary>Jumps over what was read before.</summary>
    public void JumpTo(int end)
    {
        (PreviousEnd, next) = (end, null);
        Current = scanner.Scan(end);
    }

    /// <summary>Takes only the first half of a <c>&lt;&lt;</c>.</summary>
    public void SplitLess()
    {
        if (Current.Kind == TokenKind.LessLess)
        {
            Become(Current with { Kind = TokenKind.Less, End = Current.Start + 1 });
        }
    }

    /// <summary>Takes a <c>&gt;</c> with the signs after it as one operator.</summary>
    public void JoinGreater()
    {
        if (Current.Kind == TokenKind.Greater)
        {
            Become(scanner.JoinGreater(Current));
        }
    }

    /// <summary>Takes a <c>/</c> as the start of a regular expression.</summary>
    public void Regex()
    {
        var end = Literals.RegexEnd(scanner.Text, Current.Start);
        if (end < 0)
        {
            Fail(Current.Start, "this regular expression is not closed");
            return;
        }

        Become(Current with { End = end });
        Advance();
    }

    /// <summary>Reads a template, and what stands in it by means of the caller.</summary>
    public void Template(Action readHole)
    {
        var (start, position) = (Current.Start, Current.End);
        while (Problem is null)
        {
            var end = Literals.TemplatePartEnd(scanner.Text, position);
            if (end < 0)
            {
                Fail(start, "this template is not closed");
            }
            else if (scanner.Text[end - 1] == '`')
            {
                JumpTo(end);
                return;
            }
            else
            {
                JumpTo(end);
                readHole();
                position = Current.End;
                if (!Is(TokenKind.CloseBrace))
                {
                    FailHere();
                }
            }
        }
    }

    /// <summary>Goes one level deeper; <see cref="Leave"/> comes back.</summary>
    public void Enter()
    {
        if (++depth > MaxDepth && Problem is null)
        {
            Fail(Current.Start, Refusal.Depth);
        }
    }

    public void Leave() => depth--;

    public void Fail(int position, string message)
    {
        Problem ??= (position, message);
        Current = new Token(TokenKind.EndOfText, scanner.Text.Length, scanner.Text.Length, true);
        next = null;
    }

    /// <summary>The current token cannot stand where it does.</summary>
    public void FailHere() => Fail(Current.Start, Current.Kind switch
    {
        TokenKind.EndOfText => "the text ends in the middle of something",
        TokenKind.OpenComment => "this comment is not closed",
        TokenKind.OpenString => "this string is not closed",
        _ => $"`{scanner.Text.AsSpan(Current.Start, Math.Min(Current.End - Current.Start, 40))}` cannot stand here",
    });

    /// <summary>Whether a line break stands between two places.</summary>
    public bool HasLineBreak(int start, int end) => Characters.HasLineBreak(scanner.Text.AsSpan(start, end - start));

    private void Become(Token token) => (Current, next) = (token, null);
}
