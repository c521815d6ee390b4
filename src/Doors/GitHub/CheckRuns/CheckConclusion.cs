using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>How a check run ended. A required check is satisfied by <see cref="Success"/>, <see cref="Neutral"/> and <see cref="Skipped"/>.</summary>
internal enum CheckConclusion
{
    [JsonStringEnumMemberName("success")]
    Success,

    [JsonStringEnumMemberName("failure")]
    Failure,

    [JsonStringEnumMemberName("neutral")]
    Neutral,

    [JsonStringEnumMemberName("skipped")]
    Skipped,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    [JsonStringEnumMemberName("timed_out")]
    TimedOut,

    [JsonStringEnumMemberName("action_required")]
    ActionRequired,
}
