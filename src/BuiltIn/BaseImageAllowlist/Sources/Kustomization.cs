using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>What a kustomization puts in the place of images. It is known by its file's name; kind and apiVersion may be left out.</summary>
internal sealed class Kustomization : IYamlImages
{
    public static bool IsName(string name) => name is "kustomization.yaml" or "kustomization.yml" or "Kustomization";

    public void Read(DocumentNode document, SourceText source, CollectedImages into)
    {
        if (document.Kind != NodeKind.Map || !(IsName(source.Name) || document.GetText("kind") is "Kustomization" or "Component"))
        {
            return;
        }

        into.AddFile(source);
        foreach (var image in document.All("images").SelectMany(images => images.Items))
        {
            ReadTransformer(image, source, into);
        }
    }

    /// <summary>A digest replaces a tag; the name stays where no other is given. What changes nothing pulls nothing.</summary>
    private static void ReadTransformer(DocumentNode image, SourceText source, CollectedImages into)
    {
        foreach (var name in Texts(image, "newName", Texts(image, "name", [])))
        {
            foreach (var digest in Texts(image, "digest", [null]))
            {
                foreach (var tag in digest is null ? Texts(image, "newTag", [null]) : [null])
                {
                    if (name is not null && (digest ?? tag ?? image.GetText("newName")) is not null)
                    {
                        Add(name + (digest is not null ? "@" + digest : tag is not null ? ":" + tag : ""), image, source, into);
                    }
                }
            }
        }
    }

    private static void Add(string text, DocumentNode image, SourceText source, CollectedImages into)
    {
        if (text.Contains("${", StringComparison.Ordinal) || text.Contains("$(", StringComparison.Ordinal))
        {
            into.AddUnknown(source, "kustomize image", text, "images", image.Line, "it is filled in before it is applied; write the image");
        }
        else
        {
            into.AddImage(source, "kustomize image", text, "images", image.Line, image.Column);
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
