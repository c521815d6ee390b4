using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>How far a check run is.</summary>
internal enum CheckStatus
{
    [JsonStringEnumMemberName("queued")]
    Queued,

    [JsonStringEnumMemberName("in_progress")]
    InProgress,

    [JsonStringEnumMemberName("completed")]
    Completed,
}
