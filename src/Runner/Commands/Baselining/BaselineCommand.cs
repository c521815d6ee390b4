using System.CommandLine;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Runner.Composition;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Baselining;

/// <summary><c>gates baseline</c>: today's findings, which block nobody from now on.</summary>
internal static class BaselineCommand
{
    private const int Shown = 20;

    private static VerbHelp Help { get; } = new()
    {
        Holds = "The baseline was written, or is as it was.",
        Fails = "There are new findings, which a baseline takes with --grow only.",
        Variables = [Variable.Token, Variable.Cache, Variable.Ci, Variable.Term],
        Examples = [new("gates baseline", "Record what is there today, so that only new findings block.")],
    };

    public static Command Create()
    {
        var gates = new Option<string>("--gates") { Description = "Only these gates, separated by commas; what is recorded of others stays." };
        gates.CompletionSources.Add([.. GateIds.Offered]);
        var grow = new Option<bool>("--grow") { Description = "Record new findings in a baseline that is there already." };
        var reason = new Option<string>("--reason") { Description = "Why it grows; recorded in the file." };
        var workspace = new Option<string>("--workspace") { Description = "The repository (default: the one of this folder)." };
        var config = new Option<string>("--config") { Description = "The configuration (default: .github/gates.yml)." };
        var command = new Verb(
            "baseline",
            "Record today's findings, so that only new ones block; once there, a baseline only shrinks.", Help) { gates, grow, reason, workspace, config };
        command.SetAction((parsed, token) => RunAsync(
            new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory),
            new BaselineRequest
            {
                Config = parsed.Text(config),
                Gates = (parsed.Text(gates) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                Grow = parsed.GetValue(grow),
                Reason = parsed.Text(reason),
            },
            token));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, BaselineRequest request, CancellationToken cancellationToken)
    {
        var job = JobEnvironment.Read(Environment.GetEnvironmentVariable);
        await using var policies = new PolicyTools(job);
        policies.Worker.Start();
        using var workspace = await Workspace.OpenAsync(folder, job.Token, cancellationToken, job.IsActions);
        var update = await RunProgress.ShowAsync(
            Terminal.Progress(Environment.GetEnvironmentVariable),
            progress => new BaselineSession(
                new TodaysFindings(policies.Worker, policies.Linker, policies.Pinned, TimeProvider.System, progress),
                RepositorySalt.Random).RunAsync(workspace, request, cancellationToken));
        return (int)Print(update, Console.Out);
    }

    /// <summary>Says what was written. New findings that a baseline must not take in are what does not hold.</summary>
    internal static ExitCode Print(BaselineUpdate update, TextWriter output)
    {
        string[] changes =
        [
            update.Added > 0 ? $"{update.Added} added" : "",
            update.Removed > 0 ? $"{update.Removed} gone" : "",
        ];
        var changed = string.Join(", ", changes.Where(change => change.Length > 0));
        output.WriteLine(Escape.OneLine($"{update.Next.Path}: {Prose.Count(update.Next.Entries.Count, "known finding")}{(changed.Length > 0 ? $" ({changed})" : "")}"));
        if (update.MadeSalt)
        {
            output.WriteLine($"wrote {RepositorySalt.DefaultPath}: commit it, and never change it");
        }

        foreach (var (gate, reason) in update.LeftOut)
        {
            output.WriteLine(Escape.OneLine($"{gate} was left out: {reason}"));
        }

        if (update.Refused.Count == 0)
        {
            return ExitCode.Holds;
        }

        output.WriteLine($"{Prose.Count(update.Refused.Count, "new finding")} not recorded, because a baseline may only shrink:");
        foreach (var entry in update.Refused.Take(Shown))
        {
            var place = entry.Path is null ? "" : $" in {entry.Path}{(entry.Line is { } line ? FormattableString.Invariant($":{line}") : "")}";
            output.WriteLine(Escape.OneLine($"  {entry.Gate} {entry.Rule}{place}"));
        }

        if (update.Refused.Count > Shown)
        {
            output.WriteLine($"  and {update.Refused.Count - Shown} more");
        }

        output.WriteLine("Mend them, waive them (gates waive), or say why they are to be accepted: gates baseline --grow --reason TEXT");
        return ExitCode.Fails;
    }
}
