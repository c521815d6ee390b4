namespace Gates.Formats.Shell;

/// <summary>Reads words and knows the file's line of each character.</summary>
internal sealed class ShellScanner(string text, Func<int, int> lineAt, ShellDialect dialect)
{
    private readonly char escape = dialect == ShellDialect.PowerShell ? '`' : '\\';
    private int position;
    private bool insideBackticks;
    private HereDocuments? hereDocuments;

    public int Line => lineAt(position);

    public int Position => position;

    /// <value>Whether this backtick ends the substitution that an earlier one began.</value>
    public bool ClosesBackticks => insideBackticks && Current == '`';

    public bool AtEnd => position >= text.Length;

    public char Current => position < text.Length ? text[position] : '\0';

    public char Next => position + 1 < text.Length ? text[position + 1] : '\0';

    public void Advance(int count = 1) => position = Math.Min(text.Length, position + count);

    public void SkipBlanks()
    {
        while (Current is ' ' or '\t' || IsContinuation())
        {
            Advance(Current is ' ' or '\t' ? 1 : ContinuationLength());
        }
    }

    /// <returns>Whether there was a line continuation.</returns>
    public bool SkipContinuation()
    {
        var found = IsContinuation();
        Advance(found ? ContinuationLength() : 0);
        return found;
    }

    /// <returns>Whether there was some.</returns>
    public bool SkipArithmetic()
    {
        var length = Next == '(' ? Arithmetic.LengthAt(text.AsSpan(position)) : 0;
        Advance(length);
        return length > 0;
    }

    public void SkipLine()
    {
        while (!AtEnd && Current != '\n')
        {
            Advance();
        }
    }

    /// <summary>One of the redirection signs at the current place.</summary>
    public string ReadOperator()
    {
        foreach (var sign in (ReadOnlySpan<string>)["<<<", "<<-", "&>>", "<<", ">>", "&>", ">&", "<&", ">|", "<>", "<", ">"])
        {
            if (text.AsSpan(position).StartsWith(sign, StringComparison.Ordinal))
            {
                Advance(sign.Length);
                return sign;
            }
        }

        Advance();
        return "";
    }

    /// <summary>The lines of a here-document up to its delimiter, which is consumed; <see langword="null"/> when no line ends it.</summary>
    public string? ReadBody(string delimiter, bool stripTabs)
    {
        hereDocuments ??= new HereDocuments(text);
        var body = hereDocuments.Read(position, delimiter, stripTabs, out var end);
        position = body is null ? position : end;
        return body;
    }

    /// <summary>A word up to an unquoted blank or operator; the place must not be a blank.</summary>
    public ShellWord ReadWord(int nesting)
    {
        var reader = new WordBuilder(Line);
        if (Current == '<' && Next == '(')
        {
            reader.Append("<(");
            Advance(2);
            reader.Nest(ShellParser.ParseNested(this, ')', nesting + 1));
        }

        while (!AtEnd && !IsBoundary())
        {
            ReadPart(reader, nesting);
        }

        return reader.ToWord();
    }

    private bool IsBoundary() => Current is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')' ||
        ClosesBackticks;

    private void ReadPart(WordBuilder word, int nesting)
    {
        if (IsContinuation())
        {
            Advance(ContinuationLength());
        }
        else if (Current == escape)
        {
            word.Append(Next);
            Advance(2);
        }
        else if (Current == '\'')
        {
            ReadSingleQuoted(word);
        }
        else if (Current == '"')
        {
            ReadDoubleQuoted(word, nesting);
        }
        else if (!ReadExpansion(word, nesting))
        {
            word.Append(Current);
            Advance();
        }
    }

    private void ReadSingleQuoted(WordBuilder word)
    {
        Advance();
        while (!AtEnd && Current != '\'')
        {
            if (!ReadExpression(word))
            {
                word.Append(Current);
                Advance();
            }
        }

        Advance();
    }

    private void ReadDoubleQuoted(WordBuilder word, int nesting)
    {
        Advance();
        while (!AtEnd && Current != '"')
        {
            if (IsContinuation())
            {
                Advance(ContinuationLength());
            }
            else if (Current == escape && Next is '"' or '\\' or '$' or '`')
            {
                word.Append(Next);
                Advance(2);
            }
            else if (!ReadExpansion(word, nesting))
            {
                word.Append(Current);
                Advance();
            }
        }

        Advance();
    }

    private bool ReadExpansion(WordBuilder word, int nesting)
    {
        if (Current == '`' && dialect == ShellDialect.Posix && !insideBackticks)
        {
            word.Append("`");
            Advance();
            insideBackticks = true;
            word.Nest(ShellParser.ParseNested(this, '`', nesting + 1));
            insideBackticks = false;
            return true;
        }

        if (Current != '$')
        {
            return false;
        }

        if (ReadExpression(word))
        {
            return true;
        }

        ReadVariable(word, nesting);
        return true;
    }

    private void ReadVariable(WordBuilder word, int nesting)
    {
        word.MarkDynamic();
        if (text.AsSpan(position).StartsWith("$((", StringComparison.Ordinal))
        {
            ReadThrough(word, "))");
        }
        else if (Next == '(')
        {
            word.Append("$(");
            Advance(2);
            word.Nest(ShellParser.ParseNested(this, ')', nesting + 1));
        }
        else if (Next == '{')
        {
            ReadThrough(word, "}");
        }
        else
        {
            word.Append('$');
            Advance();
        }
    }

    // ${{ … }} is GitHub's, replaced before any shell sees it.
    private bool ReadExpression(WordBuilder word)
    {
        if (!text.AsSpan(position).StartsWith("${{", StringComparison.Ordinal))
        {
            return false;
        }

        ReadThrough(word, "}}");
        word.MarkDynamic();
        return true;
    }

    private void ReadThrough(WordBuilder word, string close)
    {
        var end = text.IndexOf(close, position, StringComparison.Ordinal);
        var stop = end < 0 ? text.Length : end + close.Length;
        word.Append(text.AsSpan(position, stop - position));
        Advance(stop - position);
    }

    private bool IsContinuation() => Current == escape && (Next == '\n' || (Next == '\r' && position + 2 < text.Length && text[position + 2] == '\n'));

    private int ContinuationLength() => Next == '\r' ? 3 : 2;
}
