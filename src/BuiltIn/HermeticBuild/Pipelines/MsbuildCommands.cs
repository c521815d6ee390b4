using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Documents;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Pipelines;

/// <summary>Collects the facts of the commands that MSBuild runs (<c>Exec</c>) and of what it fetches (<c>DownloadFile</c>).</summary>
internal sealed partial class MsbuildCommands(ScriptChecks checks) : IFileInspector
{
    public static bool IsMsbuild(string name) => Path.GetExtension(name) is ".targets" or ".props" or ".proj";

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        if (!text.Contains("<Exec", StringComparison.Ordinal) && !text.Contains("<DownloadFile", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var target in MarkupReader.Read(text, path).Children.Where(element => element.Name == "Target"))
        {
            var isChecked = target.Child("VerifyFileHash") is not null;
            foreach (var task in target.Children)
            {
                if (task is { Name: "Exec" } && task.Attributes.FirstOrDefault(attribute => attribute.Name == "Command") is { } command)
                {
                    // $(Name) is a property, and no command of a shell's.
                    var script = ShellParser.Parse(Property().Replace(command.Value, "${$1}"), _ => command.Line, ShellDialect.Posix);
                    checks.Inspect(path, Script.From("task", Folders.Of(path), script), facts);
                }
                else if (task is { Name: "DownloadFile" } && !isChecked && task.Attribute("SourceUrl") is { } address && Address.IsRemote(address))
                {
                    facts.Commands.Add(new CommandFact
                    {
                        Problem = "unchecked-download",
                        Tool = "DownloadFile",
                        Subjects = [Address.Show(address)],
                        Better = "<VerifyFileHash File=\"…\" Hash=\"…\" />",
                        Where = "task",
                        Path = path,
                        Line = task.Line,
                    });
                }
            }
        }
    }

    [GeneratedRegex(@"\$\((\w+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Property();
}
