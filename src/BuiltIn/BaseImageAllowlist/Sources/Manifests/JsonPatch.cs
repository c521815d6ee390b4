using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>Operations of JSON 6902 that put an image into an object.</summary>
internal static class JsonPatch
{
    public static bool Is(DocumentNode document) =>
        document is { Kind: NodeKind.Sequence, Items.Count: > 0 }
        && document.Items.All(item => item.GetText("op") is not null && item.GetText("path") is ['/', ..]);

    public static void Read(DocumentNode document, string owner, SourceText source, CollectedImages into)
    {
        foreach (var operation in document.Items.Where(item => item.GetText("op") is "add" or "replace" or "test"))
        {
            if (operation.GetText("op") == "test" || operation.Get("value") is not { } value)
            {
                continue;
            }

            var path = operation.GetText("path")!;
            var key = path[(path.LastIndexOf('/') + 1)..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            var walk = new ManifestWalk(source, into);
            if (value.Kind != NodeKind.Scalar)
            {
                walk.Fields(value, owner);
            }
            else if (value is { Value: not null, Text.Length: > 0 } && (ImageFields.IsName(key) || path.EndsWith("/image/reference", StringComparison.Ordinal)))
            {
                walk.Fields(DocumentNode.Map([new DocumentEntry("image", value.Line, value.Column, value)], value.Line, value.Column), owner);
            }
        }
    }
}
