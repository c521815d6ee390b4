namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>A check run to make, or the new state of one.</summary>
/// <param name="Name">What branch protection names.</param>
/// <param name="HeadSha">The commit that it is about.</param>
/// <param name="ExternalId">Ours: the same for the same run, so that a second attempt finds the first.</param>
/// <param name="Output">What it shows.</param>
internal sealed record CheckRunDraft(string Name, string HeadSha, string ExternalId, CheckRunOutput Output)
{
    public CheckStatus Status { get; init; } = CheckStatus.Completed;

    /// <value>Set exactly when <see cref="Status"/> is completed.</value>
    public CheckConclusion? Conclusion { get; init; }

    /// <value>Where "Details" leads.</value>
    public string? DetailsUrl { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <value>In the order in which they are to be shown; sent in batches of <see cref="CheckRunLimits.Annotations"/>.</value>
    public IReadOnlyList<CheckAnnotation> Annotations { get; init; } = [];
}

/// <summary>What a check run shows.</summary>
/// <param name="Title">One line.</param>
/// <param name="Summary">Markdown, at most <see cref="CheckRunLimits.Text"/> characters.</param>
/// <param name="Text">Markdown below the summary, at most as long.</param>
internal sealed record CheckRunOutput(string Title, string Summary, string? Text = null);
