using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gates.Policies.Engine.Documents;

/// <summary>One value of a parsed document, with its place and its way up.</summary>
internal sealed class NodeModel
{
    private NodeModel(NodeModel? parent, string? key, int index, JsonElement json)
    {
        Parent = parent;
        Key = key;
        Index = index;
        Json = json;
        Line = json.GetProperty("line"u8).GetInt32();
        Column = json.GetProperty("column"u8).GetInt32();
        EndLine = json.TryGetProperty("endLine"u8, out var end) ? end.GetInt32() : null;
        var kind = json.GetProperty("$node"u8);
        Kind = kind.ValueEquals("map"u8) ? ObjectKind.Map
            : kind.ValueEquals("seq"u8) ? ObjectKind.Sequence
            : kind.ValueEquals("scalar"u8) ? ObjectKind.Scalar
            : throw new InvalidOperationException($"\"{kind.GetString()}\" is no kind of node");
    }

    public NodeModel? Parent { get; }

    /// <value>The key it stands under in a map.</value>
    public string? Key { get; }

    /// <value>Which one it is of several values under the same key, as XML has them; <see langword="null"/> when it is the only one.</value>
    public int? Occurrence { get; private init; }

    /// <value>Its index in a sequence.</value>
    public int Index { get; }

    public ObjectKind Kind { get; }

    public int Line { get; }

    public int Column { get; }

    /// <value>The line that a text of several lines ends on.</value>
    public int? EndLine { get; }

    public int? KeyLine { get; private init; }

    public int? KeyColumn { get; private init; }

    public JsonElement Json { get; }

    public IReadOnlyList<NodeModel> Children { get; private set; } = [];

    /// <value>The script object for this node, once a policy has seen it: the same node is always the same object.</value>
    public NodeObject? Face { get; set; }

    public static NodeModel Read(JsonElement root) => ReadChildren(new NodeModel(null, null, 0, root));

    /// <summary>Such as <c>spec.containers[0].image</c>; keys that are no plain words are quoted.</summary>
    public string Pointer()
    {
        var steps = new Stack<NodeModel>();
        for (var node = this; node.Parent is not null; node = node.Parent)
        {
            steps.Push(node);
        }

        var text = new StringBuilder();
        foreach (var node in steps)
        {
            if (node.Key is null)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{node.Index}]");
            }
            else
            {
                text.Append(text.Length > 0 ? "." : "").Append(NodePattern.Quote(node.Key));
                if (node.Occurrence is { } occurrence)
                {
                    text.Append(CultureInfo.InvariantCulture, $"[{occurrence}]");
                }
            }
        }

        return text.ToString();
    }

    private static NodeModel ReadEntry(NodeModel parent, int index, JsonElement entry) =>
        ReadChildren(new NodeModel(parent, entry.GetProperty("key"u8).GetString(), index, entry.GetProperty("node"u8))
        {
            KeyLine = entry.GetProperty("keyLine"u8).GetInt32(),
            KeyColumn = entry.GetProperty("keyColumn"u8).GetInt32(),
            Occurrence = entry.TryGetProperty("occurrence"u8, out var occurrence) ? occurrence.GetInt32() : null,
        });

    private static NodeModel ReadChildren(NodeModel node)
    {
        var json = node.Json;
        if (node.Kind == ObjectKind.Map)
        {
            var entries = json.GetProperty("entries"u8);
            var children = new List<NodeModel>(entries.GetArrayLength());
            foreach (var entry in entries.EnumerateArray())
            {
                children.Add(ReadEntry(node, children.Count, entry));
            }

            node.Children = children;
        }
        else if (node.Kind == ObjectKind.Sequence)
        {
            var children = new List<NodeModel>();
            foreach (var item in json.GetProperty("items"u8).EnumerateArray())
            {
                children.Add(ReadChildren(new NodeModel(node, null, children.Count, item)));
            }

            node.Children = children;
        }

        return node;
    }
}
