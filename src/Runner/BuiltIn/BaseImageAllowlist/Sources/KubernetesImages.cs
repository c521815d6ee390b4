using Gates.Runner.Documents;

namespace Gates.Runner.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Images of Kubernetes objects: every list of containers, at any depth, so that custom resources that embed pods are seen too.</summary>
internal sealed class KubernetesImages : IYamlImages
{
    private static readonly string[] Lists = ["containers", "initContainers", "ephemeralContainers"];

    public void Read(DocumentNode document, SourceText source, Collected into)
    {
        if (document.GetText("kind") is not { } kind || document.GetText("apiVersion") is null)
        {
            return;
        }

        into.AddFile(source);
        var name = document.Get("metadata")?.GetText("name");
        Walk(document, name is null ? kind : $"{kind} {name}", source, into);
        if (kind is "Kustomization" or "Component")
        {
            ReadKustomization(document, source, into);
        }
    }

    private static void Walk(DocumentNode node, string owner, SourceText source, Collected into)
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
                    AddImage(container.Get("image"), owner, source, into);
                }
            }
            else if (entry.Key == "volumes")
            {
                foreach (var volume in entry.Node.Items)
                {
                    AddImage(volume.Get("image")?.Get("reference"), owner, source, into);
                }
            }

            Walk(entry.Node, owner, source, into);
        }
    }

    private static void AddImage(DocumentNode? image, string owner, SourceText source, Collected into)
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
            into.AddUnknown(source, "Kubernetes image", text, owner, image.Line, "it is filled in before it is applied; write the image, or set it with a kustomization");
        }
        else
        {
            into.AddImage(source, "Kubernetes image", text, owner, image.Line, image.Column);
        }
    }

    private static void ReadKustomization(DocumentNode document, SourceText source, Collected into)
    {
        foreach (var image in document.Get("images")?.Items ?? [])
        {
            var name = image.GetText("newName") ?? image.GetText("name");
            var digest = image.GetText("digest");
            var tag = image.GetText("newTag");
            if (name is not null && (digest ?? tag ?? image.GetText("newName")) is not null)
            {
                into.AddImage(source, "kustomize image", name + (digest is not null ? "@" + digest : tag is not null ? ":" + tag : ""), "images", image.Line, image.Column);
            }
        }
    }
}
