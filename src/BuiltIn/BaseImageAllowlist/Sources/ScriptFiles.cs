using Gates.BuiltIn.BaseImageAllowlist.Builds;
using Gates.Formats.Documents;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Builds that shell scripts, Makefiles and justfiles start.</summary>
internal sealed class ScriptFiles : Sources.IImageSource
{
    private static readonly string[] Extensions = [".sh", ".bash", ".zsh", ".ksh", ".ps1", ".psm1"];

    public static bool IsScript(string path) =>
        Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) || IsMakefile(path) || IsJustfile(path) || IsPackage(path);

    public void Read(SourceText source, CollectedImages into)
    {
        if (!IsScript(source.Path) && !(Shebang.IsNeeded(source.Path) && Shebang.IsShell(source.Text)))
        {
            return;
        }

        if (IsPackage(source.Path))
        {
            ReadPackage(source, into);
            return;
        }

        if (IsMakefile(source.Path) || IsJustfile(source.Path))
        {
            var recipes = IsMakefile(source.Path) ? RecipeFile.ReadMakefile(source.Text) : RecipeFile.ReadJustfile(source.Text);
            foreach (var (text, line) in recipes.Lines)
            {
                var variables = new ScriptVariables();
                foreach (var (name, value) in recipes.Variables)
                {
                    variables.Replace(name, value);
                }

                BuildScript.Read(text, line, source.Folder, source, into, variables);
            }

            return;
        }

        // Where a script is started is not known; most are from the repository's folder, and those that are not go where they stand first.
        var isPowerShell = source.Name.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase)
            || source.Name.EndsWith(".psm1", StringComparison.OrdinalIgnoreCase);
        var dialect = isPowerShell ? ShellDialect.PowerShell : ShellDialect.Posix;
        foreach (var folder in new[] { "", source.Folder }.Distinct(StringComparer.Ordinal))
        {
            BuildScript.Read(source.Text, 1, folder, source, into, new ScriptVariables { Folder = source.Folder }, dialect);
        }
    }

    /// <summary>The scripts of npm and its like run in the package's folder.</summary>
    private static void ReadPackage(SourceText source, CollectedImages into)
    {
        if (!source.Text.Contains("\"scripts\"", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var script in LenientReader.Read(source.Text, source.Path).Documents
            .SelectMany(document => document.Get("scripts")?.Entries ?? []).Where(entry => entry.Node.IsString))
        {
            BuildScript.Read(script.Node.Text, script.Node.Line, source.Folder, source, into);
        }
    }

    private static bool IsPackage(string path) => path == "package.json" || path.EndsWith("/package.json", StringComparison.Ordinal);

    private static bool IsMakefile(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Equals("makefile", StringComparison.OrdinalIgnoreCase) || name == "GNUmakefile" || name.EndsWith(".mk", StringComparison.Ordinal)
            || name.StartsWith("Makefile.", StringComparison.Ordinal);
    }

    private static bool IsJustfile(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.TrimStart('.').Equals("justfile", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".just", StringComparison.Ordinal);
    }
}
