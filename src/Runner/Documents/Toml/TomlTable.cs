namespace Gates.Runner.Documents.Toml;

/// <summary>A table that is still being read.</summary>
internal sealed class TomlTable(TomlOrigin origin, int line, int column)
{
    private readonly List<(TomlKey Key, object Value)> entries = [];
    private readonly Dictionary<string, object> byName = new(StringComparer.Ordinal);

    public TomlOrigin Origin { get; set; } = origin;

    public int Line { get; set; } = line;

    public int Column { get; set; } = column;

    /// <summary>A <see cref="TomlTable"/>, a list of them, or a finished <see cref="DocumentNode"/>; <see langword="null"/> without one.</summary>
    public object? Get(string name) => byName.GetValueOrDefault(name);

    public void Add(TomlKey key, object value)
    {
        entries.Add((key, value));
        byName.Add(key.Name, value);
    }

    /// <param name="cursor">Knows the limits.</param>
    /// <param name="depth">How deep this table stands: headers and dotted keys nest without looking nested.</param>
    /// <exception cref="DocumentException">It is nested too deep.</exception>
    public DocumentNode ToNode(TomlCursor cursor, int depth = 0)
    {
        if (depth > cursor.Limits.Depth)
        {
            throw cursor.Fail(Line, Column, FormattableString.Invariant($"nested deeper than {cursor.Limits.Depth} levels"));
        }

        return DocumentNode.Map([.. entries.Select(entry => new DocumentEntry(entry.Key.Name, entry.Key.Line, entry.Key.Column, ToNode(entry.Value, cursor, depth + 1)))], Line, Column);
    }

    private static DocumentNode ToNode(object value, TomlCursor cursor, int depth) => value switch
    {
        TomlTable table => table.ToNode(cursor, depth),
        List<TomlTable> tables => DocumentNode.Sequence([.. tables.Select(table => table.ToNode(cursor, depth + 1))], tables[0].Line, tables[0].Column),
        _ => (DocumentNode)value,
    };
}
