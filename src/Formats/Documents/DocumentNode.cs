using System.Globalization;

namespace Gates.Formats.Documents;

/// <summary>A value in a parsed document that knows its place. Lines and columns start at 1.</summary>
internal sealed class DocumentNode
{
    private DocumentNode(NodeKind kind, int line, int column)
    {
        Kind = kind;
        Line = line;
        Column = column;
    }

    public NodeKind Kind { get; }

    public int Line { get; }

    public int Column { get; }

    /// <value>A scalar's value: a string, a long, a double, a bool or <see langword="null"/>.</value>
    public object? Value { get; private init; }

    /// <value>A scalar as written, without quotes; empty for maps and sequences.</value>
    public string Text { get; private init; } = "";

    /// <value>Whether a scalar of YAML stands there without quotes.</value>
    public bool IsPlain { get; private set; }

    /// <value>The tag of a scalar of YAML, such as <c>!Ref</c>; <see langword="null"/> when there is none.</value>
    public string? Tag { get; private set; }

    /// <value>A scalar's last line; differs from <see cref="Line"/> for block scalars.</value>
    public int EndLine { get; private init; }

    /// <value>
    /// A map's entries in document order; keys are unique but in XML, and in what <see cref="LenientReader"/> read, where the one that counts comes first.
    /// </value>
    public IReadOnlyList<DocumentEntry> Entries { get; private init; } = [];

    /// <value>A sequence's items.</value>
    public IReadOnlyList<DocumentNode> Items { get; private init; } = [];

    /// <value>Whether this is a scalar that holds a string.</value>
    public bool IsString => Kind == NodeKind.Scalar && Value is string;

    public static DocumentNode Map(IReadOnlyList<DocumentEntry> entries, int line, int column) =>
        new(NodeKind.Map, line, column) { Entries = entries, EndLine = line };

    public static DocumentNode Sequence(IReadOnlyList<DocumentNode> items, int line, int column) =>
        new(NodeKind.Sequence, line, column) { Items = items, EndLine = line };

    public static DocumentNode Scalar(object? value, string text, int line, int column, int? endLine = null) =>
        new(NodeKind.Scalar, line, column) { Value = value, Text = text, EndLine = endLine ?? line };

    /// <summary>The same, which knows how it was written.</summary>
    public DocumentNode Written(bool isPlain, string? tag)
    {
        (IsPlain, Tag) = (isPlain, tag);
        return this;
    }

    /// <summary>The value under a key, or <see langword="null"/> when this is no map or has no such key.</summary>
    public DocumentNode? Get(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
            {
                return entry.Node;
            }
        }

        return null;
    }

    /// <summary>Every value under a key: several where the key stands twice.</summary>
    public IEnumerable<DocumentNode> All(string key) =>
        Entries.Where(entry => string.Equals(entry.Key, key, StringComparison.Ordinal)).Select(entry => entry.Node);

    /// <summary>The text of the string or number under a key, or <see langword="null"/>.</summary>
    public string? GetText(string key) => Get(key) is { Kind: NodeKind.Scalar, Value: not null } node ? node.Text : null;

    public override string ToString() => Kind switch
    {
        NodeKind.Map => string.Create(CultureInfo.InvariantCulture, $"a map with {Entries.Count} keys"),
        NodeKind.Sequence => string.Create(CultureInfo.InvariantCulture, $"a list of {Items.Count}"),
        _ => Text,
    };
}

/// <summary>The three shapes every structured format comes down to.</summary>
internal enum NodeKind
{
    Map,
    Sequence,
    Scalar,
}
