using System.CommandLine;
using Gates.Attestation.Auditing;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.RollbackTarget;

/// <summary><c>gates rollback-target</c>.</summary>
internal static class RollbackTargetCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "There is a release to go back to, and its evidence holds today.",
        Fails = "There is none: no earlier release is proven to have passed.",
        Variables = [Variable.Token, Variable.Job],
        Examples =
        [
            new("gates rollback-target", "What to go back to from the newest release."),
            new("gates rollback-target --for v1.5.0 --format json", "The same from another release, for a script that deploys it."),
        ],
    };

    public static Command Create()
    {
        var from = new Option<string>("--for") { Description = "The release to go back from: a tag (default: the newest release)." };
        var workspace = new Option<string>("--workspace") { Description = "A clone of the repository (default: this folder)." };
        var remote = new Option<string>("--remote")
        {
            Description = "Where the evidence branch is: a remote's name or address, or \".\" for this repository itself (default: origin, if there is one).",
        };
        var trust = new Option<string>("--trust")
        {
            Description = "Whom to believe: a keyring, or public keys in PEM (default: the keyring at the repository's default branch).",
        };
        var format = FormatOption.Create();
        var command = new Verb("rollback-target", "Find the last release that is proven to have passed, and verify its evidence anew.", Help)
        {
            from, workspace, remote, trust, format,
        };
        command.SetAction(async (parsed, token) =>
        {
            var folder = new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory);
            var (job, isJson) = (JobEnvironment.Read(Environment.GetEnvironmentVariable), parsed.IsJson(format));
            using var repository = await AuditedRepository.OpenAsync(folder, parsed.Text(remote), parsed.Text(trust), job, TimeProvider.System, token);
            var search = new RollbackSearch(repository.Years, TimeProvider.System.GetUtcNow().Year);
            var answer = await search.FindAsync(await repository.ReleasesAsync(token), parsed.Text(from), token);
            var logs = answer.Target is { Decision: { } decision } ? (await repository.Years.OpenAsync(decision.Year, token))!.Log! : null;
            var printer = new RollbackPrinter(answer, logs, repository.Trust);
            await Console.Out.WriteAsync(isJson ? printer.Json() : printer.Text());
            return (int)(answer.Target is null ? ExitCode.Fails : ExitCode.Holds);
        });
        return command;
    }
}
