namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;

/// <summary>Where the files of one CI system name images.</summary>
internal sealed record PipelineKind
{
    public required string Name { get; init; }

    /// <value>Whether a file is one of its, by the path.</value>
    public required Func<string, bool> Is { get; init; }

    public required IReadOnlyList<NodePath> Images { get; init; }

    /// <value>Where a file gives its own variables values.</value>
    public IReadOnlyList<NodePath> Variables { get; init; } = [];

    /// <value>Where names are given to images, by which others use them.</value>
    public NodePath? Aliases { get; init; }

    /// <value>The key that takes other files in; <see langword="null"/> when there is none.</value>
    public string? Include { get; init; }

    /// <value>Whether that key may name files of the same repository.</value>
    public bool IncludesOwnFiles { get; init; }
}
