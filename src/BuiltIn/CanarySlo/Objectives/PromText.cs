using System.Globalization;
using System.Text.RegularExpressions;

namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>PromQL, as far as names and ranges must be found in it.</summary>
internal static partial class PromText
{
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["ms"] = 0.001,
        ["s"] = 1,
        ["m"] = 60,
        ["h"] = 3600,
        ["d"] = 86_400,
        ["w"] = 604_800,
        ["y"] = 31_536_000
    };

    /// <summary>
    /// The query with its texts blanked, since they may hold anything, and as long as before: <c>x</c> stands for each letter of a text, a space where the text
    /// also matches nothing, and comments are gone.
    /// </summary>
    public static string Masked(string query) => QuotedOrComment().Replace(query, text => text.Value[0] == '#' ? new string(' ', text.Length)
        : $"'{new string(MatchesNothing().IsMatch(text.Value) ? ' ' : 'x', text.Length - 2)}'");

    /// <summary>The ranges of selectors, each with its selector; subqueries are none.</summary>
    public static IReadOnlyList<(string Selector, string Range, double Seconds)> Ranges(string query) =>
    [
        .. Ranged().Matches(Masked(query)).Select(match => (
            query.Substring(match.Groups["selector"].Index, match.Groups["selector"].Length).Trim(),
            match.Groups["range"].Value,
            Seconds(match.Groups["range"].Value)))
    ];

    /// <summary>A series' selector by the metric's name, with more matchers; names beyond the classic letters are quoted.</summary>
    public static string Selector(string name, string selector, string more = "")
    {
        var inner = selector.Trim().TrimStart('{').TrimEnd('}').Trim().TrimEnd(',');
        var matchers = string.Join(',', new[] { inner, more }.Where(text => text.Length > 0));
        return IsClassic(name)
            ? matchers.Length == 0 ? $"{name}{selector}" : $"{name}{{{matchers}}}"
            : $"{{{string.Join(',', new[] { Quoted(name), matchers }.Where(text => text.Length > 0))}}}";
    }

    public static bool IsClassic(string name) => Classic().IsMatch(name);

    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static double Seconds(string range) => Part().Matches(range).Sum(part =>
        double.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * Units[part.Groups[2].Value]);

    [GeneratedRegex("""\"(\\.|[^\"\\])*\"|'(\\.|[^'\\])*'|`[^`]*`|\#[^\n]*""", RegexOptions.None, 1000)]
    private static partial Regex QuotedOrComment();

    [GeneratedRegex("""^(\"\"|''|``|[\"'`](\.\*|\^?\$?|\|.*|.*\|)[\"'`])$""", RegexOptions.None, 1000)]
    private static partial Regex MatchesNothing();

    [GeneratedRegex(
        """(?<selector>(?<![A-Za-z0-9_:.'])[A-Za-z_:][A-Za-z0-9_:]*(\s*\{[^{}]*\})?|\{[^{}]*\})\s*\[\s*(?<range>([0-9]+(ms|[smhdwy]))+)\s*\]""",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Ranged();

    [GeneratedRegex("([0-9]+)(ms|[smhdwy])", RegexOptions.None, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^[A-Za-z_:][A-Za-z0-9_:]*\z", RegexOptions.None, 1000)]
    private static partial Regex Classic();
}
