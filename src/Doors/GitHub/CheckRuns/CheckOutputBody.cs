namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>The output of a request; every update repeats title and summary, because GitHub requires them.</summary>
internal sealed record CheckOutputBody(string Title, string Summary, string? Text, IReadOnlyList<CheckAnnotation>? Annotations);
