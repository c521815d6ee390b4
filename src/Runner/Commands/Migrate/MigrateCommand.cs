using System.CommandLine;
using System.Globalization;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;
using Gates.Runner.Composition;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Migrate;

/// <summary><c>gates migrate</c>: from another secret scanner.</summary>
internal static class MigrateCommand
{
    private const int DefaultDays = 90;
    private const int MaxDays = 365;

    private static VerbHelp Help { get; } = new()
    {
        Holds = "What can be carried was written, or shown; what cannot was listed.",
        Refused = "A file that is to be written is not valid, or nobody answers for waivers.",
        CouldNotEvaluate = "The repository could not be scanned, so nothing was written.",
        Variables = [Variable.Cache],
        Examples =
        [
            new("gates migrate gitleaks --dry-run", "What would be carried over from .gitleaks.toml, .gitleaksignore, reports and comments."),
            new("gates migrate detect-secrets --owner @acme/security", "The baseline becomes waivers that end."),
        ],
    };

    public static Command Create()
    {
        var tool = new Argument<string>("TOOL") { Description = $"One of {Say.List(ForeignTools.Names)}." };
        tool.CompletionSources.Add([.. ForeignTools.Names]);
        var folder = new Argument<string?>("DIR")
        {
            Description = "The folder of the repository that the tool is configured in (default: its root).",
            Arity = ArgumentArity.ZeroOrOne
        };
        var owner = new Option<string>("--owner") { Description = "Who answers for the waivers, such as @acme/security." };
        var days = new Option<string>("--days") { Description = "How long waivers and paths hold (default: 90)." };
        var dry = new Option<bool>("--dry-run") { Description = "Show what would be written, and write nothing." };
        var workspace = new Option<string>("--workspace") { Description = "The repository (default: the one of this folder)." };
        var config = new Option<string>("--config") { Description = "The configuration (default: .github/gates.yml)." };
        var command = new Verb("migrate", "Carry over rules, paths, baselines and comments from another secret scanner.", Help) { tool, folder, owner, days,
            dry, workspace, config };
        command.SetAction((parsed, token) => RunAsync(
            new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory),
            new MigrateRequest(Tool(parsed.GetValue(tool)!), Folder(parsed.Text(folder)), parsed.Text(config))
            {
                Owner = parsed.Text(owner),
                Days = Days(parsed.Text(days)),
                DryRun = parsed.GetValue(dry),
            },
            token));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, MigrateRequest request, CancellationToken cancellationToken)
    {
        var job = JobEnvironment.Read(Environment.GetEnvironmentVariable);
        using var workspace = await Workspace.OpenAsync(folder, token: null, cancellationToken);
        await using var policies = new PolicyTools(job);
        var findings = new TodaysFindings(policies.Worker, policies.Linker, policies.Pinned, TimeProvider.System);
        MigratePrinter.Print(await new MigrateSession(findings).RunAsync(workspace, request, cancellationToken), request.DryRun, Console.Out);
        return (int)ExitCode.Holds;
    }

    private static string Tool(string text) => ForeignTools.Names.Contains(text, StringComparer.Ordinal)
        ? text
        : throw new UsageException($"{Say.Quote(text)} is not a tool that can be migrated from{Suggestion.Words(text, ForeignTools.Names)} valid: "
            + $"{Say.List(ForeignTools.Names)}");

    private static string Folder(string? text) => text is null or "." or "./" ? "" : text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text;

    private static int Days(string? text) => text is null ? DefaultDays
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MaxDays ? days
        : throw new UsageException($"--days {Say.Quote(text)} is not a number of days; valid: 1 to {MaxDays}");
}
