using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild;

/// <summary>Collects the facts of a Makefile's recipes or of a shell script.</summary>
internal sealed class ScriptFileInspector(ScriptChecks checks, bool isMakefile) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var script = isMakefile ? Recipes(text) : text;
        checks.Inspect(path, Script.From(isMakefile ? "makefile" : "script", null, ShellParser.Parse(script, 1)), facts);
    }

    // Every line keeps its place; what is no recipe becomes empty.
    private static string Recipes(string text)
    {
        var lines = text.Split('\n');
        var continues = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var isRecipe = lines[i].StartsWith('\t') || continues;
            continues = isRecipe && lines[i].TrimEnd('\r').EndsWith('\\');
            lines[i] = isRecipe ? lines[i].TrimStart('\t', ' ', '@', '-', '+').Replace("$$", "$", StringComparison.Ordinal) : "";
        }

        return string.Join('\n', lines);
    }
}
