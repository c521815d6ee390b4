namespace Gates.Runner.Reports.Review;

/// <summary>A note on the lines of a check run, as plain text within the platform's limits.</summary>
/// <param name="Path">Relative to the repository's root.</param>
/// <param name="StartLine">From 1.</param>
/// <param name="EndLine">Not before the start.</param>
/// <param name="StartColumn">From 1; only when both lines are the same.</param>
/// <param name="EndColumn">Not before the start; only when both lines are the same.</param>
/// <param name="Level"><c>failure</c>, <c>warning</c> or <c>notice</c>.</param>
/// <param name="Title">At most 255 characters.</param>
/// <param name="Message">At most 64 KiB.</param>
internal sealed record CheckAnnotation(string Path, int StartLine, int EndLine, int? StartColumn, int? EndColumn, string Level, string Title, string Message);
