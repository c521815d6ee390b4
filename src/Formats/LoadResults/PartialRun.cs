using System.Text.Json;

namespace Gates.Formats.LoadResults;

/// <summary>How our own driver marks a run that was stopped before its end: such a run must not be compared with a whole one.</summary>
internal static class PartialRun
{
    /// <value>The key under which a summary holds what k6's does not.</value>
    public const string Key = "gates";

    /// <value>Why the run is not whole; null when it is.</value>
    public const string Reason = "stopped";

    /// <value>The metric that says so among points.</value>
    public const string Metric = "gates_stopped";

    public static IReadOnlyList<string> Doubts(JsonElement root) =>
        root.TryGetProperty(Key, out var own) && own.ValueKind == JsonValueKind.Object
        && own.TryGetProperty(Reason, out var reason) && reason.ValueKind == JsonValueKind.String
            ? [$"the run was stopped before its end: {reason.GetString()}"]
            : [];
}
