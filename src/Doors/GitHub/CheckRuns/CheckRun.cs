namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>A check run as GitHub has it.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="Name">What branch protection names.</param>
/// <param name="HeadSha">The commit.</param>
/// <param name="Status">For example <c>completed</c>.</param>
/// <param name="ExternalId">Whatever its creator wrote.</param>
/// <param name="Conclusion">For example <c>success</c>; none before the end.</param>
/// <param name="HtmlUrl">Its page.</param>
/// <param name="Output">What it shows.</param>
/// <param name="App">Who made it: only that app can change it.</param>
internal sealed record CheckRun(
    long Id, string Name, string HeadSha, string Status, string? ExternalId = null, string? Conclusion = null, string? HtmlUrl = null, CheckRunResult? Output = null, CheckApp? App = null);

/// <summary>One page of a list.</summary>
internal sealed record CheckRunPage(IReadOnlyList<CheckRun> CheckRuns);

/// <summary>What a check run shows, as GitHub has it.</summary>
/// <param name="Title">One line.</param>
/// <param name="Summary">Markdown.</param>
/// <param name="AnnotationsCount">How many annotations have arrived.</param>
internal sealed record CheckRunResult(string? Title, string? Summary, int AnnotationsCount);

/// <summary>The app that made a check run.</summary>
/// <param name="Id">15368 is GitHub Actions on github.com.</param>
/// <param name="Slug">For example <c>github-actions</c>.</param>
internal sealed record CheckApp(long Id, string? Slug = null);
