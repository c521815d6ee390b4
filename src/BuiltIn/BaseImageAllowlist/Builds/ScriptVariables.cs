using System.Text.RegularExpressions;
using Gates.Formats.Dockerfiles.Words;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>What the variables of a script hold, as far as its file says. A name that is given two values holds one that nobody knows here.</summary>
internal sealed partial class ScriptVariables
{
    /// <value>Stands for the repository's own folder in an expanded text.</value>
    public const string Root = "\uE000";

    private static readonly string[] RootNames = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY", "WORKSPACE", "TRAVIS_BUILD_DIR"];

    private readonly Dictionary<string, string?> values = new(StringComparer.Ordinal);

    /// <value>The script's own folder, relative to the repository's; <see langword="null"/> when no file is run as one.</value>
    public string? Folder { get; init; }

    /// <summary>The same names, to which a part of the file can add its own.</summary>
    public ScriptVariables Copy()
    {
        var copy = new ScriptVariables { Folder = Folder };
        foreach (var (name, value) in values)
        {
            copy.values[name] = value;
        }

        return copy;
    }

    /// <summary>Gives a name its value, whatever it held before.</summary>
    public void Replace(string name, string? value) => values[name] = value;

    /// <summary>Gives a name a value in the course of a script.</summary>
    public void Set(string name, string? value) => values[name] = values.TryGetValue(name, out var before) && before != value ? null : value;

    /// <summary>The value of a name; <see langword="null"/> when it is not known here.</summary>
    public string? Get(string name) => values.GetValueOrDefault(name);

    public string? Expand(ShellWord word) => word.IsDynamic ? Expand(word.Text) : word.Text;

    /// <summary>The text with its variables replaced; <see langword="null"/> when one is not known here.</summary>
    public string? Expand(string text)
    {
        var known = ScriptPlaces.Replace(Replaced(text), Folder);
        if (known.Contains("${{", StringComparison.Ordinal) || known.Contains("$(", StringComparison.Ordinal) || known.Contains('`', StringComparison.Ordinal))
        {
            return null;
        }

        var unset = new List<string>();
        try
        {
            var result = ShellLexer.Expand(known, '\0', name =>
            {
                var value = RootNames.Contains(name, StringComparer.Ordinal) ? Root : name == "PWD" ? "." : Get(name);
                if (value is null)
                {
                    unset.Add(name);
                }

                return value;
            });
            return unset.Any(name => ComposeVariables.IsBare(known, name)) ? null : result;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The text with GitHub's expressions replaced; a dollar sign elsewhere is only that. <see langword="null"/> when one is not known here.</summary>
    public string? ExpandExpressions(string text)
    {
        var known = Replaced(text);
        return known.Contains("${{", StringComparison.Ordinal) ? null : known;
    }

    private string Replaced(string text) => Expression().Replace(text, match => ValueOf(match.Groups["name"].Value) ?? match.Value);

    /// <summary>The path that the parts come to in the repository; <see langword="null"/> when it is not in it, or one is not known.</summary>
    public static string? PathOf(params ReadOnlySpan<string?> parts)
    {
        var from = 0;
        var plain = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not { } part)
            {
                return null;
            }

            var isRooted = part.StartsWith(Root, StringComparison.Ordinal);
            from = isRooted ? i : from;
            plain[i] = isRooted ? part[Root.Length..].TrimStart('/') : part;
        }

        return plain.Any(part => part.Contains(Root, StringComparison.Ordinal)) ? null : RepositoryPath.Join(plain.AsSpan(from));
    }

    private string? ValueOf(string expression) =>
        expression == "github.workspace" ? Root : expression.StartsWith("env.", StringComparison.Ordinal) ? Get(expression[4..]) : null;

    [GeneratedRegex(@"\$\{\{\s*(?<name>[A-Za-z_][A-Za-z0-9_.-]*)\s*\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expression();
}
