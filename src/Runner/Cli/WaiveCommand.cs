using System.CommandLine;
using Gates.Runner.Authoring;
using Gates.Runner.Configuration;
using Gates.Runner.Git;
using Gates.Runner.Reports;
using Gates.Runner.Waivers;

namespace Gates.Runner.Cli;

/// <summary><c>gates waive</c>: an entry in the waivers' file.</summary>
internal static class WaiveCommand
{
    public static Command Create()
    {
        var fingerprint = new Argument<string?>("FINGERPRINT") { Description = "A finding of the last run, by the first digits of its fingerprint; its gate and rule are filled in.", Arity = ArgumentArity.ZeroOrOne };
        var gate = new Option<string>("--gate") { Description = "The gate whose findings are accepted." };
        var rule = new Option<string>("--rule") { Description = "Only this rule." };
        var path = new Option<string>("--path") { Description = "Only findings in files that match this glob." };
        var reason = new Option<string>("--reason") { Description = "Why they are accepted." };
        var owner = new Option<string>("--owner") { Description = "Who answers for it, such as @acme/docs." };
        var expires = new Option<string>("--expires") { Description = "The last day on which it holds, such as 2027-01-31." };
        var ticket = new Option<string>("--ticket") { Description = "Where it is tracked." };
        var workspace = new Option<string>("--workspace") { Description = "The repository (default: the one of this folder)." };
        var config = new Option<string>("--config") { Description = "The configuration (default: .github/gates.yml)." };
        var results = new Option<string>("--results") { Description = "The results to find the fingerprint in (default: .gates/out/results.json)." };
        var command = new Command("waive", "Accept findings until a day: write an entry into the waivers' file.")
        {
            fingerprint, gate, rule, path, reason, owner, expires, ticket, workspace, config, results,
        };
        command.SetAction((parsed, token) => RunAsync(
            new DirectoryInfo(Text(parsed.GetValue(workspace)) ?? Environment.CurrentDirectory),
            Text(parsed.GetValue(config)),
            new WaiveRequest
            {
                Fingerprint = Text(parsed.GetValue(fingerprint)),
                Gate = Text(parsed.GetValue(gate)),
                Rule = Text(parsed.GetValue(rule)),
                Path = Text(parsed.GetValue(path)),
                Reason = Text(parsed.GetValue(reason)),
                Owner = Text(parsed.GetValue(owner)),
                Expires = Text(parsed.GetValue(expires)),
                Ticket = Text(parsed.GetValue(ticket)),
                Results = new FileInfo(Text(parsed.GetValue(results)) ?? Path.Combine(".gates", "out", JsonReporter.FileName)),
            },
            token));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, string? config, WaiveRequest request, CancellationToken cancellationToken)
    {
        using var workspace = await Workspace.OpenAsync(folder, token: null, cancellationToken);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        request = request with { Results = new FileInfo(Path.GetFullPath(request.Results.ToString(), workspace.Root.FullName)) };
        Run(workspace, config, request, today, Console.Out);
        return (int)ExitCode.Holds;
    }

    internal static void Run(Workspace workspace, string? config, WaiveRequest request, DateOnly today, TextWriter output)
    {
        var configuration = ConfigurationLocator.Read(workspace.Tree, config);
        var waiver = WaiverDraft.Of(request, [.. configuration.Gates.Select(gate => gate.Id)], today);
        var file = new WholeFile(workspace.Root, configuration.Waivers, "gates waive");
        file.Write(WaiverText.Append(file.Read(), configuration.Waivers, waiver, today));
        var subject = waiver.Path is { } path ? $"in {path}" : $"finding {waiver.Fingerprint![..15]}";
        output.WriteLine(Escape.OneLine($"wrote {configuration.Waivers}: {waiver.Gate}{(waiver.Rule is null ? "" : " " + waiver.Rule)} {subject}, {Words.Waived(waiver)}"));
        output.WriteLine("Commit it. On a pull request it counts once it is merged, because the base's waivers judge.");
    }

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
