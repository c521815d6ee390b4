using System.CommandLine;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.RunFolder;
using Gates.Runner.Composition;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Waive;

/// <summary><c>gates waive</c>: an entry in the waivers' file.</summary>
internal static class WaiveCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The entry was written.",
        Variables = [Variable.Cache],
        Examples = [new("gates waive 1f3a9c --reason \"a test key\" --owner @acme/shop --expires 2027-01-31", "Accept one finding of the last run.")],
    };

    public static Command Create()
    {
        var fingerprints = new Argument<string[]>("FINGERPRINT") { Description = "Findings of the last run, each by the first digits of its fingerprint; gate and rule are filled in.", Arity = ArgumentArity.ZeroOrMore };
        var gate = new Option<string>("--gate") { Description = "The gate whose findings are accepted." };
        var rule = new Option<string>("--rule") { Description = "Only this rule." };
        var path = new Option<string>("--path") { Description = "Only findings in files that match this glob." };
        var reason = new Option<string>("--reason") { Description = "Why they are accepted." };
        var owner = new Option<string>("--owner") { Description = "Who answers for it, such as @acme/docs." };
        var expires = new Option<string>("--expires") { Description = "The last day on which it holds, such as 2027-01-31." };
        var ticket = new Option<string>("--ticket") { Description = "Where it is tracked." };
        var rewrite = new Option<bool>("--rewrite") { Description = "Give entries with fingerprints of older forms (v1, v2m) those of today; alone, without a new entry." };
        var workspace = new Option<string>("--workspace") { Description = "The repository (default: the one of this folder)." };
        var config = new Option<string>("--config") { Description = "The configuration (default: .github/gates.yml)." };
        var results = new Option<string>("--results") { Description = "The results to find the fingerprint in (default: .gates/out/results.json)." };
        var command = new Verb("waive", "Accept findings until a day: write an entry into the waivers' file.", Help)
        {
            fingerprints, gate, rule, path, reason, owner, expires, ticket, rewrite, workspace, config, results,
        };
        command.SetAction((parsed, token) => RunAsync(
            new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory),
            parsed.Text(config),
            new WaiveRequest
            {
                Fingerprints = [.. (parsed.GetValue(fingerprints) ?? []).Where(text => text.Length > 0)],
                Rewrite = parsed.GetValue(rewrite),
                Gate = parsed.Text(gate),
                Rule = parsed.Text(rule),
                Path = parsed.Text(path),
                Reason = parsed.Text(reason),
                Owner = parsed.Text(owner),
                Expires = parsed.Text(expires),
                Ticket = parsed.Text(ticket),
                Results = new FileInfo(parsed.Text(results) ?? Path.Combine(".gates", "out", JsonReporter.FileName)),
            },
            token));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, string? config, WaiveRequest request, CancellationToken cancellationToken)
    {
        if (request is { Rewrite: true, AsksForAnEntry: true })
        {
            throw new UsageException("--rewrite goes alone; write the new entry with another `gates waive`");
        }

        var job = JobEnvironment.Read(Environment.GetEnvironmentVariable);
        using var workspace = await Workspace.OpenAsync(folder, token: null, cancellationToken);
        request = request with { Results = new FileInfo(Path.GetFullPath(request.Results.ToString(), workspace.Root.FullName)) };
        await using var policies = new PolicyTools(job);
        var findings = new TodaysFindings(policies.Worker, policies.Linker, policies.Pinned, TimeProvider.System);
        WaivePrinter.Print(await new WaiveSession(findings, RepositorySalt.Random).RunAsync(workspace, config, request, cancellationToken), Console.Out);
        return (int)ExitCode.Holds;
    }
}
