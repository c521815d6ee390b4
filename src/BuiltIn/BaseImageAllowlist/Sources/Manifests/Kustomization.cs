using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>What a kustomization puts in the place of images. It is known by its file's name; kind and apiVersion may be left out.</summary>
/// <param name="readText">Reads a file that would not be read by itself; <see langword="null"/> when it is not there, or was read already.</param>
internal sealed class Kustomization(Func<string, SourceText, SourceText?> readText) : IYamlImages
{
    private static readonly string[] Members = ["resources", "bases", "components", "crds"];

    public static bool IsName(string name) => name is "kustomization.yaml" or "kustomization.yml" or "Kustomization";

    public void Read(DocumentNode document, SourceText source, CollectedImages into)
    {
        if (document.Kind != NodeKind.Map)
        {
            return;
        }

        if (document.GetText("apiVersion") == "builtin" && document.GetText("kind") is { } builtin)
        {
            ReadBuiltin(document, builtin, source, into);
        }
        else if (IsName(source.Name) || document.GetText("kind") is "Kustomization" or "Component" && IsKustomize(document))
        {
            into.AddFile(source);
            ReadAll(document, source, into);
        }
    }

    /// <summary>Flux has a kind of that name, too; it is an object, and read as one.</summary>
    private static bool IsKustomize(DocumentNode document) =>
        document.GetText("apiVersion") is not { } version || version.StartsWith("kustomize.config.k8s.io/", StringComparison.Ordinal);

    /// <summary>The transformers of a kustomization as objects of their own.</summary>
    private void ReadBuiltin(DocumentNode document, string kind, SourceText source, CollectedImages into)
    {
        into.AddFile(source);
        if (document.Get("imageTag") is { } image)
        {
            KustomizeImages.ReadTransformer(image, kind, source, into);
        }

        ReadPatch(document.Get("patch") ?? document.Get("jsonOp"), source, into);
        ReadFile(document.Get("path"), source, into);
    }

    private void ReadAll(DocumentNode document, SourceText source, CollectedImages into)
    {
        var replaced = document.All("images").SelectMany(images => KustomizeImages.Read(images, "images", source, into)).ToList();
        var members = Members.SelectMany(key => document.All(key)).SelectMany(list => list.Items).Where(item => item.IsString).ToList();
        into.Kustomizations.Add(
            source.Folder,
            members.Select(member => RepositoryPath.Join(source.Folder, member.Text)).OfType<string>(),
            replaced);
        foreach (var member in members)
        {
            ReadFile(member, source, into);
        }

        foreach (var patch in document.All("patches").Concat(document.All("patchesJson6902")).SelectMany(list => list.Items))
        {
            ReadPatch(patch.Get("patch"), source, into);
            ReadFile(patch.Get("path"), source, into);
        }

        foreach (var patch in document.All("patchesStrategicMerge").SelectMany(list => list.Items))
        {
            if (patch.Text.Contains('\n', StringComparison.Ordinal) || patch.Text.Contains(": ", StringComparison.Ordinal))
            {
                ReadPatch(patch, source, into);
            }
            else
            {
                ReadFile(patch, source, into);
            }
        }

        Say(document, members, source, into);
    }

    /// <summary>What a kustomization takes in that no file here shows.</summary>
    private static void Say(DocumentNode document, List<DocumentNode> members, SourceText source, CollectedImages into)
    {
        var remote = members.Where(member => member.Text.Contains("://", StringComparison.Ordinal)
            || member.Text.StartsWith("git@", StringComparison.Ordinal)
            || member.Text.Contains("?ref=", StringComparison.Ordinal)
            || member.Text.StartsWith("github.com/", StringComparison.Ordinal)).ToList();
        if (remote.Count > 0)
        {
            into.AddUnread(source, remote[0].Line, "kustomization", $"it takes {remote[0].Text} in, which is not in this repository", certain: false);
        }

        if (document.Get("helmCharts") is { Items.Count: > 0 } charts)
        {
            into.AddUnread(source, charts.Line, "kustomization", "it takes Helm charts in; render it and check the result", certain: false);
        }

        var target = document.All("replacements").SelectMany(list => list.Items).SelectMany(item => item.Get("targets")?.Items ?? [])
            .SelectMany(item => item.Get("fieldPaths")?.Items ?? [])
            .FirstOrDefault(path => path.Text.EndsWith(".image", StringComparison.Ordinal));
        if (target is not null)
        {
            into.AddUnread(source, target.Line, "kustomization", "a replacement writes images; render it and check the result", certain: false);
        }
    }

    private static void ReadPatch(DocumentNode? patch, SourceText source, CollectedImages into)
    {
        if (patch is null)
        {
            return;
        }

        if (patch.Kind != NodeKind.Scalar)
        {
            ReadDocument(patch, source, into);
            return;
        }

        var read = LenientReader.Read(EmbeddedText.Lined(patch, source.Text), source.Path);
        foreach (var document in read.Documents)
        {
            ReadDocument(document, source, into);
        }

        foreach (var broken in read.Broken.Take(1))
        {
            into.AddUnread(source, broken.Line, "patch", broken.Reason, certain: true);
        }
    }

    private static void ReadDocument(DocumentNode document, SourceText source, CollectedImages into)
    {
        if (JsonPatch.Is(document))
        {
            JsonPatch.Read(document, "patch", source, into);
        }
        else if (ManifestImages.IsObject(document))
        {
            new ManifestWalk(source, into).Object(document);
        }
        else
        {
            new ManifestWalk(source, into).Fields(document, "patch");
        }
    }

    /// <summary>A file under a name, or in a folder, that the gate would not have looked at; and a patch that does not say what it patches.</summary>
    private void ReadFile(DocumentNode? path, SourceText source, CollectedImages into)
    {
        if (path is not { IsString: true } || RepositoryPath.Join(source.Folder, path.Text) is not { } joined || readText(joined, source) is not { } file)
        {
            return;
        }

        var read = LenientReader.Read(file.Text, file.Path);
        into.AddFile(file);
        foreach (var document in read.Documents)
        {
            ReadDocument(document, file, into);
        }

        foreach (var broken in read.Broken.Take(1))
        {
            into.AddUnread(file, broken.Line, "manifest", broken.Reason, certain: true);
        }
    }
}
