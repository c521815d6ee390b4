using System.Text.Json;
using Gates.Doors.Git.Objects;

namespace Gates.Runner.Commands.Publish.Overriding;

/// <summary>The commits of a push, as its event names them.</summary>
internal static class PushedCommits
{
    /// <returns>Full ids, the oldest first; at least the one that the job is for.</returns>
    public static IReadOnlyList<string> Of(JsonElement payload, string sha)
    {
        IEnumerable<JsonElement> commits = payload.TryGetProperty("commits", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];
        return
        [
            .. commits.Select(commit => commit.ValueKind == JsonValueKind.Object && commit.TryGetProperty("id", out var id) ? id.GetString() : null)
                .OfType<string>()
                .Where(id => ObjectId.IsFull(id))
                .Append(sha)
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
