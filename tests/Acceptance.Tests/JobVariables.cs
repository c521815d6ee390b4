using System.Text.Json;
using Support;

namespace Acceptance.Tests;

/// <summary>What GitHub Actions tells a job about the event that started it.</summary>
internal static class JobVariables
{
    /// <summary>Of a pull request against a commit.</summary>
    public static Dictionary<string, string> PullRequest(TempFolder job, string baseSha, params IEnumerable<(string Name, string Value)> more) =>
        Event(job, "pull_request", Against(baseSha), more);

    /// <summary>Of any event.</summary>
    /// <param name="job">Where the payload is put.</param>
    /// <param name="name">The event's name.</param>
    /// <param name="payload">What is written as JSON.</param>
    /// <param name="more">Other variables, which these do not name.</param>
    public static Dictionary<string, string> Event(TempFolder job, string name, object payload, params IEnumerable<(string Name, string Value)> more)
    {
        var variables = more.ToDictionary(StringComparer.Ordinal);
        variables.Add("GITHUB_ACTIONS", "true");
        variables.Add("GITHUB_EVENT_NAME", name);
        variables.Add("GITHUB_EVENT_PATH", job.Write("event.json", JsonSerializer.Serialize(payload)));
        return variables;
    }

    /// <summary>The payload of a pull request against a commit.</summary>
    public static object Against(string? baseSha) => new { pull_request = new { @base = new { sha = baseSha } } };
}
