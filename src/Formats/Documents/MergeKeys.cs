namespace Gates.Formats.Documents;

/// <summary>
/// Applies <c>&lt;&lt;</c>, which YAML 1.2 dropped but Kubernetes, compose and most CI systems still read:
/// without it a key that came through an anchor would be invisible.
/// </summary>
internal static class MergeKeys
{
    private const string Merge = "<<";

    /// <summary>The same document with merged keys in place; a map's own keys win, then the first merged map that has one.</summary>
    public static DocumentNode Apply(DocumentNode node) => node.Kind switch
    {
        NodeKind.Map => ApplyToMap(node),
        NodeKind.Sequence => DocumentNode.Sequence([.. node.Items.Select(Apply)], node.Line, node.Column),
        _ => node,
    };

    private static DocumentNode ApplyToMap(DocumentNode map)
    {
        var entries = map.Entries.Where(entry => entry.Key != Merge).Select(entry => entry with { Node = Apply(entry.Node) }).ToList();
        var known = entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var merged in map.Entries.Where(entry => entry.Key == Merge).Select(entry => entry.Node))
        {
            var sources = merged.Kind == NodeKind.Sequence ? merged.Items : [merged];
            entries.AddRange(sources.SelectMany(source => Apply(source).Entries).Where(entry => known.Add(entry.Key)));
        }

        return DocumentNode.Map(entries, map.Line, map.Column);
    }
}
