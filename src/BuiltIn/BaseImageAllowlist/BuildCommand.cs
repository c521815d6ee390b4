using Gates.Formats.Dockerfiles;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>A place that builds a Dockerfile, with what it passes.</summary>
internal sealed record BuildCommand
{
    /// <value>The file that holds the command, and whether this run inspects it.</value>
    public required SourceText Source { get; init; }

    public required int Line { get; init; }

    /// <value>The Dockerfile, relative to the repository's root; <see langword="null"/> when only the run knows it, so that it may be any.</value>
    public required string? Dockerfile { get; init; }

    /// <value>A Dockerfile that stands in the source itself, with the number of lines before it; else <see langword="null"/>.</value>
    public (string Text, int LinesBefore)? Inline { get; init; }

    /// <value>Build arguments; a <see langword="null"/> value is one that only the build knows.</value>
    public IReadOnlyDictionary<string, BuildArgument> Arguments { get; init; } = new Dictionary<string, BuildArgument>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Contexts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<Platform> Platforms { get; init; } = [];

    /// <value>The stage that is built; <see langword="null"/> for the last one.</value>
    public string? Target { get; init; }

    /// <value>Its name among the builds of its file: a compose service or a bake target; else <see langword="null"/>.</value>
    public string? Member { get; init; }

    /// <value>The folder that is built in, relative to the repository's root; <see langword="null"/> when it is not in it.</value>
    public string? Folder { get; init; }
}
