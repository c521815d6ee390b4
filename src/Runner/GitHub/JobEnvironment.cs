using System.Text.Json;

namespace Gates.Runner.GitHub;

/// <summary>What GitHub Actions tells a job about itself; everywhere else nothing is set.</summary>
/// <param name="EventName">For example <c>pull_request</c>; <see langword="null"/> outside Actions.</param>
/// <param name="BaseSha">The commit that the event names as its base.</param>
/// <param name="OutputFile">Where step outputs are written.</param>
/// <param name="SummaryFile">Where the job summary is written.</param>
/// <param name="Token">The job's token, for fetching only.</param>
internal sealed record JobEnvironment(string? EventName, string? BaseSha, string? OutputFile, string? SummaryFile, string? Token)
{
    private const long EventFileSize = 32_000_000;

    public static JobEnvironment Outside { get; } = new(null, null, null, null, null);

    public bool IsActions => EventName is not null;

    /// <value>Whether somebody else's change is judged, so that its own configuration must not judge it.</value>
    public bool IsPullRequest => EventName is "pull_request" or "pull_request_target" or "merge_group";

    /// <summary>Whether this process runs in a job of GitHub Actions.</summary>
    public static bool IsIn(Func<string, string?> variables) => variables("GITHUB_ACTIONS") == "true";

    /// <param name="variables">Reads an environment variable; empty counts as unset.</param>
    /// <exception cref="EvaluationException">The event file is missing or not what GitHub writes.</exception>
    public static JobEnvironment Read(Func<string, string?> variables)
    {
        string? Get(string name) => variables(name) is { Length: > 0 } value ? value : null;
        if (!IsIn(variables))
        {
            return Outside;
        }

        var eventName = Get("GITHUB_EVENT_NAME") ?? "unknown";
        return new JobEnvironment(
            eventName,
            Get("GITHUB_EVENT_PATH") is { } path ? ReadBase(eventName, path) : null,
            Get("GITHUB_OUTPUT"),
            Get("GITHUB_STEP_SUMMARY"),
            Get("INPUT_TOKEN") ?? Get("GITHUB_TOKEN"));
    }

    private static string? ReadBase(string eventName, string path)
    {
        try
        {
            if (new FileInfo(path).Length > EventFileSize)
            {
                throw new EvaluationException($"{path}: the event file is larger than any that GitHub writes");
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var sha = eventName switch
            {
                "pull_request" or "pull_request_target" => Follow(document.RootElement, "pull_request", "base", "sha"),
                "merge_group" => Follow(document.RootElement, "merge_group", "base_sha"),
                "push" => Follow(document.RootElement, "before"),
                _ => null,
            };
            return sha is null || sha.Trim('0').Length == 0 ? null : sha;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new EvaluationException($"{path}: the event file (GITHUB_EVENT_PATH) cannot be read: {e.Message}", e);
        }
    }

    private static string? Follow(JsonElement element, params ReadOnlySpan<string> names)
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
