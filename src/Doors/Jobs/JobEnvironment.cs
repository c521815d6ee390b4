using System.Text.Json;
using Gates.Formats.Foundation;

namespace Gates.Doors.Jobs;

/// <summary>What GitHub Actions tells a job about itself; everywhere else nothing is set.</summary>
/// <param name="Event">What started the job; <see langword="null"/> outside Actions.</param>
/// <param name="OutputFile">Where step outputs are written.</param>
/// <param name="SummaryFile">Where the job summary is written.</param>
/// <param name="Token">The job's token, for fetching only.</param>
internal sealed record JobEnvironment(JobEvent? Event, string? OutputFile, string? SummaryFile, string? Token)
{
    private const long EventFileSize = 32_000_000;

    public static JobEnvironment Outside { get; } = new(null, null, null, null);

    /// <value>For example <c>pull_request</c>; <see langword="null"/> outside Actions.</value>
    public string? EventName => Event?.Name;

    /// <value>The commit that the event is compared with.</value>
    public string? BaseSha => Event?.BaseSha;

    /// <value>Where repositories are: GitHub's address, or that of an enterprise server.</value>
    public string Server { get; init; } = "https://github.com";

    /// <value>The ref that the job was started for, such as <c>refs/heads/main</c> or <c>refs/pull/7/merge</c>.</value>
    public string? Ref { get; init; }

    /// <value>What GitHub says about the event; <see langword="null"/> when it says nothing.</value>
    public JsonElement? Payload { get; init; }

    /// <value>Which run of which workflow; <see langword="null"/> outside Actions.</value>
    public JobRun? Run { get; init; }

    /// <value>The repository's default branch, as GitHub tells the job; <see langword="null"/> when it says nothing.</value>
    public string? DefaultBranch =>
        Payload is { ValueKind: JsonValueKind.Object } payload && payload.TryGetProperty("repository", out var repository)
            && repository.ValueKind == JsonValueKind.Object && repository.TryGetProperty("default_branch", out var branch)
            && branch.ValueKind == JsonValueKind.String
                ? branch.GetString()
                : null;

    /// <value>Whether the repository is not everybody's; <see langword="null"/> when GitHub says nothing.</value>
    public bool? IsPrivate =>
        Payload is { ValueKind: JsonValueKind.Object } payload && payload.TryGetProperty("repository", out var repository)
            && repository.ValueKind == JsonValueKind.Object && repository.TryGetProperty("private", out var flag)
            && flag.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? flag.GetBoolean()
                : null;

    public bool IsActions => Event is not null;

    /// <value>Whether somebody else's change is judged, so that its own configuration must not judge it.</value>
    public bool IsPullRequest =>
        EventName is "pull_request" or "pull_request_target" or "pull_request_review" or "pull_request_review_comment" or "merge_group";

    /// <param name="variables">Reads an environment variable; empty counts as unset.</param>
    /// <exception cref="EvaluationException">The event file is missing or not what GitHub writes.</exception>
    public static JobEnvironment Read(Func<string, string?> variables)
    {
        string? Get(string name) => variables(name) is { Length: > 0 } value ? value : null;
        if (!JobVariables.IsJob(variables))
        {
            return Outside;
        }

        var name = Get("GITHUB_EVENT_NAME") ?? "unknown";
        var sha = Get("GITHUB_SHA");
        JsonElement? payload = Get("GITHUB_EVENT_PATH") is { } path ? ReadEvent(path) : null;
        var started = payload is { } content ? JobEvent.Read(name, sha, content) : new JobEvent(name, sha, null, null);
        var server = JobVariables.Server(variables) is { } address ? Web(address) : Outside.Server;
        return new JobEnvironment(started, Get("GITHUB_OUTPUT"), Get("GITHUB_STEP_SUMMARY"), Get("INPUT_TOKEN") ?? Get("GITHUB_TOKEN"))
        {
            Ref = Get("GITHUB_REF"),
            Payload = payload,
            Server = server,
            Run = new JobRun(
                server,
                JobVariables.Repository(variables),
                Get("GITHUB_RUN_ID"),
                Get("GITHUB_RUN_ATTEMPT"),
                Get("GITHUB_WORKFLOW_REF"),
                Get("GITHUB_ACTOR")),
        };
    }

    private static string Web(string server) => Uri.TryCreate(server, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http")
        ? server.TrimEnd('/')
        : throw new EvaluationException("GITHUB_SERVER_URL is not a web address");

    private static JsonElement ReadEvent(string path)
    {
        try
        {
            if (new FileInfo(path).Length > EventFileSize)
            {
                throw new EvaluationException($"{path}: the event file is larger than any that GitHub writes");
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new EvaluationException($"{path}: the event file (GITHUB_EVENT_PATH) cannot be read: {e.Message}", e);
        }
    }
}
