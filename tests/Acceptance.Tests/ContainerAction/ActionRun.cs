using System.Text.Json;
using Acceptance.Tests.Actions;
using Support;

namespace Acceptance.Tests.ContainerAction;

/// <summary>One step of a job: a checkout owned by the runner's user, and the files and variables the Actions runner gives to a container.</summary>
internal sealed class ActionRun : IDisposable
{
    /// <summary>The user of GitHub's hosted runners; the container itself runs as root.</summary>
    public const string Owner = "1001";

    private readonly TempFolder temporary = new();

    public ActionRun()
    {
        temporary.Write("file_commands/output", "");
        temporary.Write("file_commands/summary", "");
        Directory.CreateDirectory(Path.Combine(temporary.Path, "home"));
    }

    public TempRepository Repository { get; } = new();

    public string EventName { get; init; } = "push";

    /// <value>What the container may reach: <c>none</c>, or <c>host</c> for a server of the test.</value>
    public string Network { get; init; } = "none";

    /// <value>Variables of the job that this run adds or changes.</value>
    public Dictionary<string, string> Extra { get; } = new(StringComparer.Ordinal);

    /// <value>The event file's content.</value>
    public object Event { get; set; } = new { };

    public string Summary => temporary.Read("file_commands/summary");

    /// <value>What later steps would see as <c>steps.ID.outputs</c>.</value>
    public IReadOnlyDictionary<string, string> Outputs => ReadOutputs(temporary.Read("file_commands/output").Split('\n'));

    public ProgramOutput Run(string image, string action, IReadOnlyDictionary<string, string>? inputs = null)
    {
        temporary.Write("workflow/event.json", JsonSerializer.Serialize(Event));
        foreach (var folder in new[] { Repository.Path, temporary.Path })
        {
            ExternalProgram.Run("chown", ["-R", $"{Owner}:{Owner}", folder]).Succeeded();
        }

        var given = inputs ?? new Dictionary<string, string>(StringComparer.Ordinal);
        var manifest = ActionManifest.Read(action);
        List<string> arguments = ["run", "--rm", $"--network={Network}", "--workdir", "/github/workspace"];
        foreach (var (name, value) in manifest.VariablesFor(given).Concat(Variables()).Concat(Extra))
        {
            arguments.AddRange(["-e", $"{name}={value}"]);
        }

        foreach (var (from, to) in new[] { ("home", "home"), ("workflow", "workflow"), ("file_commands", "file_commands") })
        {
            arguments.AddRange(["-v", $"{temporary.Path}/{from}:/github/{to}"]);
        }

        arguments.AddRange(["-v", $"{Repository.Path}:/github/workspace", image, .. manifest.ArgumentsFor(given)]);
        return ActionImage.Docker([.. arguments]);
    }

    /// <summary>Adds a file that the container sees as <c>/github/file_commands/NAME</c>.</summary>
    public void Give(string name, string content) => temporary.Write("file_commands/" + name, content);

    /// <summary>The files below the workspace that the runner's user does not own and so could not delete after the job.</summary>
    public IReadOnlyList<string> ForeignFiles() =>
        ExternalProgram.Run("find", [Repository.Path, "-not", "-uid", Owner]).Succeeded().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose()
    {
        Repository.Dispose();
        temporary.Dispose();
    }

    private Dictionary<string, string> Variables() => new(StringComparer.Ordinal)
    {
        ["CI"] = "true",
        ["HOME"] = "/github/home",
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_EVENT_NAME"] = EventName,
        ["GITHUB_EVENT_PATH"] = "/github/workflow/event.json",
        ["GITHUB_OUTPUT"] = "/github/file_commands/output",
        ["GITHUB_STEP_SUMMARY"] = "/github/file_commands/summary",
        ["GITHUB_REPOSITORY"] = "acme/shop",
        ["GITHUB_SERVER_URL"] = "https://github.com",
        ["GITHUB_API_URL"] = "https://api.github.com",
        ["GITHUB_REF"] = EventName == "pull_request" ? "refs/pull/7/merge" : "refs/heads/main",
        ["GITHUB_SHA"] = ExternalProgram.Run("git", ["-c", "safe.directory=*", "-C", Repository.Path, "rev-parse", "HEAD"]).Output.Trim(),
        ["GITHUB_RUN_ID"] = "1",
        ["GITHUB_RUN_ATTEMPT"] = "1",
        ["GITHUB_JOB"] = "gates",
        ["GITHUB_WORKFLOW"] = "gates",
        ["GITHUB_WORKSPACE"] = "/github/workspace",
        ["RUNNER_OS"] = "Linux",
        ["RUNNER_TEMP"] = "/github/runner_temp",
    };

    private static Dictionary<string, string> ReadOutputs(string[] lines)
    {
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Split("<<", 2) is [var name, var delimiter])
            {
                var end = Array.IndexOf(lines, delimiter, i + 1);
                outputs[name] = string.Join('\n', lines[(i + 1)..end]);
                i = end;
            }
            else if (lines[i].Split('=', 2) is [var key, var value])
            {
                outputs[key] = value;
            }
        }

        return outputs;
    }
}
