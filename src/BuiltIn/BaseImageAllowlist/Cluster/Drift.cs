using Gates.Formats.Dockerfiles;

namespace Gates.BuiltIn.BaseImageAllowlist.Cluster;

/// <summary>Holds what runs against what the repository declares.</summary>
internal sealed class Drift
{
    /// <value>Parts of the names of uses that build or check something, and have nothing run in a cluster.</value>
    private static readonly string[] OfBuilds =
    [
        "FROM", "COPY", "RUN", "ADD", "syntax", "build", "workflow", "action", "devcontainer", "project",
        "CI", "Circle", "Drone", "Azure", "Jenkins", "Woodpecker", "Buildkite", "docker", "pipeline", "Cirrus", "Cloud Build", " pull", " fetch",
    ];

    private readonly ILookup<string, ImageUse> declared;
    private readonly Dictionary<string, string[]> contents;
    private readonly HashSet<string> names;

    public Drift(IReadOnlyList<ImageUse> uses, IReadOnlyList<RunningImage> running)
    {
        declared = uses.Where(use => use.Reference is not null && Declares(use)).ToLookup(use => use.Reference!.Name, StringComparer.Ordinal);
        names = [.. running.Select(image => image.Reference?.Name).OfType<string>()];
        contents = running.Where(image => image is { Digest: not null, Reference: not null })
            .GroupBy(image => ByTag(image.Reference!), StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(image => image.Digest!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal);
    }

    /// <summary>How an image that runs stands to what is declared, and the declaration that says so.</summary>
    public (DriftState State, ImageUse? Declared) Of(RunningImage running)
    {
        if (running.Reference is not { } image)
        {
            return (DriftState.Unresolved, null);
        }

        var uses = declared[image.Name].ToList();
        var same = uses.Find(use => Fits(use.Reference!, running));
        if (same is not null)
        {
            return contents.GetValueOrDefault(ByTag(image)) is { Length: > 1 } && same.Reference!.Digest is null
                ? (DriftState.SeveralContents, same)
                : (DriftState.Declared, same);
        }

        var sameTag = uses.Find(use => use.Reference!.Digest is not null && (use.Reference.Tag is null || Tag(use.Reference) == Tag(image)));
        return uses.Count == 0 ? (DriftState.Undeclared, null)
            : sameTag is null ? (DriftState.OtherTag, uses[0])
            : running.Digests.Any() || running.IsTemplate ? (DriftState.OtherDigest, sameTag)
            : (DriftState.UnknownDigest, sameTag);
    }

    /// <summary>The digests that run under an image's tag.</summary>
    public IReadOnlyList<string> ContentsOf(ImageReference image) => contents.GetValueOrDefault(ByTag(image)) ?? [];

    /// <summary>Declared images of whose repository nothing runs: one under another tag is drift already, and a kustomization replaces tags.</summary>
    public IEnumerable<ImageUse> Idle() =>
        declared.Where(group => !names.Contains(group.Key)).SelectMany(group => group.DistinctBy(use => (use.Path, use.Line))).Where(IsOfKubernetes);

    /// <summary>A digest that is declared decides; else the tag, under which whatever runs is what was declared.</summary>
    private static bool Fits(ImageReference use, RunningImage running) =>
        use.Digest is { } digest ? running.Digests.Contains(digest, StringComparer.Ordinal) : Tag(use) == Tag(running.Reference!);

    private static bool Declares(ImageUse use) => use.Stage is null && !OfBuilds.Any(part => use.Kind.Contains(part, StringComparison.Ordinal));

    private static bool IsOfKubernetes(ImageUse use) => !use.Kind.StartsWith("compose", StringComparison.Ordinal)
        && !use.Kind.StartsWith("kubectl", StringComparison.Ordinal) && !use.Kind.StartsWith("helm", StringComparison.Ordinal);

    /// <value>An image by digest alone has none, and one without either is <c>latest</c>.</value>
    private static string? Tag(ImageReference image) => image.Tag ?? (image.Digest is null ? "latest" : null);

    private static string ByTag(ImageReference image) => image.Name + ":" + Tag(image);
}

/// <summary>How an image that runs stands to what is declared.</summary>
internal enum DriftState
{
    Declared,
    Undeclared,
    OtherTag,
    OtherDigest,

    /// <summary>A digest is declared, and the node does not know that of what it runs.</summary>
    UnknownDigest,

    /// <summary>A tag is declared, under which more than one content runs.</summary>
    SeveralContents,

    /// <summary>What is written is no image's name.</summary>
    Unresolved,
}
