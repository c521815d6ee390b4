namespace Gates.Runner.Documents.Toml;

/// <summary>TOML 1.0 into a <see cref="DocumentNode"/>. Own code: no TOML package restores.</summary>
internal sealed class TomlReader
{
    private readonly TomlCursor cursor;
    private readonly TomlValues values;
    private readonly TomlTable root = new(TomlOrigin.Header, 1, 1);

    private TomlReader(TomlCursor cursor)
    {
        this.cursor = cursor;
        values = new TomlValues(cursor);
    }

    /// <exception cref="DocumentException">Not TOML, a key or table that stands twice, or beyond the limits.</exception>
    public static DocumentNode Read(string text, string path, DocumentLimits? limits = null) =>
        new TomlReader(new TomlCursor(text, path, limits ?? new DocumentLimits())).ReadAll();

    /// <summary>Puts a value under a dotted key.</summary>
    public static void Assign(TomlCursor cursor, TomlTable table, IReadOnlyList<TomlKey> keys, DocumentNode value)
    {
        foreach (var key in keys.SkipLast(1))
        {
            switch (table.Get(key.Name))
            {
                case null:
                    var made = new TomlTable(TomlOrigin.DottedKey, key.Line, key.Column);
                    table.Add(key, made);
                    table = made;
                    break;
                case TomlTable { Origin: TomlOrigin.DottedKey } known:
                    table = known;
                    break;
                default:
                    throw cursor.Fail(key.Line, key.Column, $"\"{key.Name}\" is defined already and cannot be added to with a dotted key");
            }
        }

        var last = keys[^1];
        if (table.Get(last.Name) is not null)
        {
            throw cursor.Fail(last.Line, last.Column, $"the key \"{last.Name}\" stands twice in this table");
        }

        table.Add(last, value);
    }

    private DocumentNode ReadAll()
    {
        var table = root;
        cursor.SkipLines();
        while (!cursor.AtEnd)
        {
            if (cursor.Current == '[')
            {
                table = ReadHeader();
            }
            else
            {
                ReadAssignment(table);
            }

            cursor.SkipComment();
            if (!cursor.AtEnd && !cursor.TakeNewline())
            {
                throw cursor.Fail("expected the end of the line");
            }

            cursor.SkipLines();
        }

        return root.ToNode(cursor);
    }

    private void ReadAssignment(TomlTable table)
    {
        var keys = values.ReadKeys();
        if (!cursor.Take("="))
        {
            throw cursor.Fail("expected `=` after the key");
        }

        cursor.SkipSpace();
        Assign(cursor, table, keys, values.Read(keys.Count));
    }

    private TomlTable ReadHeader()
    {
        var (line, column) = (cursor.Line, cursor.Column);
        var isArray = cursor.Take("[[");
        if (!isArray)
        {
            cursor.Advance();
        }

        cursor.SkipSpace();
        var keys = values.ReadKeys();
        var end = isArray ? "]]" : "]";
        if (!cursor.Take(end))
        {
            throw cursor.Fail($"expected `{end}` at the end of the header");
        }

        cursor.Count();
        var parent = keys.SkipLast(1).Aggregate(root, Descend);
        return isArray ? AddToArray(parent, keys[^1], line, column) : Open(parent, keys[^1], line, column);
    }

    private TomlTable Descend(TomlTable table, TomlKey key)
    {
        switch (table.Get(key.Name))
        {
            case null:
                var made = new TomlTable(TomlOrigin.Implied, key.Line, key.Column);
                table.Add(key, made);
                return made;
            case TomlTable { Origin: not TomlOrigin.Inline } known:
                return known;
            case List<TomlTable> tables:
                return tables[^1];
            default:
                throw cursor.Fail(key.Line, key.Column, $"\"{key.Name}\" has a value already, so it cannot be a table");
        }
    }

    private TomlTable Open(TomlTable parent, TomlKey key, int line, int column)
    {
        switch (parent.Get(key.Name))
        {
            case null:
                var made = new TomlTable(TomlOrigin.Header, line, column);
                parent.Add(key, made);
                return made;
            case TomlTable { Origin: TomlOrigin.Implied } implied:
                (implied.Origin, implied.Line, implied.Column) = (TomlOrigin.Header, line, column);
                return implied;
            default:
                throw cursor.Fail(key.Line, key.Column, $"\"{key.Name}\" is defined already; a table has one header");
        }
    }

    private TomlTable AddToArray(TomlTable parent, TomlKey key, int line, int column)
    {
        var made = new TomlTable(TomlOrigin.Header, line, column);
        switch (parent.Get(key.Name))
        {
            case null:
                parent.Add(key, new List<TomlTable> { made });
                return made;
            case List<TomlTable> tables:
                tables.Add(made);
                return made;
            default:
                throw cursor.Fail(key.Line, key.Column, $"\"{key.Name}\" is defined already, and not as an array of tables");
        }
    }
}
