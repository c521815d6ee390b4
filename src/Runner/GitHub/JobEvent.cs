using System.Text.Json;

namespace Gates.Runner.GitHub;

/// <summary>What started a job, and what follows from that for the run.</summary>
/// <param name="Name">For example <c>pull_request</c>.</param>
/// <param name="Sha">The commit that the job was started for (GITHUB_SHA).</param>
/// <param name="BaseSha">The commit to compare with; <see langword="null"/> when the event has none and everything counts.</param>
/// <param name="ForeignSha">Somebody else's commit that must not be in the workspace, because the job may have rights and secrets.</param>
internal sealed record JobEvent(string Name, string? Sha, string? BaseSha, string? ForeignSha)
{
    /// <value>The last commit of the pull request, which <see cref="Sha"/> merges into its base; <see langword="null"/> for other events.</value>
    public string? HeadSha { get; init; }

    public static JobEvent Read(string name, string? sha, JsonElement payload) => name switch
    {
        "pull_request" => new JobEvent(name, sha, Commit(payload, "pull_request", "base", "sha"), null) { HeadSha = Commit(payload, "pull_request", "head", "sha") },
        "pull_request_target" => new JobEvent(name, sha, Commit(payload, "pull_request", "base", "sha"), Commit(payload, "pull_request", "head", "sha")),
        "merge_group" => new JobEvent(name, sha, Commit(payload, "merge_group", "base_sha"), null),
        "push" => new JobEvent(name, sha, IsBranchPush(payload) ? Commit(payload, "before") : null, null),
        "workflow_run" => new JobEvent(name, sha, null, OfPullRequest(payload) ? Commit(payload, "workflow_run", "head_sha") : null),
        _ => new JobEvent(name, sha, null, null),
    };

    /// <summary>Why this event's workspace must not be judged, or <see langword="null"/>.</summary>
    /// <param name="head">The commit that the workspace stands on.</param>
    public string? Refuse(string? head) => Name switch
    {
        "pull_request_target" when head is null || (head != BaseSha && head != Sha) =>
            $"a pull_request_target job has secrets and a token that may write, and this workspace is not the base {BaseSha} that it starts with but {head ?? "no commit"}. "
            + "Run gates on `pull_request`, without secrets; show the results from a `workflow_run` job with `gates publish`.",
        "workflow_run" when ForeignSha is not null && head == ForeignSha && head != Sha =>
            $"this workflow_run job follows a pull request and stands on its head {head}, with rights that the pull request must not have. "
            + "Leave the checkout away and use `gates publish`, which reads the pull request without checking it out.",
        _ => null,
    };

    private static bool IsBranchPush(JsonElement payload) =>
        Text(payload, "ref")?.StartsWith("refs/heads/", StringComparison.Ordinal) == true
        && !(payload.TryGetProperty("deleted", out var deleted) && deleted.ValueKind == JsonValueKind.True);

    private static bool OfPullRequest(JsonElement payload) => Text(payload, "workflow_run", "event")?.StartsWith("pull_request", StringComparison.Ordinal) == true;

    /// <summary>A commit id, unless it is the zeros that stand for none.</summary>
    private static string? Commit(JsonElement payload, params ReadOnlySpan<string> names) =>
        Text(payload, names) is { } sha && sha.Trim('0').Length > 0 ? sha : null;

    private static string? Text(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
