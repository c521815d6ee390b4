namespace Gates.Attestation.Controls;

/// <summary>What a release is, and what came before it.</summary>
internal sealed record ReleaseScope
{
    /// <value>As people know it, such as <c>acme/shop</c>.</value>
    public required string Repository { get; init; }

    public required string Tag { get; init; }

    /// <value>The commit that the tag names in the end.</value>
    public required string Commit { get; init; }

    /// <value>When the commit was made, as it says itself.</value>
    public required DateTimeOffset Time { get; init; }

    /// <value>The release before it; <see langword="null"/> for the first one.</value>
    public string? PreviousTag { get; init; }

    public DateTimeOffset? PreviousTime { get; init; }

    /// <value>The files of the release.</value>
    public IReadOnlyList<EvidenceItem> Artefacts { get; init; } = [];

    public required ReleasePopulation Population { get; init; }
}
