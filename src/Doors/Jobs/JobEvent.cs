using System.Text.Json;
using Gates.Doors.Git.Objects;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Doors.Jobs;

/// <summary>What started a job, and what follows from that for the run.</summary>
/// <param name="Name">For example <c>pull_request</c>.</param>
/// <param name="Sha">The commit that the job was started for (GITHUB_SHA).</param>
/// <param name="BaseSha">The commit to compare with; <see langword="null"/> when the event has none and everything counts.</param>
/// <param name="ForeignSha">Somebody else's commit that must not be in the workspace, because the job may have rights and secrets.</param>
internal sealed record JobEvent(string Name, string? Sha, string? BaseSha, string? ForeignSha)
{
    /// <value>The last commit of the pull request, which <see cref="Sha"/> merges into its base; <see langword="null"/> for other events.</value>
    public string? HeadSha { get; init; }

    /// <value>Whether a push replaced commits instead of adding to them.</value>
    public bool IsForced { get; private init; }

    /// <value>Whether a push made a branch, so that nothing was there before.</value>
    public bool IsNew { get; private init; }

    /// <value>Whether something was pushed to a branch.</value>
    public bool IsToBranch { get; private init; }

    /// <value>Whether the job was started by somebody else's change but has rights that this must not have.</value>
    public bool FollowsPullRequest { get; private init; }

    /// <exception cref="EvaluationException">What stands in place of a commit's id is none.</exception>
    public static JobEvent Read(string name, string? sha, JsonElement payload) => name switch
    {
        "pull_request" or "pull_request_review" or "pull_request_review_comment" =>
            new JobEvent(name, sha, Commit(payload, "pull_request", "base", "sha"), null) { HeadSha = Commit(payload, "pull_request", "head", "sha") },
        "pull_request_target" => new JobEvent(name, sha, Commit(payload, "pull_request", "base", "sha"), Commit(payload, "pull_request", "head", "sha")),
        "merge_group" => OfGroup(name, sha, payload),
        "push" => OfPush(name, sha, payload),
        "workflow_run" =>
            new JobEvent(
                name,
                sha,
                null,
                OfPullRequest(payload) ? Commit(payload, "workflow_run", "head_sha") : null)
            { FollowsPullRequest = OfPullRequest(payload) },
        "issue_comment" => new JobEvent(name, sha, null, null) { FollowsPullRequest = Has(payload, "issue", "pull_request") },
        _ => new JobEvent(name, sha, null, null),
    };

    /// <summary>Why this event's workspace must not be judged, or <see langword="null"/>.</summary>
    /// <param name="head">The commit that the workspace stands on.</param>
    public string? Refuse(string? head) => this switch
    {
        { Name: "pull_request_target" } when head is null || (head != BaseSha && head != Sha) =>
            $"a pull_request_target job has secrets and a token that may write, and this workspace is not the base {BaseSha} that it starts with but {head ?? "no commit"}. "
            + "Run gates on `pull_request`, without secrets; show the results from a `workflow_run` job with `gates publish`.",
        { Name: "workflow_run", FollowsPullRequest: true } when head != Sha && head is not null && head == ForeignSha =>
            $"this workflow_run job follows a pull request and stands on its head {head}, with rights that the pull request must not have. "
            + "Leave the checkout away and use `gates publish`, which reads the pull request without checking it out.",
        { FollowsPullRequest: true } when head is not null && head != Sha =>
            $"this {Name} job is about a pull request, has rights that the pull request must not have, and stands on {head}, which is not the commit {Sha ?? "of the default branch"} that it starts with. "
            + "Leave the checkout at that, or away, and use `gates publish`, which reads the pull request without checking it out.",
        _ => null,
    };

    private static JobEvent OfGroup(string name, string? sha, JsonElement payload)
    {
        Commit(payload, "merge_group", "head_sha");
        return new JobEvent(name, sha, Commit(payload, "merge_group", "base_sha"), null);
    }

    private static JobEvent OfPush(string name, string? sha, JsonElement payload)
    {
        Commit(payload, "after");
        var before = Commit(payload, "before");
        return IsBranchPush(payload)
            ? new JobEvent(name, sha, before, null) { IsToBranch = true, IsNew = before is null, IsForced = Flag(payload, "forced") }
            : new JobEvent(name, sha, null, null);
    }

    private static bool IsBranchPush(JsonElement payload) =>
        Text(payload, "ref")?.StartsWith("refs/heads/", StringComparison.Ordinal) == true
        && !Flag(payload, "deleted");

    private static bool OfPullRequest(JsonElement payload) =>
        Text(payload, "workflow_run", "event")?.StartsWith("pull_request", StringComparison.Ordinal) == true;

    /// <summary>A commit id, unless it is the zeros that stand for none.</summary>
    private static string? Commit(JsonElement payload, params ReadOnlySpan<string> names) => Text(payload, names) switch
    {
        null => null,
        { } sha when ObjectId.IsFull(sha) => sha.Trim('0').Length > 0 ? sha : null,
        { } other => throw new EvaluationException(
            $"the event file (GITHUB_EVENT_PATH) has {Say.Quote(other)} as `{string.Join('.', names)}`, where GitHub writes the full id of a commit: 40 or 64 lower-case hexadecimal digits"),
    };

    private static bool Flag(JsonElement payload, string name) =>
        payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static bool Has(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return false;
            }
        }

        return element.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
    }

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
