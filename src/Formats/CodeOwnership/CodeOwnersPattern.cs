using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Formats.CodeOwnership;

/// <summary>The patterns of CODEOWNERS: those of .gitignore without <c>!</c>, <c>[ ]</c> and <c>\#</c>; and <c>docs/*</c> owns no nested folder.</summary>
internal static class CodeOwnersPattern
{
    private const int MaxLength = 1000;

    /// <returns><see langword="null"/> for a pattern that GitHub does not support.</returns>
    public static Regex? Parse(string pattern)
    {
        if (pattern.Length is 0 or > MaxLength
            || pattern[0] == '!'
            || pattern.AsSpan().ContainsAny('[', ']')
            || pattern.StartsWith("\\#", StringComparison.Ordinal)
            || pattern.Contains("***", StringComparison.Ordinal) || pattern.Contains("//", StringComparison.Ordinal))
        {
            return null;
        }

        var segments = pattern.Split('/').ToList();
        if (segments[0].Length == 0)
        {
            segments.RemoveAt(0);
        }
        else if ((segments.Count == 1 || (segments.Count == 2 && segments[1].Length == 0)) && segments[0] != "**")
        {
            segments.Insert(0, "**");
        }

        if (segments is [""])
        {
            return null;
        }

        if (segments[^1].Length == 0)
        {
            segments[^1] = "**";
        }

        return new Regex(Expression(segments), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    private static string Expression(List<string> segments)
    {
        var result = new StringBuilder(@"\A");
        var slash = false;
        for (var index = 0; index < segments.Count; index++)
        {
            var isLast = index == segments.Count - 1;
            if (segments[index] == "**")
            {
                result.Append((index == 0, isLast) switch
                {
                    (true, true) => "(?s:.+)",
                    (true, false) => "(?s:.+/)?",
                    (false, true) => "/(?s:.+)",
                    (false, false) => "(?s:/.+)?",
                });
                slash = index > 0;
                continue;
            }

            result.Append(slash ? "/" : "");
            AppendSegment(result, segments[index]);

            // A name may be a folder's, which owns all below; a bare star means files of this folder only.
            result.Append(isLast && (segments[index] != "*" || segments is ["**", "*"]) ? "(?s:/.*)?" : "");
            slash = true;
        }

        return result.Append(@"\z").ToString();
    }

    private static void AppendSegment(StringBuilder result, string segment)
    {
        if (segment == "*")
        {
            result.Append("[^/]+");
            return;
        }

        for (var index = 0; index < segment.Length; index++)
        {
            var character = segment[index];
            if (character == '\\' && index + 1 < segment.Length)
            {
                result.Append(Regex.Escape(segment[++index].ToString()));
                continue;
            }

            result.Append(character switch
            {
                '*' => "[^/]*",
                '?' => "[^/]",
                _ => Regex.Escape(character.ToString()),
            });
        }
    }
}
