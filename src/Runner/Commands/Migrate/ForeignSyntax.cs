using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Runner.Commands.Migrate;

/// <summary>Translates other tools' patterns and paths into ours.</summary>
internal static partial class ForeignSyntax
{
    private static readonly Dictionary<string, string> Posix = new(StringComparer.Ordinal)
    {
        ["[:alnum:]"] = "A-Za-z0-9",
        ["[:alpha:]"] = "A-Za-z",
        ["[:digit:]"] = "0-9",
        ["[:xdigit:]"] = "0-9A-Fa-f",
        ["[:upper:]"] = "A-Z",
        ["[:lower:]"] = "a-z",
        ["[:space:]"] = @"\s",
        ["[:word:]"] = "A-Za-z0-9_",
        ["[:punct:]"] = @"!-/:-@\[-`{-~",
    };

    /// <summary>A pattern of Go's or Python's: <paramref name="group"/> is the group that holds the value, 0 meaning the first that there is.</summary>
    public static string Pattern(string pattern, int group = 0)
    {
        var text = Posix.Aggregate(pattern, static (so, pair) => so.Replace(pair.Key, pair.Value, StringComparison.Ordinal))
            .Replace("(?P<", "(?<", StringComparison.Ordinal).Replace(@"\z", @"\z", StringComparison.Ordinal);
        return NamesSecret(text) ? text : WithSecret(text, Math.Max(1, group));
    }

    private static bool NamesSecret(string pattern) => pattern.Contains("(?<secret>", StringComparison.Ordinal);

    private static string WithSecret(string pattern, int wanted)
    {
        var (inClass, seen) = (false, 0);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[' when !inClass:
                    inClass = true;
                    i += i + 1 < pattern.Length && pattern[i + 1] is ']' ? 1 : 0;
                    break;
                case ']' when inClass:
                    inClass = false;
                    break;
                case '(' when !inClass && IsCaptured(pattern, i) && ++seen == wanted:
                    var name = pattern.AsSpan(i).StartsWith("(?<") ? pattern.IndexOf('>', i) + 1 - i : 1;
                    return pattern[..i] + "(?<secret>" + pattern[(i + name)..];
            }
        }

        return pattern;
    }

    private static bool IsCaptured(string pattern, int at) =>
        at + 1 >= pattern.Length || pattern[at + 1] != '?'
            || (pattern.AsSpan(at).StartsWith("(?<") && at + 3 < pattern.Length && pattern[at + 3] is not ('=' or '!'));

    /// <summary>A pattern as JavaScript writes it: <c>/…/flags</c>.</summary>
    public static (string Pattern, bool IgnoreCase)? Literal(string text)
    {
        var end = text.LastIndexOf('/');
        return text.StartsWith('/') && end > 0
            ? (text[1..end].Replace(@"\/", "/", StringComparison.Ordinal), text[(end + 1)..].Contains('i', StringComparison.Ordinal))
            : null;
    }

    /// <summary>The globs that match the paths which a pattern finds something in; none when they cannot be written so.</summary>
    public static IReadOnlyList<string> Globs(string pattern)
    {
        var text = pattern.Replace("(?i)", "", StringComparison.Ordinal);
        var isWhole = text.StartsWith('^');
        var match = Start().Match(text);
        var begin = match.Length > 0 && match.Value != "^" ? "**/" : isWhole ? "" : null;
        var isAnyStart = match.Value.EndsWith(".*", StringComparison.Ordinal) || match.Value.EndsWith(".*?)", StringComparison.Ordinal)
            || match.Value.EndsWith(".*)", StringComparison.Ordinal);
        text = text[match.Length..];
        var isEnd = text.EndsWith('$') && !text.EndsWith(@"\$", StringComparison.Ordinal);
        text = isEnd ? text[..^1] : text;
        var folder = Tail().Match(text);
        text = text[..^folder.Length];
        if (Body(text) is not { Length: > 0 } body)
        {
            return [];
        }

        body = begin is null ? (folder.Length > 0 || body.Contains('/', StringComparison.Ordinal) ? "**/" + body : "**/*" + body) : begin
            + (isAnyStart ? "*" : "") + body;
        return folder.Value is "/.*" or "/" or "/.+" ? [body + "/**"] : isEnd ? [body] : [body + "*", body + "*/**"];
    }

    private static string? Body(string pattern)
    {
        var glob = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length && !char.IsAsciiLetterOrDigit(pattern[i + 1]))
            {
                glob.Append(pattern[++i]);
            }
            else if (pattern[i..] is ['.', '*', ..] or ['.', '+', ..])
            {
                glob.Append('*');
                i += i + 2 < pattern.Length && pattern[i + 2] == '?' ? 2 : 1;
            }
            else if (Choice().Match(pattern, i) is { Success: true } choice && choice.Index == i)
            {
                glob.Append('{').Append(choice.Groups["all"].Value.Replace('|', ',').Replace("\\", "", StringComparison.Ordinal)).Append('}');
                i += choice.Length - 1;
            }
            else if (char.IsAsciiLetterOrDigit(pattern[i]) || pattern[i] is '/' or '_' or '-' or ' ' or '@' or '~')
            {
                glob.Append(pattern[i]);
            }
            else
            {
                return null;
            }
        }

        return glob.ToString();
    }

    /// <summary>One line of a file such as <c>.gitignore</c>; <see langword="null"/> for a comment.</summary>
    public static IReadOnlyList<string>? IgnoreLine(string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || text[0] == '#')
        {
            return null;
        }

        if (text[0] == '!')
        {
            return [];
        }

        var isFolder = text.EndsWith('/');
        var path = text.Trim('/');
        var rooted = text.TrimEnd('/').Contains('/', StringComparison.Ordinal) || path.StartsWith("**", StringComparison.Ordinal);
        var glob = rooted ? path : "**/" + path;
        return isFolder ? [glob + "/**"] : path.Contains('*', StringComparison.Ordinal) ? [glob] : [glob, glob + "/**"];
    }

    [GeneratedRegex(@"\A(?:\^?(?:\(\.\*\??\)|\(\?:\.\*\)|\.\*\??|\(\?:?\^\|/\)|\(\^\|/\)|\(\?:\^\|/\))|\^)", RegexOptions.NonBacktracking)]
    private static partial Regex Start();

    [GeneratedRegex(@"(?:/\.[*+]\??|/)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\((?:\?:)?(?<all>[A-Za-z0-9_\-]+(?:\\?\.[A-Za-z0-9_\-]+)*(?:\|[A-Za-z0-9_\-]+(?:\\?\.[A-Za-z0-9_\-]+)*)+)\)",
        RegexOptions.NonBacktracking)]
    private static partial Regex Choice();
}
