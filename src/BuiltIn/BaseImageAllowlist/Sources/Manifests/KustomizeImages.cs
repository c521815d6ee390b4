using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>The <c>images</c> of a kustomization, of Flux's and of Argo CD's.</summary>
internal static class KustomizeImages
{
    private const string Kind = "kustomize image";

    /// <summary>Reads the list.</summary>
    /// <returns>The names that get another image.</returns>
    public static IReadOnlyList<string> Read(DocumentNode list, string where, SourceText source, CollectedImages into)
    {
        var replaced = new List<string>();
        foreach (var image in list.Items)
        {
            if (image is { Kind: NodeKind.Scalar, Value: not null, Text.Length: > 0 })
            {
                // Argo CD's form: NEW:TAG, or OLD=NEW:TAG.
                var equals = image.Text.IndexOf('=', StringComparison.Ordinal);
                Add(image.Text[(equals + 1)..], image, where, source, into);
            }
            else
            {
                ReadTransformer(image, where, source, into);
                if (image.GetText("name") is { } name && image.GetText("newName") is { Length: > 0 })
                {
                    replaced.Add(name);
                }
            }
        }

        return replaced;
    }

    /// <summary>A digest replaces a tag; the name stays where no other is given. What changes nothing pulls nothing.</summary>
    public static void ReadTransformer(DocumentNode image, string where, SourceText source, CollectedImages into)
    {
        foreach (var name in Texts(image, "newName", Texts(image, "name", [])))
        {
            foreach (var digest in Texts(image, "digest", [null]))
            {
                foreach (var tag in digest is null ? Texts(image, "newTag", [null]) : [null])
                {
                    if (name is not null && (digest ?? tag ?? image.GetText("newName")) is not null)
                    {
                        Add(name + (digest is not null ? "@" + digest : tag is not null ? ":" + tag : ""), image, where, source, into);
                    }
                }
            }
        }
    }

    private static void Add(string text, DocumentNode image, string where, SourceText source, CollectedImages into)
    {
        if (ImageGap.WhyOf(text) is { } why)
        {
            into.AddPlaceholder(source, text, image.Line, why);
        }
        else if (text.Contains('$', StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal))
        {
            into.AddUnknown(source, Kind, text, where, image.Line, "it is filled in before it is applied; write the image");
        }
        else
        {
            into.AddImage(source, Kind, text, where, image.Line, image.Column);
        }
    }

    private static IEnumerable<string?> Texts(DocumentNode map, string key, IEnumerable<string?> otherwise)
    {
        var texts = map.All(key)
            .Where(node => node is { Kind: NodeKind.Scalar, Value: not null, Text.Length: > 0 })
            .Select(node => (string?)node.Text)
            .ToList();
        return texts.Count > 0 ? texts : otherwise;
    }
}
