using Gates.Formats.Dockerfiles;
using Gates.Formats.Dockerfiles.Words;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>What <c>${NAME}</c> means in a compose file: the <c>.env</c> file beside it, else the default that is written.</summary>
internal sealed class ComposeVariables
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public static ComposeVariables From(string? envFile)
    {
        var variables = new ComposeVariables();
        foreach (var line in (envFile ?? "").Split('\n'))
        {
            var text = line.Trim();
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && !text.StartsWith('#'))
            {
                variables.values[text[..equals].Trim()] = text[(equals + 1)..].Trim().Trim('"', '\'');
            }
        }

        return variables;
    }

    public (string Text, string? Reason) Expand(string text)
    {
        var unset = new List<string>();
        try
        {
            var result = ShellLexer.Expand(text, '\\', name =>
            {
                if (values.TryGetValue(name, out var value))
                {
                    return value;
                }

                unset.Add(name);
                return null;
            });
            var isNamed = ImageReference.TryParse(result, out _, out _) || unset.Count == 0;
            return (result, isNamed && !unset.Any(name => IsBare(text, name)) ? null
                : $"{unset[0]} has no value: give it a default (${{{unset[0]}:-…}}), or set it in .env beside the file");
        }
        catch (FormatException e)
        {
            return ("", e.Message);
        }
    }

    /// <summary>Whether the variable stands without a default, so that the value is only known where compose runs.</summary>
    public static bool IsBare(string text, string name)
    {
        var bare = text.Contains("${" + name + "}", StringComparison.Ordinal);
        var at = text.IndexOf("$" + name, StringComparison.Ordinal);
        var end = at + 1 + name.Length;
        return bare || (at >= 0 && (end >= text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '_')));
    }
}
