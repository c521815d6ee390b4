using Gates.Formats.Dockerfiles;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>A place that builds a Dockerfile, with what it passes.</summary>
internal sealed record BuildCommand
{
    /// <value>The file that holds the command, and whether this run inspects it.</value>
    public required SourceText Source { get; init; }

    public required int Line { get; init; }

    /// <value>The Dockerfile, relative to the repository's root.</value>
    public required string Dockerfile { get; init; }

    /// <value>Build arguments; a <see langword="null"/> value is one that only the build knows.</value>
    public IReadOnlyDictionary<string, BuildArgument> Arguments { get; init; } = new Dictionary<string, BuildArgument>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Contexts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<Platform> Platforms { get; init; } = [];
}
