using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Jenkinsfiles;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Pipelines;

/// <summary>Collects the facts of the scripts in a Jenkinsfile.</summary>
internal sealed class JenkinsInspector(ScriptChecks checks) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        foreach (var step in JenkinsSteps.Read(text))
        {
            var dialect = step.IsPowerShell ? ShellDialect.PowerShell : ShellDialect.Posix;
            checks.Inspect(path, Script.From("pipeline", "", ShellParser.Parse(step.Script, step.Line, dialect)), facts);
        }
    }
}
