namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>What is sent; unset parts are left out.</summary>
internal sealed record CheckRunBody(CheckOutputBody Output)
{
    public string? Name { get; init; }

    public string? HeadSha { get; init; }

    public string? ExternalId { get; init; }

    public string? DetailsUrl { get; init; }

    public CheckStatus? Status { get; init; }

    public CheckConclusion? Conclusion { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }
}

/// <summary>The output of a request; every update repeats title and summary, because GitHub requires them.</summary>
internal sealed record CheckOutputBody(string Title, string Summary, string? Text, IReadOnlyList<CheckAnnotation>? Annotations);
