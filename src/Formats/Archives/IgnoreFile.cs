using System.Text;
using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.Formats.Archives;

/// <summary>A <c>.dockerignore</c>: what of a folder is not sent to the builder. The last pattern that fits a path, or a folder above it, counts.</summary>
internal sealed class IgnoreFile
{
    private const int MaxPatterns = 1_000;

    private readonly List<(Regex Pattern, bool IsException)> patterns = [];

    /// <param name="text">The file; empty when there is none.</param>
    /// <param name="path">How messages name it.</param>
    /// <exception cref="DocumentException">A pattern is none.</exception>
    public static IgnoreFile Parse(string text, string path)
    {
        var file = new IgnoreFile();
        var number = 0;
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var line = raw.StartsWith('#') ? "" : raw.Trim();
            if (line.Length == 0)
            {
                continue;
            }

            var isException = line[0] == '!';
            var pattern = Clean(isException ? line[1..].Trim() : line);
            try
            {
                if (pattern.Length > 0)
                {
                    file.patterns.Add((Regex(pattern), isException));
                }
            }
            catch (ArgumentException)
            {
                throw new DocumentException(path, number, 1, "this is no pattern; a [ needs its ]");
            }

            if (file.patterns.Count > MaxPatterns)
            {
                throw new DocumentException(path, number, 1, FormattableString.Invariant($"there are more than {MaxPatterns} patterns"));
            }
        }

        return file;
    }

    /// <summary>Whether a path is left out.</summary>
    public bool Ignores(string path)
    {
        var ignored = false;
        foreach (var (pattern, isException) in patterns)
        {
            if (ignored == isException && Upwards(path).Any(pattern.IsMatch))
            {
                ignored = !isException;
            }
        }

        return ignored;
    }

    private static IEnumerable<string> Upwards(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }

    /// <summary>As Go's <c>filepath.Clean</c>, without the slash at the beginning.</summary>
    private static string Clean(string pattern)
    {
        var parts = new List<string>();
        foreach (var part in pattern.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static Regex Regex(string pattern)
    {
        var text = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var next = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
            if (pattern[i] == '*' && next == '*')
            {
                var isFolder = i + 2 < pattern.Length && pattern[i + 2] == '/';
                text.Append(isFolder ? "(.*/)?" : ".*");
                i += isFolder ? 2 : 1;
            }
            else if (pattern[i] == '\\' && next != '\0')
            {
                text.Append(System.Text.RegularExpressions.Regex.Escape(next.ToString()));
                i++;
            }
            else if (pattern[i] == '[' && pattern.IndexOf(']', i + 2 <= pattern.Length ? i + 1 : i) is > 0 and var end)
            {
                text.Append('[').Append(pattern[(i + 1)..end].Replace(@"\", @"\\", StringComparison.Ordinal)).Append(']');
                i = end;
            }
            else
            {
                text.Append(pattern[i] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    var other => System.Text.RegularExpressions.Regex.Escape(other.ToString()),
                });
            }
        }

        return new Regex(text.Append(@"\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }
}
