namespace Gates.Formats.Documents.Toml;

/// <summary>A table that is still being read.</summary>
internal sealed class TomlTable(TomlOrigin origin, (int Line, int Column) place)
{
    private readonly List<(TomlKey Key, object Value)> entries = [];
    private readonly Dictionary<string, object> byName = new(StringComparer.Ordinal);

    public TomlOrigin Origin { get; set; } = origin;

    public (int Line, int Column) Place { get; set; } = place;

    /// <summary>A <see cref="TomlTable"/>, a list of them, or a finished <see cref="DocumentNode"/>; <see langword="null"/> without one.</summary>
    public object? Get(string name) => byName.GetValueOrDefault(name);

    /// <returns>The value.</returns>
    public T Add<T>(TomlKey key, T value)
        where T : notnull
    {
        entries.Add((key, value));
        byName.Add(key.Name, value);
        return value;
    }

    public DocumentNode ToNode() =>
        DocumentNode.Map([.. entries.Select(entry => ToEntry(entry.Key, entry.Value))], Place.Line, Place.Column);

    private static DocumentEntry ToEntry(TomlKey key, object value) => new(key.Name, key.Place.Line, key.Place.Column, ToNode(value));

    private static DocumentNode ToNode(object value) => value switch
    {
        TomlTable table => table.ToNode(),
        List<TomlTable> tables => DocumentNode.Sequence([.. tables.Select(table => table.ToNode())], tables[0].Place.Line, tables[0].Place.Column),
        _ => (DocumentNode)value,
    };
}

/// <summary>One part of a dotted key, and where it stands.</summary>
internal readonly record struct TomlKey(string Name, int Offset, (int Line, int Column) Place);

/// <summary>What made a table; decides what may still be added to it.</summary>
internal enum TomlOrigin
{
    /// <summary>A header of a table in it: its own header may follow.</summary>
    Implied,

    /// <summary>Its own header, or the file.</summary>
    Header,

    /// <summary>A dotted key.</summary>
    DottedKey,

    /// <summary>Braces: it is complete.</summary>
    Inline,
}
