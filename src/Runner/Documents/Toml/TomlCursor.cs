namespace Gates.Runner.Documents.Toml;

/// <summary>Where the reader stands in a TOML text.</summary>
internal sealed class TomlCursor(string text, string path, DocumentLimits limits)
{
    private int lineStart;
    private int nodes;

    public int At { get; private set; }

    public int Line { get; private set; } = 1;

    public int Column => At - lineStart + 1;

    public bool AtEnd => At >= text.Length;

    public DocumentLimits Limits => limits;

    /// <value>The character here; <c>\0</c> at the end.</value>
    public char Current => At < text.Length ? text[At] : '\0';

    public bool Is(string token) => string.CompareOrdinal(text, At, token, 0, token.Length) == 0;

    public string Slice(int start) => text[start..At];

    public char Peek(int ahead) => At + ahead < text.Length ? text[At + ahead] : '\0';

    public void Advance(int count = 1) => At += count;

    /// <summary>Steps over the token, if it is here.</summary>
    public bool Take(string token)
    {
        if (!Is(token))
        {
            return false;
        }

        At += token.Length;
        return true;
    }

    /// <summary>Steps over a line's end, if it is here.</summary>
    public bool TakeNewline()
    {
        if (!Take("\n") && !Take("\r\n"))
        {
            return false;
        }

        Line++;
        lineStart = At;
        return true;
    }

    public void SkipSpace()
    {
        while (Current is ' ' or '\t')
        {
            At++;
        }
    }

    /// <summary>Steps over space and a comment, up to the line's end.</summary>
    public void SkipComment()
    {
        SkipSpace();
        if (Current != '#' || AtEnd)
        {
            return;
        }

        while (!AtEnd && !Is("\n") && !Is("\r\n"))
        {
            CheckCharacter();
            At++;
        }
    }

    /// <summary>Steps over everything that may stand between the parts of an array.</summary>
    public void SkipLines()
    {
        do
        {
            SkipComment();
        }
        while (TakeNewline());
    }

    /// <exception cref="DocumentException">A control character is here, which no TOML holds.</exception>
    public void CheckCharacter()
    {
        if ((Current < ' ' && Current != '\t') || Current == '\x7F')
        {
            throw Fail(FormattableString.Invariant($"the control character U+{(int)Current:X4} cannot stand here"));
        }
    }

    /// <exception cref="DocumentException">There are more values than a document may have.</exception>
    public void Count()
    {
        if (++nodes > limits.Nodes)
        {
            throw Fail(FormattableString.Invariant($"more than {limits.Nodes:N0} values"));
        }
    }

    public DocumentException Fail(string reason) => Fail(Line, Column, reason);

    public DocumentException Fail(int line, int column, string reason) => new(path, line, column, "not valid TOML: " + reason);
}
