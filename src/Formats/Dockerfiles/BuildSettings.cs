namespace Gates.Formats.Dockerfiles;

/// <summary>What a build command says beside the Dockerfile.</summary>
internal sealed record BuildSettings
{
    /// <value>Build arguments by name.</value>
    public IReadOnlyDictionary<string, BuildArgument> Arguments { get; init; } = new Dictionary<string, BuildArgument>(StringComparer.Ordinal);

    /// <value>The platform that is built.</value>
    public Platform Platform { get; init; } = Platform.Default;

    /// <value>Named contexts: each replaces the stage or image of that name.</value>
    public IReadOnlyDictionary<string, string> Contexts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
