using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Policies.Engine.RegularExpressions;

/// <summary>What <c>replace</c> found, and what <c>$1</c> and its like stand for.</summary>
internal static class Replacement
{
    /// <param name="Index">Where it stands.</param>
    /// <param name="Length">In characters.</param>
    /// <param name="Match">Its groups, when a regular expression found it.</param>
    /// <param name="Expression">What found it.</param>
    internal readonly record struct Found(int Index, int Length, Match? Match = null, ScriptRegExp? Expression = null);

    public static IEnumerable<Found> Plain(string text, string sought, bool all)
    {
        var at = text.IndexOf(sought, StringComparison.Ordinal);
        while (at >= 0)
        {
            yield return new Found(at, sought.Length);
            var next = at + Math.Max(1, sought.Length);
            at = all && next <= text.Length ? text.IndexOf(sought, next, StringComparison.Ordinal) : -1;
        }
    }

    public static string Expand(string template, string text, Found found)
    {
        if (!template.Contains('$', StringComparison.Ordinal))
        {
            return template;
        }

        var result = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '$' || i + 1 == template.Length)
            {
                result.Append(template[i]);
                continue;
            }

            var (value, length) = Read(template, i + 1, text, found);
            result.Append(value ?? "$");
            i += value is null ? 0 : length;
        }

        return result.ToString();
    }

    private static (string? Value, int Length) Read(string template, int at, string text, Found found) => template[at] switch
    {
        '$' => ("$", 1),
        '&' => (text.Substring(found.Index, found.Length), 1),
        '`' => (text[..found.Index], 1),
        '\'' => (text[(found.Index + found.Length)..], 1),
        '<' when found.Expression is { HasNames: true } => Named(template, at, found),
        >= '0' and <= '9' when found.Match is not null => Numbered(template, at, found.Match),
        _ => (null, 0),
    };

    private static (string? Value, int Length) Named(string template, int at, Found found)
    {
        var close = template.IndexOf('>', at);
        return close < 0 ? (null, 0) : (found.Expression!.Named(found.Match!, template[(at + 1)..close]) ?? "", close - at + 1);
    }

    private static (string? Value, int Length) Numbered(string template, int at, Match match)
    {
        for (var length = at + 1 < template.Length && char.IsAsciiDigit(template[at + 1]) ? 2 : 1; length > 0; length--)
        {
            var number = int.Parse(template.AsSpan(at, length), CultureInfo.InvariantCulture);
            if (number > 0 && number < match.Groups.Count)
            {
                return (match.Groups[number].Value, length);
            }
        }

        return (null, 0);
    }
}
