namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>One page of a list.</summary>
internal sealed record CheckRunPage(IReadOnlyList<CheckRun> CheckRuns);
