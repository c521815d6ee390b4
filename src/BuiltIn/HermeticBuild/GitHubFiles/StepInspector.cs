using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Shell;
using Gates.Formats.Workflows;

namespace Gates.BuiltIn.HermeticBuild.GitHubFiles;

/// <summary>Collects the facts of steps.</summary>
internal sealed class StepInspector(ActionPins pins, SetupPins setups, ScriptChecks checks)
{
    public void Inspect(IReadOnlyList<WorkflowStep> steps, WorkflowJob? job, string path, HermeticFacts facts)
    {
        foreach (var step in steps)
        {
            if (step.Uses is { } uses)
            {
                pins.Inspect(uses, path, facts);
                setups.Inspect(step, job, path, facts);
                InspectImageBuild(step, uses, job, path, facts);
            }

            if (step.Run is { } run && DialectOf(run, job) is { } dialect)
            {
                checks.Inspect(path, ToScript(run, dialect, job), facts);
            }
        }
    }

    private static Script ToScript(WorkflowScript run, ShellDialect dialect, WorkflowJob? job)
    {
        Func<int, int> lineAt = run.KeepsLines ? new LineCounter(run.Text, run.FirstLine).LineAt : _ => run.FirstLine;
        var folder = run.WorkingDirectory switch
        {
            null => job is null ? null : "",
            var written when written.Contains('$', StringComparison.Ordinal)
                || written.Contains("..", StringComparison.Ordinal)
                || written.StartsWith('/') => null,
            var written => Folders.Join("", written),
        };
        return Script.From(job is null ? "action" : "workflow", folder, ShellParser.Parse(run.Text, lineAt, dialect));
    }

    // What is not known to be a shell, such as python, is left alone.
    private static ShellDialect? DialectOf(WorkflowScript run, WorkflowJob? job)
    {
        var shell = run.Shell?.Split(' ')[0];
        return shell switch
        {
            "bash" or "sh" => ShellDialect.Posix,
            "pwsh" or "powershell" => ShellDialect.PowerShell,
            null when job?.RunsOn.Any(label => label.Text.StartsWith("windows", StringComparison.OrdinalIgnoreCase)) == true => ShellDialect.PowerShell,
            null => ShellDialect.Posix,
            _ => null,
        };
    }

    private static void InspectImageBuild(WorkflowStep step, PlacedText uses, WorkflowJob? job, string path, HermeticFacts facts)
    {
        if (!ActionPins.Covers("docker/build-push-action", uses.Text.Split('@')[0]))
        {
            return;
        }

        var network = step.With.TryGetValue("network", out var set) ? set.Text : null;
        var pulls = step.With.TryGetValue("pull", out var pull) && pull.Text.Equals("true", StringComparison.OrdinalIgnoreCase);
        var open = network is not "none" && network?.Contains("${{", StringComparison.Ordinal) != true;
        if (open || pulls)
        {
            facts.Commands.Add(new CommandFact
            {
                Problem = open ? "docker-build-network" : "docker-build-pull",
                Tool = "docker/build-push-action",
                Subjects = pulls ? ["pull: true"] : [],
                Better = open && pulls ? "network: none, pull: false" : open ? "network: none" : "pull: false",
                Where = job is null ? "action" : "workflow",
                Path = path,
                Line = uses.Line,
            });
        }
    }
}
