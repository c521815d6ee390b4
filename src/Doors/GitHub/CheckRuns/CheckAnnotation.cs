using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>A remark on lines of a file of the commit.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="StartLine">From 1.</param>
/// <param name="EndLine">Not before the start.</param>
/// <param name="AnnotationLevel">How it looks.</param>
/// <param name="Message">Plain text, at most <see cref="CheckRunLimits.Message"/> bytes.</param>
/// <param name="Title">At most <see cref="CheckRunLimits.Title"/> characters.</param>
/// <param name="RawDetails">At most <see cref="CheckRunLimits.Message"/> bytes.</param>
/// <param name="StartColumn">From 1; only on a single line.</param>
/// <param name="EndColumn">Only on a single line.</param>
internal sealed record CheckAnnotation(
    string Path,
    int StartLine,
    int EndLine,
    AnnotationLevel AnnotationLevel,
    string Message,
    string? Title = null,
    string? RawDetails = null,
    int? StartColumn = null,
    int? EndColumn = null);

/// <summary>How an annotation looks.</summary>
internal enum AnnotationLevel
{
    [JsonStringEnumMemberName("notice")]
    Notice,

    [JsonStringEnumMemberName("warning")]
    Warning,

    [JsonStringEnumMemberName("failure")]
    Failure,
}
