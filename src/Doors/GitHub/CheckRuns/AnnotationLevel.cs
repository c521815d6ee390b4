using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.CheckRuns;

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
