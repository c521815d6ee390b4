namespace Gates.Runner.Commands.Publish;

/// <summary>What <c>gates publish</c> was asked.</summary>
internal sealed record PublishRequest
{
    /// <value>A clone of the repository: for a pull request of somebody else, of its default branch.</value>
    public required DirectoryInfo Workspace { get; init; }

    /// <value>Where this job's <c>gates run</c> left its results; not read when somebody else's run is published.</value>
    public required DirectoryInfo Results { get; init; }

    /// <value>See <see cref="Gates.Runner.Runs.RunRequest.Config"/>.</value>
    public string? Config { get; init; }

    /// <value>See <see cref="Gates.Runner.Runs.RunRequest.Environment"/>.</value>
    public string? Environment { get; init; }

    /// <value>The check that branch protection names. Default: <c>gates</c>.</value>
    public string Check { get; init; } = "gates";

    /// <value>Whether each gate gets a check of its own as well.</value>
    public bool PerGate { get; init; }

    /// <value>Whether the findings go to code scanning as well.</value>
    public bool Sarif { get; init; }

    /// <value>What becomes of the release of the event's tag. Default: nothing.</value>
    public ReleaseStep? Release { get; init; }

    /// <value>A folder of more files for the release, such as an evidence pack.</value>
    public DirectoryInfo? Assets { get; init; }

    /// <value>Whether fixes of one line are offered on the pull request's diff.</value>
    public bool Suggestions { get; init; } = true;

    /// <value>As whom the token writes comments. Default: a job's own token.</value>
    public string Author { get; init; } = StickyComment.JobAuthor;
}
