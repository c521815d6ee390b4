using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds commands that pass over a lock file which is there.</summary>
internal sealed class LockCheck(RepositoryFiles files) : IScriptCheck
{
    public IEnumerable<CommandFact> Inspect(Script script)
    {
        var folder = script.Folder;
        foreach (var call in script.Calls)
        {
            if (call.Name is "cd" or "pushd")
            {
                folder = Enter(script, folder, call);
            }
            else if (LockRule.All.FirstOrDefault(rule => rule.IsBrokenBy(call, script)) is { } rule && (rule.IsAlways || Passes(rule, call, folder)))
            {
                yield return new CommandFact
                {
                    Problem = "ignored-lock",
                    Tool = rule.Tool,
                    Subjects = [rule.LockFiles[0]],
                    Better = rule.Better,
                    Line = call.Line,
                };
            }
        }
    }

    private bool Passes(LockRule rule, Call call, string? folder)
    {
        var named = rule.IsOfOperand && call.Operands.Count > 2 ? Folders.Enter(folder, call.Operands[2].Text) : call.FolderIn(folder);
        if (named is null)
        {
            return false;
        }

        // npm reads the lock file beside the package.json that it finds: one above belongs to another project, unless that is the workspace's.
        var isOwn = named != folder || (rule.Manifest is { } manifest && files.Exists(named, manifest) && !IsInWorkspace(named));
        return isOwn ? rule.LockFiles.Any(name => files.Exists(named, name)) : files.IsLocked(named, rule.LockFiles);
    }

    private bool IsInWorkspace(string folder) => Folders.Upwards(folder).Skip(1).Any(above => files.Ask("workspaces written", above, at =>
        files.TryRead(at, "package.json")?.Contains("\"workspaces\"", StringComparison.Ordinal) == true));

    private static string? Enter(Script script, string? folder, Call call) =>
        folder is null || script.IsDockerfile || call.Operands is not [{ IsDynamic: false } target, ..] ? null : Folders.Enter(folder, target.Text);
}
