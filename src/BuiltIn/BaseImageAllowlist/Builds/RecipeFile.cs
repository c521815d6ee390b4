using System.Text.RegularExpressions;

namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>The recipe lines of a Makefile or a justfile, with their variables replaced as far as the file sets them.</summary>
internal sealed partial class RecipeFile
{
    private const int MaxRounds = 8;
    private const int MaxLength = 65_535;

    private readonly Dictionary<string, string?> variables = new(StringComparer.Ordinal);
    private readonly List<(string Text, int Line)> lines = [];

    /// <value>The variables; <see langword="null"/> for one that is set to several values.</value>
    public IReadOnlyDictionary<string, string?> Variables => variables;

    /// <value>Each recipe line, continuation lines joined, and the line of the file on which it begins.</value>
    public IReadOnlyList<(string Text, int Line)> Lines => lines;

    public static RecipeFile ReadMakefile(string text)
    {
        var file = new RecipeFile();
        var recipes = new List<(string Text, int Line)>();
        foreach (var (line, number) in Joined(text))
        {
            if (line.StartsWith('\t'))
            {
                recipes.Add((line.TrimStart('\t', ' ', '@', '-', '+'), number));
            }
            else if (Assignment().Match(line) is { Success: true } match)
            {
                file.Set(match.Groups["name"].Value, match.Groups["value"].Value.Trim());
            }
            else if (line.IndexOf(';', StringComparison.Ordinal) is > 0 and var at && Target().IsMatch(line[..at]))
            {
                recipes.Add((line[(at + 1)..].TrimStart(' ', '@', '-', '+'), number));
            }
        }

        file.lines.AddRange(recipes.Select(recipe => (file.Expand(recipe.Text, Reference()).Replace("$$", "$", StringComparison.Ordinal), recipe.Line)));
        return file;
    }

    public static RecipeFile ReadJustfile(string text)
    {
        var file = new RecipeFile();
        foreach (var (line, number) in Joined(text))
        {
            if (line.Length > 0 && char.IsWhiteSpace(line[0]))
            {
                file.lines.Add((line.TrimStart('\t', ' ', '@', '-'), number));
            }
            else if (JustAssignment().Match(line) is { Success: true } match)
            {
                file.Set(match.Groups["name"].Value, match.Groups["value"].Value);
            }
        }

        for (var i = 0; i < file.lines.Count; i++)
        {
            // What is left in braces is only known to the run, as GitHub's expressions are.
            var expanded = file.Expand(file.lines[i].Text, JustReference());
            file.lines[i] = (expanded.Replace("{{", "${{", StringComparison.Ordinal), file.lines[i].Line);
        }

        return file;
    }

    private static IEnumerable<(string Text, int Line)> Joined(string text)
    {
        var physical = text.Split('\n');
        for (var i = 0; i < physical.Length; i++)
        {
            var first = i;
            var line = physical[i].TrimEnd('\r');
            while (line.EndsWith('\\') && i + 1 < physical.Length && line.Length < MaxLength)
            {
                line = line[..^1] + " " + physical[++i].TrimEnd('\r').TrimStart();
            }

            yield return (line, first + 1);
        }
    }

    private void Set(string name, string value) => variables[name] = variables.TryGetValue(name, out var before) && before != value ? null : value;

    private string? ValueOf(string name) => name is "CURDIR" ? "." : variables.GetValueOrDefault(name);

    private string Expand(string text, Regex reference)
    {
        for (var round = 0; round < MaxRounds && text.Contains('(', StringComparison.Ordinal) | text.Contains('{', StringComparison.Ordinal); round++)
        {
            var next = reference.Replace(text, match => ValueOf(match.Groups["name"].Value) ?? match.Value);
            if (next == text || next.Length > MaxLength)
            {
                break;
            }

            text = next;
        }

        return text;
    }

    [GeneratedRegex(
        @"^(override\s+|export\s+)*(?<name>[A-Za-z_][A-Za-z0-9_.-]*)\s*(\?|:{1,3})?=(?<value>[^#]*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^[^=\s][^=]*:", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Target();

    [GeneratedRegex(@"(?<!\$)\$[({](?<name>[A-Za-z_][A-Za-z0-9_.-]*)[)}]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(
        """^(export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_-]*)\s*:=\s*(env_var_or_default\([^,]*,\s*)?["'](?<value>[^"']*)["']\)?\s*$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex JustAssignment();

    [GeneratedRegex(@"\{\{\s*(?<name>[A-Za-z_][A-Za-z0-9_-]*)\s*\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JustReference();
}
