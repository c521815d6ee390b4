using System.Globalization;
using System.Text;

namespace Gates.Runner.Documents.Toml;

/// <summary>Reads the four kinds of text in quotes.</summary>
internal sealed class TomlStrings(TomlCursor cursor)
{
    private const int MostQuotes = 5;

    public string Read()
    {
        var (line, column) = (cursor.Line, cursor.Column);
        var quote = cursor.Current;
        var isLong = cursor.Take(new string(quote, 3));
        if (!isLong)
        {
            cursor.Advance();
        }
        else
        {
            cursor.TakeNewline();
        }

        var text = new StringBuilder();
        while (!cursor.AtEnd && (isLong || !(cursor.Is("\n") || cursor.Is("\r\n"))))
        {
            if (cursor.Current == quote && (!isLong || cursor.Is(new string(quote, 3))))
            {
                Close(text, quote, isLong);
                return text.ToString();
            }

            ReadPart(text, quote, isLong);
        }

        throw cursor.Fail(line, column, "the text is not closed; expected " + (isLong ? $"`{new string(quote, 3)}`" : $"`{quote}` on the same line"));
    }

    private void ReadPart(StringBuilder text, char quote, bool isLong)
    {
        if (cursor.Current == '\\' && quote == '"')
        {
            ReadEscape(text, isLong);
        }
        else if (cursor.TakeNewline())
        {
            text.Append('\n');
        }
        else
        {
            cursor.CheckCharacter();
            text.Append(cursor.Current);
            cursor.Advance();
        }
    }

    /// <summary>Up to two quotes may stand directly before the closing three.</summary>
    private void Close(StringBuilder text, char quote, bool isLong)
    {
        var count = 0;
        while (cursor.Current == quote && count < (isLong ? MostQuotes : 1))
        {
            cursor.Advance();
            count++;
        }

        text.Append(quote, isLong ? count - 3 : 0);
    }

    private void ReadEscape(StringBuilder text, bool isLong)
    {
        var escape = cursor.Peek(1);
        switch (escape)
        {
            case 'b': Append('\b'); break;
            case 't': Append('\t'); break;
            case 'n': Append('\n'); break;
            case 'f': Append('\f'); break;
            case 'r': Append('\r'); break;
            case '"' or '\\': Append(escape); break;
            case 'u': ReadCode(text, 4); break;
            case 'U': ReadCode(text, 8); break;
            case ' ' or '\t' or '\r' or '\n' when isLong: SkipLineEnd(); break;
            default: throw cursor.Fail($"\\{escape} is no escape; write \\\\ for a backslash, or use single quotes");
        }

        void Append(char c)
        {
            text.Append(c);
            cursor.Advance(2);
        }
    }

    private void ReadCode(StringBuilder text, int digits)
    {
        var (line, column) = (cursor.Line, cursor.Column);
        cursor.Advance(2);
        var start = cursor.At;
        while (cursor.At - start < digits && char.IsAsciiHexDigit(cursor.Current))
        {
            cursor.Advance();
        }

        var isWhole = cursor.At - start == digits;
        text.Append(isWhole && Rune.TryCreate(uint.Parse(cursor.Slice(start), NumberStyles.HexNumber, CultureInfo.InvariantCulture), out var rune)
            ? rune.ToString()
            : throw cursor.Fail(line, column, FormattableString.Invariant($"expected {digits} hexadecimal digits of a character")));
    }

    /// <summary>A backslash at a line's end takes the white space that follows with it.</summary>
    private void SkipLineEnd()
    {
        cursor.Advance();
        cursor.SkipSpace();
        if (!cursor.TakeNewline())
        {
            throw cursor.Fail("only the line's end can follow a backslash and a space");
        }

        do
        {
            cursor.SkipSpace();
        }
        while (cursor.TakeNewline());
    }
}
