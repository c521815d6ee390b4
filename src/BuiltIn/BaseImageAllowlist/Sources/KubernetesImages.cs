using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Images of Kubernetes objects: every list of containers, at any depth, so that custom resources that embed pods are seen too.</summary>
internal sealed class KubernetesImages : IYamlImages
{
    private static readonly string[] Lists = ["containers", "initContainers", "ephemeralContainers"];

    public void Read(DocumentNode document, SourceText source, CollectedImages into)
    {
        if (document.GetText("kind") is not { } kind || document.GetText("apiVersion") is null)
        {
            return;
        }

        into.AddFile(source);
        var name = document.Get("metadata")?.GetText("name");
        Walk(document, name is null ? kind : $"{kind} {name}", source, into);
    }

    private static void Walk(DocumentNode node, string owner, SourceText source, CollectedImages into)
    {
        foreach (var item in node.Items)
        {
            Walk(item, owner, source, into);
        }

        foreach (var entry in node.Entries)
        {
            if (Lists.Contains(entry.Key, StringComparer.Ordinal))
            {
                foreach (var container in entry.Node.Items)
                {
                    AddImages(container.All("image"), owner, source, into);
                }
            }
            else if (entry.Key == "volumes")
            {
                foreach (var volume in entry.Node.Items)
                {
                    AddImages(volume.All("image").SelectMany(image => image.All("reference")), owner, source, into);
                }
            }

            Walk(entry.Node, owner, source, into);
        }
    }

    private static void AddImages(IEnumerable<DocumentNode> images, string owner, SourceText source, CollectedImages into)
    {
        foreach (var image in images)
        {
            AddImage(image, owner, source, into);
        }
    }

    private static void AddImage(DocumentNode image, string owner, SourceText source, CollectedImages into)
    {
        // Without an image the object is a patch, and what it patches has one.
        if (image is not { Kind: NodeKind.Scalar, Text: { Length: > 0 } text })
        {
            return;
        }

        if (text.Contains("{{", StringComparison.Ordinal))
        {
            into.AddUnread(source, image.Line, "template", $"the image of {owner} is filled in by a template: {text}", certain: false);
        }
        else if (text.Contains("$(", StringComparison.Ordinal) || text.Contains("${", StringComparison.Ordinal) || text.StartsWith('$'))
        {
            into.AddUnknown(
                source,
                "Kubernetes image",
                text,
                owner,
                image.Line,
                "it is filled in before it is applied; write the image, or set it with a kustomization");
        }
        else
        {
            into.AddImage(source, "Kubernetes image", text, owner, image.Line, image.Column);
        }
    }
}
