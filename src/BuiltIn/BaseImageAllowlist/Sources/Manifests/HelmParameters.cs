using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>Values of a chart as a list of names with dots, as Argo CD writes them: <c>image.repository</c> beside <c>image.tag</c>.</summary>
internal static class HelmParameters
{
    public static void Read(DocumentNode list, ManifestWalk walk)
    {
        var values = list.Items
            .Where(item => item.GetText("name") is not null && item.Get("value") is { Kind: NodeKind.Scalar, Value: not null, Text.Length: > 0 })
            .Select(item => (Name: item.GetText("name")!, Value: item.Get("value")!))
            .ToList();
        foreach (var group in values.GroupBy(pair => pair.Name[..Math.Max(0, pair.Name.LastIndexOf('.'))], StringComparer.Ordinal))
        {
            var key = group.Key[(group.Key.LastIndexOf('.') + 1)..];
            List<DocumentEntry> entries =
                [.. group.Select(pair => new DocumentEntry(pair.Name[(pair.Name.LastIndexOf('.') + 1)..], pair.Value.Line, pair.Value.Column, pair.Value))];
            walk.Fields(
                DocumentNode.Map([new DocumentEntry(key, list.Line, list.Column, DocumentNode.Map(entries, list.Line, list.Column))], list.Line, list.Column),
                "helm.parameters");
        }
    }
}
