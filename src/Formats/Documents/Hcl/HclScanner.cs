using System.Text;

namespace Gates.Formats.Documents.Hcl;

/// <summary>Goes over a text of HCL, and knows its line.</summary>
internal sealed class HclScanner(string text, string path)
{
    private const int MaxDepth = 50;

    private int depth;
    private int lineStart;

    public int Line { get; private set; } = 1;

    public int Column => At - lineStart + 1;

    public int At { get; private set; }

    public bool AtEnd => At >= text.Length;

    public char Current => At < text.Length ? text[At] : '\0';

    public DocumentException Fail(string reason, int? line = null) => new(path, line ?? Line, 1, reason);

    public bool StartsWith(string sign) => text.AsSpan(Math.Min(At, text.Length)).StartsWith(sign);

    public string From(int start) => text[start..Math.Min(At, text.Length)];

    public void Advance(int count = 1)
    {
        for (; count > 0; count--, At++)
        {
            if (Current == '\n')
            {
                Line++;
                lineStart = At + 1;
            }
        }
    }

    public void Enter()
    {
        if (++depth > MaxDepth)
        {
            throw Fail("it is nested too deeply");
        }
    }

    public void Leave() => depth--;

    public void Close(char sign)
    {
        if (Current != sign)
        {
            throw Fail($"a '{sign}' is missing");
        }

        Advance();
    }

    public void SkipBlanks(bool lines)
    {
        while (!AtEnd)
        {
            if (StartsWith("#") || StartsWith("//"))
            {
                var end = text.IndexOf('\n', At);
                At = end < 0 ? text.Length : end;
            }
            else if (StartsWith("/*"))
            {
                var end = text.IndexOf("*/", At + 2, StringComparison.Ordinal);
                Advance((end < 0 ? text.Length : end + 2) - At);
            }
            else if (char.IsWhiteSpace(Current) && (lines || Current != '\n'))
            {
                Advance();
            }
            else
            {
                return;
            }
        }
    }

    public string ReadKey()
    {
        if (Current == '"')
        {
            return ReadText();
        }

        var start = At;
        while (char.IsLetterOrDigit(Current) || Current is '_' or '-' or '.')
        {
            Advance();
        }

        return At > start ? From(start) : throw Fail($"a name is expected, not '{(AtEnd ? ' ' : Current)}'");
    }

    /// <summary>A text in quotes; what stands in <c>${…}</c> stays as it is.</summary>
    public string ReadText()
    {
        Enter();
        var value = new StringBuilder();
        Advance();
        for (var open = 0; !AtEnd && Current != '\n';)
        {
            if (Current == '"' && open == 0)
            {
                Advance();
                Leave();
                return value.ToString();
            }

            if (Current == '"')
            {
                value.Append('"').Append(ReadText()).Append('"');
                continue;
            }

            if (open == 0 && Current == '\\' && At + 1 < text.Length)
            {
                Advance();
                value.Append(Current switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var c => c });
                Advance();
                continue;
            }

            open += Current == '{' && (open > 0 || text[At - 1] is '$' or '%') ? 1 : Current == '}' && open > 0 ? -1 : 0;
            value.Append(Current);
            Advance();
        }

        throw Fail("a text has no quote that ends it");
    }

    /// <summary>A here-document: its text, and the line on which that begins.</summary>
    public (string Text, int Line) ReadHeredoc()
    {
        var start = Line;
        Advance(StartsWith("<<-") ? 3 : 2);
        var word = ReadLine().Trim();
        var body = new StringBuilder();
        while (!AtEnd)
        {
            Advance();
            var line = ReadLine();
            if (line.Trim() == word)
            {
                return (body.ToString(), start + 1);
            }

            body.Append(line).Append('\n');
        }

        throw Fail($"the here-document <<{word} has no line that ends it", start);
    }

    /// <summary>Goes on to where an expression ends: the line's end, a comment, or a sign that closes what is around it.</summary>
    public void SkipExpression()
    {
        for (var open = 0; !AtEnd;)
        {
            if (open == 0 && (Current is '\n' or ',' or ']' or '}' or '#' || StartsWith("//") || StartsWith("/*")))
            {
                return;
            }

            if (Current == '"')
            {
                ReadText();
                continue;
            }

            open += Current is '(' or '[' or '{' ? 1 : Current is ')' or ']' or '}' ? -1 : 0;
            Advance();
        }
    }

    private string ReadLine()
    {
        var start = At;
        var end = text.IndexOf('\n', Math.Min(At, text.Length));
        At = end < 0 ? text.Length : end;
        return From(Math.Min(start, text.Length));
    }
}
