using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>Walks through one file's objects.</summary>
/// <param name="source">The file.</param>
/// <param name="into">What takes the images.</param>
/// <param name="kind">What the images are called. Default: those of Kubernetes.</param>
/// <param name="version">The tag of images that have none, as a chart's own version; <see langword="null"/> for none.</param>
internal sealed class ManifestWalk(SourceText source, CollectedImages into, string kind = ManifestWalk.Kubernetes, string? version = null)
{
    public const string Kubernetes = "Kubernetes image";

    private const int MaxTexts = 500;

    /// <summary>Objects as texts in objects as texts: two levels are in use.</summary>
    private const int MaxTextDepth = 4;

    private static readonly string[] ObjectStarts = ["apiVersion", "kind", "{", "---", "- "];
    private static readonly string[] Lists = ["containers", "initContainers", "ephemeralContainers"];

    private readonly List<DocumentNode> parents = [];
    private DocumentNode? outermost;
    private DocumentNode? root;
    private string owner = "";
    private int texts;
    private int depth;

    /// <summary>An object of Kubernetes; also one within another.</summary>
    public void Object(DocumentNode node)
    {
        var (outerRoot, outerOwner) = (root, owner);
        outermost ??= node;
        var (apiVersion, name) = (node.GetText("apiVersion")!, node.Get("metadata")?.GetText("name"));
        var group = ManifestKinds.GroupOf(apiVersion);
        root = node;
        owner = name is null ? node.GetText("kind")! : $"{node.GetText("kind")} {name}";
        if (ManifestKinds.IsPolicy(group))
        {
            // What a policy itself writes into objects does run.
            foreach (var rule in node.Get("spec")?.Get("rules")?.Items ?? [])
            {
                Fields(rule.Get("mutate"), "mutate");
                Fields(rule.Get("generate"), "generate");
            }
        }
        else if (!ManifestKinds.HasOtherImages(group))
        {
            Walk(node, "", "");
        }

        (root, owner) = (outerRoot, outerOwner);
        outermost = outerRoot is null ? null : outermost;
    }

    /// <summary>Every image below a node that is no object of its own, such as a patch or the values of a chart.</summary>
    public void Fields(DocumentNode? node, string where)
    {
        if (node is not null)
        {
            var outer = owner;
            owner = where;
            Walk(node, where, "");
            owner = outer;
        }
    }

    private void Walk(DocumentNode node, string key, string list)
    {
        foreach (var item in node.Items)
        {
            Nested(item, key, list);
        }

        if (node.Kind != NodeKind.Map)
        {
            return;
        }

        parents.Add(node);
        var parts = ImageFields.Parts(node, key, version);
        if (parts is { } whole)
        {
            Text(whole.At, whole.Text, list, node);
        }
        else if (node.GetText("kind") == "DockerImage" && node.Get("name") is { IsString: true } name)
        {
            Text(name, name.Text, key, node);
        }

        foreach (var entry in node.Entries)
        {
            Entry(entry, key, list, node, parts?.At);
        }

        parents.RemoveAt(parents.Count - 1);
    }

    private void Entry(DocumentEntry entry, string parent, string list, DocumentNode map, DocumentNode? isPart)
    {
        var node = entry.Node;
        if (node.Kind == NodeKind.Scalar)
        {
            // A Ceph volume's image is a disk.
            if (node is { Value: not null, Text.Length: > 0 } && !ReferenceEquals(node, isPart) && parent != "rbd")
            {
                Scalar(entry.Key, node, list, map);
            }
        }
        else if (entry.Key == "image" && node.All("reference").Any(reference => reference.IsString))
        {
            foreach (var reference in node.All("reference").Where(reference => reference is { IsString: true, Text.Length: > 0 }))
            {
                Text(reference, reference.Text, "volumes", map);
            }
        }
        else if (entry.Key == "images" && (parent == "kustomize" || node.Items.Any(item => item.Get("newName") is not null || item.Get("newTag") is not null)))
        {
            KustomizeImages.Read(node, owner, source, into);
        }
        else if (entry.Key == "parameters" && parent == "helm")
        {
            HelmParameters.Read(node, this);
        }
        else
        {
            Nested(node, entry.Key, Lists.Contains(entry.Key, StringComparer.Ordinal) ? entry.Key : list);
        }
    }

    private void Nested(DocumentNode node, string key, string list)
    {
        if (root is not null && ManifestImages.IsObject(node) && node.Get("metadata") is not null)
        {
            Object(node);
        }
        else
        {
            Walk(node, key, list);
        }
    }

    private void Scalar(string key, DocumentNode node, string list, DocumentNode map)
    {
        if (ImageFields.IsName(key) && (list.Length > 0 && key == "image" || node.IsString && !ImageFields.IsOther(key, node.Text)))
        {
            Text(node, node.Text, list, map);
        }
        else if (key == "package" && root?.GetText("apiVersion")?.StartsWith("pkg.crossplane.io/", StringComparison.Ordinal) == true)
        {
            Text(node, node.Text, "package", map);
        }
        else if (node.EndLine > node.Line || node.Text.Contains('\n', StringComparison.Ordinal) || node.Text.StartsWith('{'))
        {
            Embedded(key, node);
        }
    }

    /// <summary>A text that holds objects, or the values of a chart.</summary>
    private void Embedded(string key, DocumentNode node)
    {
        var isValues = key is "values" or "valuesContent";
        if (!node.Text.Contains("image", StringComparison.OrdinalIgnoreCase)
            || !isValues && !(node.Text.Contains("apiVersion", StringComparison.Ordinal) && node.Text.Contains("kind", StringComparison.Ordinal)))
        {
            return;
        }

        if (++texts > MaxTexts || depth == MaxTextDepth)
        {
            var limit = depth == MaxTextDepth
                ? FormattableString.Invariant($"it stands deeper than {MaxTextDepth} texts in each other")
                : FormattableString.Invariant($"the file has more than {MaxTexts} texts with objects");
            into.AddUnread(source, node.Line, "text in a manifest", limit, certain: true);
            return;
        }

        depth++;
        var documents = LenientReader.Read(EmbeddedText.Lined(node, source.Text), source.Path);
        documents.Documents.ToList().ForEach(document => Embedded(document, isValues));
        depth--;
        foreach (var broken in documents.Broken.Take(1))
        {
            var isTemplate = TemplateMarks.Stand(node.Text, broken.Line);
            into.AddUnread(
                source,
                broken.Line,
                "text in a manifest",
                isTemplate ? "something fills it in first" : broken.Reason,
                certain: !isTemplate && !isValues && IsObjectText(key, node.Text));
        }
    }

    private void Embedded(DocumentNode document, bool isValues)
    {
        var (outer, outerOwner, outerScope) = (root, owner, outermost);
        if (ManifestImages.IsObject(document))
        {
            (root, outermost) = (null, null);
            Object(document);
        }
        else if (isValues)
        {
            Fields(document, outerOwner);
        }

        (root, owner, outermost) = (outer, outerOwner, outerScope);
    }

    /// <summary>Whether a text is an object by itself; a script may only have some in it.</summary>
    private static bool IsObjectText(string key, string text) =>
        Array.Exists(ObjectStarts, start => text.AsSpan().TrimStart().StartsWith(start))
        || YamlSource.IsYaml(key)
        || key.EndsWith(".json", StringComparison.Ordinal);

    private void Text(DocumentNode node, string text, string list, DocumentNode container) =>
        new ManifestText(source, into, kind).Add(node, text, owner, outermost, root is null ? null : new Workload(root, Pod(), list, container));

    /// <summary>What holds the pod's specification: two maps above the list of containers.</summary>
    private DocumentNode Pod()
    {
        // The containers' items were pushed as well, so that the last is the container itself.
        for (var i = parents.Count - 1; i > 0; i--)
        {
            if (ReferenceEquals(parents[i - 1].Get("spec"), parents[i]) && Lists.Any(list => parents[i].Get(list) is not null))
            {
                return parents[i - 1];
            }
        }

        return root!;
    }
}
