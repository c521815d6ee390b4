using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Pipelines;

/// <summary>Collects the facts of a Makefile's or justfile's recipes, or of a shell script.</summary>
internal sealed partial class ScriptFileInspector(ScriptChecks checks, ScriptKind kind) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var script = kind is ScriptKind.Shell or ScriptKind.PowerShell
            ? Script.From("script", null, ShellParser.Parse(text, 1, kind == ScriptKind.Shell ? ShellDialect.Posix : ShellDialect.PowerShell)) with
            {
                StopsOnError = kind == ScriptKind.Shell && StartsStrict(text),
            }
            : Script.From(kind == ScriptKind.Makefile ? "makefile" : "task", Folders.Of(path), ShellParser.Parse(Recipes(text), 1)) with
            {
                StopsOnError = false,
                StopsAtLines = true,
            };
        checks.Inspect(path, script, facts);
    }

    // #!/bin/bash -e
    private static bool StartsStrict(string text) =>
        text.StartsWith("#!", StringComparison.Ordinal)
            && text.Split('\n')[0].Split(' ').Skip(1).Any(word => word.StartsWith('-') && word.Contains('e', StringComparison.Ordinal));

    // Every line keeps its place; what is no recipe becomes empty.
    private string Recipes(string text)
    {
        var lines = text.Split('\n');
        var variables = Variables(lines);
        var continues = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var isRecipe = lines[i].StartsWith('\t') || (kind == ScriptKind.Justfile && lines[i].StartsWith(' ')) || continues;
            continues = isRecipe && lines[i].TrimEnd('\r').EndsWith('\\');
            lines[i] = isRecipe ? Expand(WithoutShell(lines[i].TrimStart('\t', ' ', '@', '-', '+')), variables)
                : ShellCall(lines[i]) is { } call ? "echo " + Expand(WithoutShell(call), variables) : "";
        }

        return string.Join('\n', lines);
    }

    // VERSION := $(shell curl … | sh) is run when the file is read.
    private string? ShellCall(string line) => kind == ScriptKind.Makefile && !line.StartsWith('#')
        && line.IndexOf("$(shell ", StringComparison.Ordinal) is >= 0 and var at ? line[at..] : null;

    private static string WithoutShell(string line) => line.Replace("$(shell ", "$( ", StringComparison.Ordinal);

    // DOCKER ?= docker: what is set once to plain words is put in, so that $(DOCKER) build is seen for what it is.
    private static Dictionary<string, string> Variables(string[] lines)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var match in lines.Where(line => !line.StartsWith('\t')
            && line.Length < 500).Select(line => Assignment().Match(line)).Where(match => match.Success))
        {
            var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value.Trim());
            found[name] = found.ContainsKey(name) || value.IndexOfAny(['$', '\\', '"', '\'']) >= 0 ? "" : value;
        }

        return found;
    }

    private static string Expand(string line, Dictionary<string, string> variables) => Reference().Replace(line, match =>
    {
        var name = match.Groups["name"].Value;
        return name.Length == 0 ? "$" : variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : "${" + name + "}";
    });

    [GeneratedRegex(@"^(export\s+)?(?<name>\w+)\s*(\?|::?)?=(?<value>[^#]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\$\$|\$[({](?<name>\w+)[)}]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}

/// <summary>What a file of commands is.</summary>
internal enum ScriptKind
{
    Shell,
    PowerShell,
    Makefile,
    Justfile,
}
