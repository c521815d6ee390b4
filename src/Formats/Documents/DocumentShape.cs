namespace Gates.Formats.Documents;

/// <summary>
/// Reads the fields of a format that is written as JSON; a value of another type is refused at its place. Absent and <c>null</c> are the same.
/// </summary>
internal sealed class DocumentShape(string path)
{
    /// <summary>A map, or <see langword="null"/> when there is none.</summary>
    /// <exception cref="DocumentException">There is something else.</exception>
    public DocumentNode? Map(DocumentNode? node, string key) => Field(node, key) is not { } value ? null
        : value.Kind == NodeKind.Map ? value
        : throw Fail(value, $"`{key}` is {Name(value)}; expected an object");

    /// <summary>The items of a list; none when there is no list.</summary>
    /// <exception cref="DocumentException">There is something else.</exception>
    public IReadOnlyList<DocumentNode> List(DocumentNode? node, string key) => Field(node, key) is not { } value ? []
        : value.Kind == NodeKind.Sequence ? value.Items
        : throw Fail(value, $"`{key}` is {Name(value)}; expected a list");

    /// <summary>The items of a list, each of which is an object.</summary>
    /// <exception cref="DocumentException">There is something else.</exception>
    public IEnumerable<DocumentNode> Maps(DocumentNode? node, string key) => List(node, key).Select(item => item.Kind == NodeKind.Map
        ? item
        : throw Fail(item, $"`{key}` holds {Name(item)}; expected objects"));

    /// <summary>The texts of a list.</summary>
    /// <exception cref="DocumentException">There is something else.</exception>
    public IEnumerable<string> Texts(DocumentNode? node, string key) => List(node, key).Select(item => item.IsString
        ? item.Text
        : throw Fail(item, $"`{key}` holds {Name(item)}; expected texts"));

    /// <summary>A text, or <see langword="null"/> when there is none.</summary>
    /// <exception cref="DocumentException">There is something else.</exception>
    public string? Text(DocumentNode? node, string key) => Field(node, key) is not { } value ? null
        : value.IsString ? value.Text
        : throw Fail(value, $"`{key}` is {Name(value)}; expected a text");

    /// <summary>A text that must be there.</summary>
    /// <exception cref="DocumentException">There is none.</exception>
    public string Required(DocumentNode node, string key) => Text(node, key) ?? throw Fail(node, $"`{key}` is missing");

    /// <summary>A whole number that fits an <see langword="int"/>, or <see langword="null"/> when there is none.</summary>
    /// <exception cref="DocumentException">There is something else.</exception>
    public int? Integer(DocumentNode? node, string key) => Field(node, key) is not { } value ? null
        : value.Value is long and >= int.MinValue and <= int.MaxValue ? (int)(long)value.Value
        : throw Fail(value, $"`{key}` is {Name(value)}; expected a whole number");

    /// <summary>A yes or no, or <see langword="null"/> when there is none.</summary>
    /// <exception cref="DocumentException">There is something else.</exception>
    public bool? Flag(DocumentNode? node, string key) => Field(node, key) is not { } value ? null
        : value.Value is bool flag ? flag
        : throw Fail(value, $"`{key}` is {Name(value)}; expected true or false");

    public DocumentException Fail(DocumentNode node, string reason) => new(path, node.Line, node.Column, reason);

    /// <summary>A value that is there and is not <c>null</c>.</summary>
    public static DocumentNode? Field(DocumentNode? node, string key) =>
        node?.Get(key) is { } value && value is not { Kind: NodeKind.Scalar, Value: null } ? value : null;

    private static string Name(DocumentNode node) => node.Kind switch
    {
        NodeKind.Map => "an object",
        NodeKind.Sequence => "a list",
        _ => node.Value switch { string => "a text", bool => "true or false", null => "null", _ => "a number" },
    };
}
