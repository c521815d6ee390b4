using System.Text.Json;
using Gates.Doors.Git.Objects;
using Gates.Doors.Jobs;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Publish;

/// <summary>What started the publishing job, and whose results it is about.</summary>
/// <param name="Name">The event, for example <c>workflow_run</c>.</param>
/// <param name="Sha">The commit that the results are about: a pull request's head, never its test merge.</param>
/// <param name="IsOwnJob">Whether the results come from this very job; otherwise whoever wrote the other workflow could have made them.</param>
internal sealed record PublishEvent(string Name, string Sha, bool IsOwnJob)
{
    private const string Tags = "refs/tags/";

    /// <value>The pull request's number, when the event tells it; for a fork's <c>workflow_run</c> it does not.</value>
    public int? Number { get; init; }

    /// <value>The head's repository, <c>owner/name</c>.</value>
    public string? HeadRepository { get; init; }

    public string? HeadBranch { get; init; }

    /// <value>The run whose results are wanted.</value>
    public long? RunId { get; init; }

    /// <value>What this very job was started for, the commit and the full ref; on pull requests the test merge.</value>
    public (string Sha, string Ref)? Job { get; init; }

    /// <value>The tag that the event is about, without <c>refs/tags/</c>.</value>
    public string? Tag { get; init; }

    /// <value>Why there is nothing to publish; else <see langword="null"/>.</value>
    public string? Nothing { get; init; }

    /// <exception cref="UsageException">This is no event to publish at, or the event lacks what GitHub always sends.</exception>
    public static PublishEvent Read(JobEnvironment job)
    {
        var (name, sha) = (job.EventName!, job.Event!.Sha);
        var started = Read(name, sha, job.Payload ?? throw new UsageException("GITHUB_EVENT_PATH is not set"));
        return started with { Job = sha is not null && job.Ref is not null ? (sha, job.Ref) : null, Tag = started.Tag ?? TagOf(started, job.Ref) };
    }

    private static PublishEvent Read(string name, string? sha, JsonElement payload) => name switch
    {
        "workflow_run" => OfRun(Part(payload, "workflow_run")),
        "pull_request" or "pull_request_review" or "pull_request_target" => OfPull(name, Part(payload, "pull_request")),
        "merge_group" => new PublishEvent(name, Commit(Part(payload, "merge_group"), "head_sha"), true),
        "release" => OfCommit(name, sha) with { Tag = Text(Part(payload, "release"), "tag_name") },
        "push" or "schedule" or "workflow_dispatch" => OfCommit(name, sha),
        _ =>
            throw new UsageException($"`gates publish` does not know what a {name} event is about; use it at pull_request, merge_group, push, release, schedule, workflow_dispatch or workflow_run"),
    };

    private static PublishEvent OfCommit(string name, string? sha) => new(name, sha ?? throw new UsageException("GITHUB_SHA is not set"), true);

    private static string? TagOf(PublishEvent started, string? gitRef) =>
        started.Name is "push" or "workflow_dispatch" && gitRef?.StartsWith(Tags, StringComparison.Ordinal) == true ? gitRef[Tags.Length..] : null;

    private static PublishEvent OfPull(string name, JsonElement pull) => new(name, Commit(Part(pull, "head"), "sha"), name != "pull_request_target")
    {
        Number = Part(pull, "number").GetInt32(),
        HeadRepository = Repository(Part(pull, "head"), "repo"),
        HeadBranch = Text(Part(pull, "head"), "ref"),
    };

    private static PublishEvent OfRun(JsonElement run)
    {
        var trigger = Text(run, "event");
        return new PublishEvent("workflow_run", Commit(run, "head_sha"), false)
        {
            HeadRepository = Repository(run, "head_repository"),
            HeadBranch = Text(run, "head_branch"),
            RunId = Part(run, "id").GetInt64(),
            Nothing = trigger.StartsWith("pull_request", StringComparison.Ordinal) ? null : $"the finished run was for {trigger}, not for a pull request",
        };
    }

    private static string? Repository(JsonElement element, string name) =>
        Part(element, name) is { ValueKind: JsonValueKind.Object } repository ? Text(repository, "full_name") : null;

    private static JsonElement Part(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part)
        ? part
        : throw new UsageException($"the event file has no `{name}`, which GitHub always sends");

    private static string Commit(JsonElement element, string name) => Text(element, name) is var sha && ObjectId.IsFull(sha)
        ? sha
        : throw new UsageException($"the event file's `{name}` is {Say.Quote(sha)}, where GitHub writes the full id of a commit: 40 or 64 lower-case hexadecimal digits");

    private static string Text(JsonElement element, string name) => Part(element, name) is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : throw new UsageException($"the event file's `{name}` is not text");
}
