using Gates.BuiltIn.BaseImageAllowlist.Builds;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>What the sources found.</summary>
internal sealed class CollectedImages
{
    /// <summary>More images than this cannot be shown to anyone. One that is used in many places is one.</summary>
    private const int MaxImages = 5_000;

    /// <summary>Uses of them; nobody's repository has more, and a hostile one's end here.</summary>
    private const int MaxUses = 200_000;

    private const int MaxPlaceholders = 1_000;

    private readonly List<ImageUse> images = [];
    private readonly HashSet<ImageUse> seen = [];
    private readonly HashSet<string> distinct = new(StringComparer.Ordinal);
    private readonly HashSet<(string, int, int, string?, string, string?)> places = [];
    private readonly HashSet<string> files = new(StringComparer.Ordinal);

    public IReadOnlyList<ImageUse> Images => images;

    public List<UnreadFile> Unread { get; } = [];

    public List<DuplicateUse> Duplicates { get; } = [];

    public List<BuildCommand> Builds { get; } = [];

    /// <value>Commands that build what other files describe.</value>
    public List<GroupBuild> Groups { get; } = [];

    /// <value>Compose and bake files that something names.</value>
    public HashSet<string> NamedFiles { get; } = new(StringComparer.Ordinal);

    /// <value>Files that pipelines take in from their own repository.</value>
    public List<Sources.Pipelines.IncludedPipeline> Included { get; } = [];

    /// <value>Texts that stand where an image will be.</value>
    public List<PlaceholderUse> Placeholders { get; } = [];

    /// <value>What kustomizations put in the place of names.</value>
    public Sources.Manifests.KustomizeGraph Kustomizations { get; } = new();

    /// <value>The files that were read for images, sorted.</value>
    public IEnumerable<string> Files => files.Order(StringComparer.Ordinal);

    public void AddFile(SourceText source)
    {
        if (source.InScope)
        {
            files.Add(source.Path);
        }
    }

    /// <summary>Whether images were looked for in the file, so that somebody uses it.</summary>
    public bool Holds(SourceText source) => files.Contains(source.Path);

    public void AddDuplicate(SourceText source, int line, string key)
    {
        if (source.InScope)
        {
            Duplicates.Add(new DuplicateUse(source.Path, line, key));
        }
    }

    public void AddUnread(SourceText source, int line, string kind, string reason, bool certain)
    {
        if (source.InScope)
        {
            Unread.Add(new UnreadFile(source.Path, line, kind, reason, certain));
        }
    }

    public void AddPlaceholder(SourceText source, string text, int line, string why)
    {
        if (source.InScope && Placeholders.Count < MaxPlaceholders)
        {
            Placeholders.Add(new PlaceholderUse(source.Path, line, text, why));
        }
    }

    /// <summary>Adds an image by its text.</summary>
    public void AddImage(SourceText source, string kind, string text, string where, int line, int? column = null, Workload? workload = null)
    {
        var found = ImageReference.TryParse(text, out var reference, out var reason);
        var use = Use(source, kind, text, where, line);
        Add(source, use with { Column = column, Reference = reference, Reason = found ? null : reason, Workload = workload });
    }

    /// <summary>Takes those away that a kustomization replaces before anything runs them.</summary>
    public void SetReplacedAside()
    {
        var replaced = images.Where(Kustomizations.Replaces).ToHashSet<ImageUse>(ReferenceEqualityComparer.Instance);
        images.RemoveAll(replaced.Contains);
        Placeholders.AddRange(replaced.Take(MaxPlaceholders).Select(use => new PlaceholderUse(use.Path, use.Line, use.Written, "a kustomization here "
            + "replaces it")));
    }

    /// <summary>Adds a use whose image cannot be known.</summary>
    public void AddUnknown(SourceText source, string kind, string text, string where, int line, string reason) =>
        Add(source, Use(source, kind, text, where, line) with { Reason = reason });

    /// <exception cref="EvaluationException">There are too many.</exception>
    public void Add(SourceText source, ImageUse use)
    {
        if (!source.InScope || !seen.Add(use))
        {
            return;
        }

        // Two readers may know the same line.
        if (use.Column is { } column && !places.Add((use.Path, use.Line, column, use.Platform, use.Written, use.Stage + use.Reference?.ToString())))
        {
            return;
        }

        images.Add(use);
        distinct.Add(use.Reference?.ToString() ?? use.Written);
        if (distinct.Count > MaxImages || images.Count > MaxUses)
        {
            var limit = distinct.Count > MaxImages ? $"{MaxImages} different images" : $"{MaxUses} uses of images";
            throw new EvaluationException(FormattableString.Invariant(
                $"base-image-allowlist: more than {limit} are named here; narrow `paths` or `exclude` what is not built"));
        }
    }

    private static ImageUse Use(SourceText source, string kind, string text, string where, int line) => new()
    {
        Kind = kind,
        Written = text,
        How = FormattableString.Invariant($"{where}, {source.Path}:{line}"),
        Path = source.Path,
        Line = line,
    };
}

/// <summary>A key that stands twice in a file whose readers take the last one and do not say so.</summary>
internal sealed record DuplicateUse(string Path, int Line, string Key);

/// <summary>A text that stands where an image will be, and why it is none.</summary>
internal sealed record PlaceholderUse(string Path, int Line, string Written, string Why);
