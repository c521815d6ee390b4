using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Shell;
using Gates.Formats.Workflows;

namespace Gates.BuiltIn.HermeticBuild.GitHubFiles;

/// <summary>Collects the facts of steps.</summary>
internal sealed class StepInspector(ActionPins pins, SetupPins setups, ImageBuildActions builds, ScriptChecks checks)
{
    public void Inspect(IReadOnlyList<WorkflowStep> steps, WorkflowJob? job, string path, HermeticFacts facts)
    {
        foreach (var step in steps)
        {
            if (step.Uses is { } uses)
            {
                pins.Inspect(uses, path, facts);
                setups.Inspect(step, job, path, facts);
                builds.Inspect(step, job is null ? "action" : "workflow", path, facts);
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
        return Script.From(job is null ? "action" : "workflow", folder, ShellParser.Parse(run.Text, lineAt, dialect)) with
        {
            StopsInPipes = run.Shell?.Split(' ')[0] is "bash",
        };
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
}
