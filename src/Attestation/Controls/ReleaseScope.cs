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

/// <summary>All that there was in the period, so that a sample can be drawn and nothing left out.</summary>
/// <param name="Prefix">What the names of the counted tags begin with, such as <c>v</c>.</param>
/// <param name="Year">The calendar year (UTC) that releases are counted in.</param>
/// <param name="Releases">The releases of the year up to this one, the first one first.</param>
/// <param name="Changes">The commits on the line of the release since the one before, the newest first; a merge counts once.</param>
internal sealed record ReleasePopulation(string Prefix, int Year, IReadOnlyList<string> Releases, IReadOnlyList<string> Changes);
