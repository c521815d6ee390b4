using Gates.Doors.GitHub.CheckRuns;

namespace Gates.Runner.Reports.Review;

/// <summary>What a check run shows.</summary>
/// <param name="Title">Plain text in one line.</param>
/// <param name="Summary">Markdown, at most 65,535 characters.</param>
/// <param name="Text">The findings in Markdown, at most 65,535 characters; <see langword="null"/> when there is none.</param>
/// <param name="Annotations">The most important first.</param>
internal sealed record CheckOutput(string Title, string Summary, string? Text, IReadOnlyList<CheckAnnotation> Annotations);
