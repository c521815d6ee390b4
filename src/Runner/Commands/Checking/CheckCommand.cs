using System.CommandLine;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Runner.Composition;

namespace Gates.Runner.Commands.Checking;

/// <summary><c>gates check</c>: whether the configuration and all that it names is valid, and what it comes to.</summary>
internal static class CheckCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "Everything is valid.",
        Refused = "Something is not valid; every problem was shown.",
        CouldNotEvaluate = "A policy of another repository could not be fetched, or the repository not be read.",
        Variables = [Variable.Token, Variable.Job, Variable.Cache],
        Examples =
        [
            new("gates check", "Check what stands in this folder, and show what is in force."),
            new("gates check --environment stage --set dlp-scan.mode=warn", "What would be in force with these."),
            new("gates check --base origin/main", "What a pull request is judged by."),
        ],
    };

    public static Command Create()
    {
        var workspace = new Option<string>("--workspace")
        {
            Description = "The folder to look at; one inside a repository stands for the whole repository (default: this folder).",
        };
        var config = new Option<string>("--config") { Description = "The configuration (default: .github/gates.yml, else built-in defaults)." };
        var baseRevision = new Option<string>("--base")
        {
            Description = "Check what stands where this branch left that commit, which is what a pull request into it is judged by.",
        };
        var environment = new Option<string>("--environment") { Description = "An environment of the configuration, whose modes apply." };
        var set = new Option<string[]>("--set") { Description = "One key that beats the configuration, such as dlp-scan.mode=warn; may be repeated." };
        var format = FormatOption.Create();
        var command = new Verb("check", "Check the configuration and all that it names, and show what is in force and why. Runs no gate.", Help)
        {
            workspace, config, baseRevision, environment, set, format,
        };
        command.SetAction((parsed, token) => RunAsync(
            new CheckRequest
            {
                Workspace = new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory),
                Config = parsed.Text(config),
                Base = parsed.Text(baseRevision),
                Environment = parsed.Text(environment),
                Set = parsed.GetValue(set) ?? [],
            },
            parsed.IsJson(format),
            token));
        return command;
    }

    private static async Task<int> RunAsync(CheckRequest request, bool isJson, CancellationToken cancellationToken)
    {
        var job = JobEnvironment.Read(Environment.GetEnvironmentVariable);
        await using var policies = new PolicyTools(job);
        using var workspace = await Workspace.OpenAsync(request.Workspace, job.Token, cancellationToken, job.IsActions);
        var check = await new CheckSession(policies, TimeProvider.System).RunAsync(workspace, request, cancellationToken);
        if (isJson)
        {
            await Console.Out.WriteLineAsync(CheckJson.Of(check));
        }
        else
        {
            new CheckPrinter(Console.Out).Print(check, job.IsActions);
        }

        return (int)check.ExitCode;
    }
}

/// <summary>What <c>gates check</c> was asked; empty texts count as not given.</summary>
internal sealed record CheckRequest
{
    public required DirectoryInfo Workspace { get; init; }

    public string? Config { get; init; }

    public string? Base { get; init; }

    public string? Environment { get; init; }

    public IReadOnlyList<string> Set { get; init; } = [];
}
