namespace Gates.Formats.Dockerfiles;

/// <summary>What a build command says beside the Dockerfile.</summary>
internal sealed record BuildSettings
{
    /// <value>The name that stands for every argument that is not named itself: of a build whose arguments' names only the run knows.</value>
    public const string AnyArgument = "*";

    /// <value>Build arguments by name.</value>
    public IReadOnlyDictionary<string, BuildArgument> Arguments { get; init; } = new Dictionary<string, BuildArgument>(StringComparer.Ordinal);

    /// <value>The platform that is built.</value>
    public Platform Platform { get; init; } = Platform.Default;

    /// <value>Named contexts: each replaces the stage or image of that name.</value>
    public IReadOnlyDictionary<string, string> Contexts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <value>The stage that is built; <see langword="null"/> for the last one.</value>
    public string? Target { get; init; }
}
