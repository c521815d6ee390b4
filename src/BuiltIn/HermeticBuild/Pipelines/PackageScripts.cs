using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.BuiltIn.HermeticBuild.Versions;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Pipelines;

/// <summary>Collects the facts of the scripts in a <c>package.json</c>.</summary>
internal sealed class PackageScripts(ScriptChecks checks) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        foreach (var script in JsonText.Read(text, path).Get("scripts")?.Entries ?? [])
        {
            if (script.Node.IsString)
            {
                var line = script.Node.Line;
                var pipelines = ShellParser.Parse(script.Node.Text, _ => line, ShellDialect.Posix);
                checks.Inspect(path, Script.From("task", Folders.Of(path), pipelines) with { StopsOnError = false }, facts);
            }
        }
    }
}
