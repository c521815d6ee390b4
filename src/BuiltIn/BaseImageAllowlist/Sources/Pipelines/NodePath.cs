using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;

/// <summary>
/// A path through a document: keys with dots between them, <c>*</c> for any key, <c>**</c> for any depth, <c>[]</c> behind a key for the items of its list
/// (a single value counts as a list of one), <c>|name</c> at the end where the value is a text, or a map with the text under that key.
/// </summary>
internal sealed class NodePath
{
    private readonly string[] steps;
    private readonly string? nameKey;

    public NodePath(string text)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        nameKey = bar < 0 ? null : text[(bar + 1)..];
        steps = (bar < 0 ? text : text[..bar]).Split('.');
    }

    /// <summary>The texts at the path, each with where it stands.</summary>
    public IEnumerable<(DocumentNode Node, string Where)> Find(DocumentNode document) =>
        Follow(document, 0, "")
            .Select(found => (Node: nameKey is not null && found.Node.Kind == NodeKind.Map ? found.Node.Get(nameKey) : found.Node, found.Where))
            .Where(found => found.Node is { Kind: NodeKind.Scalar, Value: not null, Text.Length: > 0 })
            .Select(found => (found.Node!, found.Where));

    private IEnumerable<(DocumentNode Node, string Where)> Follow(DocumentNode node, int step, string where)
    {
        if (step == steps.Length)
        {
            return [(node, where)];
        }

        if (steps[step] == "**")
        {
            var deeper = node.Items.SelectMany(item => Follow(item, step, where))
                .Concat(node.Entries.SelectMany(entry => Follow(entry.Node, step, Join(where, entry.Key))));
            return Follow(node, step + 1, where).Concat(deeper);
        }

        var isList = steps[step].EndsWith("[]", StringComparison.Ordinal);
        var key = isList ? steps[step][..^2] : steps[step];
        return node.Entries.Where(entry => key == "*" || entry.Key == key).SelectMany(entry =>
        {
            var at = Join(where, entry.Key);
            var nodes = isList && entry.Node.Kind == NodeKind.Sequence ? entry.Node.Items : [entry.Node];
            return nodes.SelectMany(next => Follow(next, step + 1, at));
        });
    }

    private static string Join(string where, string key) => where.Length == 0 ? key : where + "." + key;
}
