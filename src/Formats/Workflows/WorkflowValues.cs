using Gates.Formats.Documents;

namespace Gates.Formats.Workflows;

/// <summary>Reads the values that workflows and actions share, and says where one has the wrong shape.</summary>
internal sealed class WorkflowValues(string path)
{
    public static IReadOnlyDictionary<string, PlacedText> None { get; } = new Dictionary<string, PlacedText>(StringComparer.OrdinalIgnoreCase);

    public static PlacedText Place(DocumentNode node) => new(node.Text, node.Line, node.Column);

    /// <summary>A map under a key; an absent or empty one is <see langword="null"/>.</summary>
    public DocumentNode? Map(DocumentNode parent, string key) => Shaped(parent, key, NodeKind.Map, "a map");

    /// <summary>A list under a key; an absent or empty one has no items.</summary>
    public IReadOnlyList<DocumentNode> Items(DocumentNode parent, string key) =>
        Shaped(parent, key, NodeKind.Sequence, "a list")?.Items ?? [];

    /// <summary>A text under a key.</summary>
    public PlacedText? Text(DocumentNode parent, string key) =>
        Shaped(parent, key, NodeKind.Scalar, "a text") is { } node ? Place(node) : null;

    /// <summary>A map of texts under a key. An expression in its place, which GitHub accepts, gives none.</summary>
    public IReadOnlyDictionary<string, PlacedText> Texts(DocumentNode parent, string key)
    {
        if (parent.Get(key) is { Kind: NodeKind.Scalar } scalar && Place(scalar).IsExpression || Map(parent, key) is not { } map)
        {
            return None;
        }

        var result = new Dictionary<string, PlacedText>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in map.Entries)
        {
            if (entry.Node.Kind == NodeKind.Scalar)
            {
                result[entry.Key] = Place(entry.Node);
            }
        }

        return result;
    }

    public DocumentException Wrong(DocumentNode node, string key, string wanted) =>
        new(path, node.Line, node.Column, $"`{key}` must be {wanted}");

    private DocumentNode? Shaped(DocumentNode parent, string key, NodeKind kind, string wanted) => parent.Get(key) switch
    {
        null or { Kind: NodeKind.Scalar, Value: null } => null,
        { } node when node.Kind == kind => node,
        { } node => throw Wrong(node, key, wanted),
    };
}
