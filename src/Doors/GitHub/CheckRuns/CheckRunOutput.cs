namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>What a check run shows.</summary>
/// <param name="Title">One line.</param>
/// <param name="Summary">Markdown, at most <see cref="CheckRunLimits.Text"/> characters.</param>
/// <param name="Text">Markdown below the summary, at most as long.</param>
internal sealed record CheckRunOutput(string Title, string Summary, string? Text = null);
