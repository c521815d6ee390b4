namespace Gates.Runner.Documents.Toml;

/// <summary>Reads keys and values.</summary>
internal sealed class TomlValues(TomlCursor cursor)
{
    private readonly TomlStrings strings = new(cursor);

    /// <summary>A key and the space after it; dots make several.</summary>
    public IReadOnlyList<TomlKey> ReadKeys()
    {
        var keys = new List<TomlKey>();
        do
        {
            cursor.SkipSpace();
            keys.Add(ReadKey());
            cursor.SkipSpace();
            if (keys.Count > cursor.Limits.Depth)
            {
                throw TooDeep();
            }
        }
        while (cursor.Take("."));
        return keys;
    }

    /// <param name="depth">How deep the value stands.</param>
    public DocumentNode Read(int depth)
    {
        cursor.Count();
        if (depth > cursor.Limits.Depth)
        {
            throw TooDeep();
        }

        var (line, column) = (cursor.Line, cursor.Column);
        switch (cursor.Current)
        {
            case '"' or '\'':
                var text = strings.Read();
                return DocumentNode.Scalar(text, text, line, column, cursor.Line);
            case '[':
                return ReadArray(depth, line, column);
            case '{':
                return ReadInlineTable(depth, line, column).ToNode(cursor, depth);
            default:
                var start = cursor.At;
                SkipPlain();
                var raw = cursor.Slice(start);
                var value = TomlScalars.Parse(raw)
                    ?? throw cursor.Fail(line, column, raw.Length == 0 ? "a value was expected here" : $"\"{raw}\" is no value; put text in quotes");
                return value is double.PositiveInfinity or double.NegativeInfinity && !raw.EndsWith("inf", StringComparison.Ordinal)
                    ? throw cursor.Fail(line, column, $"the number {raw} is out of range")
                    : DocumentNode.Scalar(value, raw, line, column);
        }
    }

    private TomlKey ReadKey()
    {
        var (line, column, start) = (cursor.Line, cursor.Column, cursor.At);
        if (cursor.Current is '"' or '\'')
        {
            return cursor.Is("\"\"\"") || cursor.Is("'''")
                ? throw cursor.Fail("a key cannot be a multi-line text")
                : new TomlKey(strings.Read(), line, column);
        }

        while (char.IsAsciiLetterOrDigit(cursor.Current) || cursor.Current is '-' or '_')
        {
            cursor.Advance();
        }

        return cursor.At > start
            ? new TomlKey(cursor.Slice(start), line, column)
            : throw cursor.Fail("a key was expected here: letters, digits, `-` and `_`, or text in quotes");
    }

    private void SkipPlain()
    {
        while (char.IsAsciiLetterOrDigit(cursor.Current) || cursor.Current is '-' or '+' or '_' or '.' or ':')
        {
            cursor.Advance();

            // A space may stand between a date and its time.
            if (cursor.Current == ' ' && char.IsAsciiDigit(cursor.Peek(1)) && char.IsAsciiDigit(cursor.Peek(2)) && cursor.Peek(3) == ':')
            {
                cursor.Advance();
            }
        }
    }

    private DocumentNode ReadArray(int depth, int line, int column)
    {
        var items = new List<DocumentNode>();
        cursor.Advance();
        cursor.SkipLines();
        while (!cursor.Take("]"))
        {
            items.Add(Read(depth + 1));
            cursor.SkipLines();
            if (!cursor.Take(",") && cursor.Current != ']')
            {
                throw cursor.Fail(cursor.AtEnd ? "the array is not closed; expected `]`" : "expected `,` or `]`");
            }

            cursor.SkipLines();
        }

        return DocumentNode.Sequence(items, line, column);
    }

    private TomlTable ReadInlineTable(int depth, int line, int column)
    {
        var table = new TomlTable(TomlOrigin.Inline, line, column);
        cursor.Advance();
        cursor.SkipSpace();
        if (cursor.Take("}"))
        {
            return table;
        }

        do
        {
            var keys = ReadKeys();
            if (!cursor.Take("="))
            {
                throw cursor.Fail("expected `=` after the key");
            }

            cursor.SkipSpace();
            TomlReader.Assign(cursor, table, keys, Read(depth + keys.Count));
            cursor.SkipSpace();
        }
        while (cursor.Take(","));
        return cursor.Take("}") ? table : throw cursor.Fail("expected `,` or `}`; an inline table stands on one line and ends without a comma");
    }

    private DocumentException TooDeep() => cursor.Fail(FormattableString.Invariant($"nested deeper than {cursor.Limits.Depth} levels"));
}
