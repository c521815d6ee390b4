namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>The app that made a check run or a comment.</summary>
/// <param name="Id">15368 is GitHub Actions on github.com.</param>
/// <param name="Slug">For example <c>github-actions</c>.</param>
internal sealed record CheckApp(long Id, string? Slug = null);
