using Gates.BuiltIn.BaseImageAllowlist.Builds;
using Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;
using Gates.Formats.Documents;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>The steps of a job or of a composite action.</summary>
internal static class WorkflowSteps
{
    private const string Scheme = "docker://";

    // No variable of a script can have this name.
    private const string FolderName = "working-directory";

    public static void Read(DocumentNode? steps, string where, SourceText source, CollectedImages into, ScriptVariables? variables = null)
    {
        foreach (var step in steps?.Items ?? [])
        {
            var known = WithEnvironment(variables, step.Get("env"));
            if (step.Get("uses") is { IsString: true } uses)
            {
                ReadUses(uses, step, where, source, into, known);
            }

            if (step.Get("run") is { IsString: true } run)
            {
                var first = run.EndLine > run.Line ? run.Line + 1 : run.Line;
                var folder = ScriptVariables.PathOf(known.ExpandExpressions(step.GetText("working-directory") ?? known.Get(FolderName) ?? ""));
                var dialect = step.GetText("shell") is "pwsh" or "powershell" ? ShellDialect.PowerShell : ShellDialect.Posix;
                BuildScript.Read(run.Text, first, folder, source, into, known.Copy(), dialect);
            }
        }
    }

    /// <summary>What is known, and what an <c>env</c> map says.</summary>
    public static ScriptVariables WithEnvironment(ScriptVariables? variables, DocumentNode? env)
    {
        var all = variables?.Copy() ?? new ScriptVariables();
        foreach (var entry in env?.Entries.Where(entry => entry.Node.Kind == NodeKind.Scalar) ?? [])
        {
            all.Replace(entry.Key, all.ExpandExpressions(entry.Node.Text));
        }

        return all;
    }

    /// <summary>The same, with the folder of <c>defaults.run</c>.</summary>
    public static ScriptVariables WithDefaults(ScriptVariables variables, DocumentNode? map)
    {
        if (map?.Get("defaults")?.Get("run")?.GetText("working-directory") is { } folder)
        {
            variables.Replace(FolderName, folder);
        }

        return variables;
    }

    public static string WithoutScheme(string text) => text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..] : text;

    private static void ReadUses(DocumentNode uses, DocumentNode step, string where, SourceText source, CollectedImages into, ScriptVariables variables)
    {
        if (uses.Text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            into.AddImage(source, "workflow uses", WithoutScheme(uses.Text), where, uses.Line, uses.Column);
        }
        else if (BuildAction.IsBake(uses.Text))
        {
            BuildAction.ReadBake(step.Get("with"), uses.Line, source, into, variables);
        }
        else if (BuildAction.IsBuild(uses.Text, step.Get("with")))
        {
            BuildAction.Read(step.Get("with"), uses.Line, where, source, into, variables);
        }
        else
        {
            ActionDefaults.Read(uses, step.Get("with"), where, source, into);
        }
    }
}
