using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>What the sources found.</summary>
internal sealed class CollectedImages
{
    /// <summary>More uses than this cannot be shown to anyone.</summary>
    private const int MaxImages = 5_000;

    private readonly List<ImageUse> images = [];
    private readonly HashSet<string> files = new(StringComparer.Ordinal);

    public IReadOnlyList<ImageUse> Images => images;

    public List<UnreadFile> Unread { get; } = [];

    public List<DuplicateUse> Duplicates { get; } = [];

    public List<BuildCommand> Builds { get; } = [];

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

    /// <summary>Adds an image by its text.</summary>
    public void AddImage(SourceText source, string kind, string text, string where, int line, int? column = null)
    {
        var found = ImageReference.TryParse(text, out var reference, out var reason);
        Add(source, Use(source, kind, text, where, line) with { Column = column, Reference = reference, Reason = found ? null : reason });
    }

    /// <summary>Adds a use whose image cannot be known.</summary>
    public void AddUnknown(SourceText source, string kind, string text, string where, int line, string reason) =>
        Add(source, Use(source, kind, text, where, line) with { Reason = reason });

    /// <exception cref="EvaluationException">There are too many.</exception>
    public void Add(SourceText source, ImageUse use)
    {
        if (!source.InScope)
        {
            return;
        }

        images.Add(use);
        if (images.Count > MaxImages)
        {
            throw new EvaluationException(FormattableString.Invariant(
                $"base-image-allowlist: more than {MaxImages} images are used; narrow `paths` or `exclude` what is not built"));
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
