using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>
/// Images of Kubernetes objects. One walk for all kinds: every <c>image</c> at any depth, in the forms of <see cref="ImageFields"/>, so that custom resources
/// are seen without being known; and the objects that stand as text in others. What is special to a kind is in <see cref="ManifestKinds"/>.
/// </summary>
internal sealed class ManifestImages : IYamlImages
{
    public void Read(DocumentNode document, SourceText source, CollectedImages into)
    {
        if (JsonPatch.Is(document))
        {
            into.AddFile(source);
            JsonPatch.Read(document, "patch", source, into);
        }
        else if (IsObject(document))
        {
            into.AddFile(source);
            new ManifestWalk(source, into).Object(document);
        }
    }

    public static bool IsObject(DocumentNode node) => node.GetText("kind") is not null && node.GetText("apiVersion") is not null;
}
