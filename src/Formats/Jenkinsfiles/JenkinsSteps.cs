using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Formats.Jenkinsfiles;

/// <summary>
/// The scripts that a Jenkinsfile hands to a shell in texts of its own: <c>sh</c>, <c>powershell</c> and <c>pwsh</c>. Groovy itself is not run.
/// </summary>
internal static partial class JenkinsSteps
{
    /// <summary>What stands before a text that is a step's script.</summary>
    private const int MaxBefore = 300;

    public static bool IsJenkinsfile(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name == "Jenkinsfile"
            || name.StartsWith("Jenkinsfile.", StringComparison.Ordinal)
            || name.EndsWith(".jenkinsfile", StringComparison.OrdinalIgnoreCase);
    }

    public static IReadOnlyList<JenkinsStep> Read(string text)
    {
        var steps = new List<JenkinsStep>();
        var code = new StringBuilder();
        var (line, counted) = (1, 0);
        for (var at = 0; at < text.Length;)
        {
            if (LengthOfComment(text, at) is > 0 and var comment)
            {
                at += comment;
                continue;
            }

            if (text[at] is not ('\'' or '"') || Quoted(text, at) is not { } quoted)
            {
                code.Append(text[at++]);
                continue;
            }

            line += text.AsSpan(counted, at - counted).Count('\n');
            counted = at;
            var before = code.ToString(Math.Max(0, code.Length - MaxBefore), Math.Min(code.Length, MaxBefore));
            if (Step().Match(before) is { Success: true } step)
            {
                steps.Add(new JenkinsStep(Plain(quoted.Text, text[at] == '"'), line, step.Groups["shell"].ValueSpan is not "sh"));
            }

            // A text of another step's parameters stands for itself.
            code.Append("''");
            at += quoted.Length;
        }

        return steps;
    }

    private static int LengthOfComment(string text, int at)
    {
        var rest = text.AsSpan(at);
        var end = rest.StartsWith("//") ? rest.IndexOf('\n')
            : !rest.StartsWith("/*") ? 0
            : rest[2..].IndexOf("*/") is >= 0 and var length ? length + 4 : -1;
        return end < 0 ? rest.Length : end;
    }

    /// <returns><see langword="null"/> when the text has no end: in Groovy only a text in three signs goes over lines.</returns>
    private static (string Text, int Length)? Quoted(string text, int at)
    {
        var sign = text[at];
        var isLong = text.AsSpan(at).StartsWith([sign, sign, sign]);
        var start = at + (isLong ? 3 : 1);
        for (var end = start; end < text.Length; end++)
        {
            if (text[end] == '\\')
            {
                end++;
            }
            else if (text[end] == sign && (!isLong || text.AsSpan(end).StartsWith([sign, sign, sign])))
            {
                return (text[start..end], end - at + (isLong ? 3 : 1));
            }
            else if (text[end] == '\n' && !isLong)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The text as the shell gets it; what Groovy puts in is known to the run alone, and said as workflows say it.</summary>
    private static string Plain(string text, bool isTemplate)
    {
        var known = isTemplate ? Value().Replace(text, match => match.Groups["name"] is { Success: true } name ? "${" + name.Value + "}"
            : match.Groups["code"] is { Success: true } expression ? "${{ " + expression.Value.ReplaceLineEndings(" ") + " }}" : match.Value) : text;
        return Escapes().Replace(known, match => match.Groups["sign"].Value switch
        {
            "n" => ";",
            "t" => " ",
            var sign => sign,
        });
    }

    [GeneratedRegex(
        @"\b(?<shell>sh|pwsh|powershell)\s*\(?\s*(?:\w+\s*:\s*(?:''|[\w.]+)\s*,\s*)*(?:script\s*:\s*)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Step();

    /// <summary>With an escaped dollar sign first, which is the shell's own.</summary>
    [GeneratedRegex(@"\\\$|\$\{\s*(?:env\.)?(?<name>\w+)\s*\}|\$\{(?<code>[^{}]*)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Value();

    [GeneratedRegex(@"\\(?<sign>[nt\\$'""])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escapes();
}

/// <summary>A script of a step.</summary>
/// <param name="Script">With the lines of the file.</param>
/// <param name="Line">The file's line on which it begins.</param>
/// <param name="IsPowerShell">Else it is that of a shell.</param>
internal sealed record JenkinsStep(string Script, int Line, bool IsPowerShell);
