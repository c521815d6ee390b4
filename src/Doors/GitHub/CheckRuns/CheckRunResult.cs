namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>What a check run shows, as GitHub has it.</summary>
/// <param name="Title">One line.</param>
/// <param name="Summary">Markdown.</param>
/// <param name="AnnotationsCount">How many annotations have arrived.</param>
internal sealed record CheckRunResult(string? Title, string? Summary, int AnnotationsCount);
