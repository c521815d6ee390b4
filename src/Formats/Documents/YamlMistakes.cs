using System.Text.RegularExpressions;

namespace Gates.Formats.Documents;

/// <summary>
/// Says in plain words what is wrong with a text that is not YAML. A parser notices a mistake where it can go no further, often lines below the quote or the
/// bracket that is missing; this looks for those first.
/// </summary>
internal static partial class YamlMistakes
{
    /// <value>What is longer was not written by hand.</value>
    private const int MaxLength = 1000;

    private const int MaxShown = 40;

    /// <value>Shorter ones are no secret worth the name.</value>
    private const int MinSecret = 6;

    /// <summary>The place and the words; the parser's own where nothing better is known.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="line">Where the parser stopped.</param>
    /// <param name="column">Where in that line.</param>
    /// <param name="reason">What the parser says.</param>
    public static (int Line, int Column, string Reason) Explain(string text, int line, int column, string reason)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return Escape(reason, line, column)
            ?? YamlMarks.Unclosed(lines, line)
            ?? Sign(lines, line, column, reason)
            ?? MissingBlank(lines, line)
            ?? OnLine(lines, line, column, reason)
            ?? (line, column, Words(reason));
    }

    /// <summary>What a value that begins with this sign is, when it is not quoted.</summary>
    public static string? MeaningOf(char sign) => sign switch
    {
        '*' => "an alias",
        '&' => "an anchor",
        '!' => "a tag",
        '[' => "a list",
        '{' => "a map",
        '>' or '|' => "the beginning of a block of text",
        _ => null,
    };

    private static (int, int, string)? Escape(string reason, int line, int column) => reason.Contains("unknown escape", StringComparison.Ordinal)
        ? (line, column, "a backslash in double quotes begins an escape, and this is none; write `\\\\`, or use single quotes")
        : null;

    /// <summary>A value that begins with a sign of YAML.</summary>
    private static (int, int, string)? Sign(string[] lines, int line, int column, string reason)
    {
        var isOfSign = reason.Contains("alias", StringComparison.Ordinal) || reason.Contains("anchor", StringComparison.Ordinal)
            || reason.Contains("tag", StringComparison.Ordinal) || reason.Contains("block scalar", StringComparison.Ordinal);
        var isInBrackets = reason.Contains("flow", StringComparison.Ordinal);
        for (var at = line; at >= Math.Max(1, line - 1) && (isOfSign || isInBrackets); at--)
        {
            var values = SignedValue().Matches(Line(lines, at)).Select(match => match.Groups["value"]);
            foreach (var value in values.Where(value => isOfSign || value.Value[0] == '!'))
            {
                var shown = IsSecretName(Line(lines, at)) ? "…" : Quoted(value.Value);
                return (at, value.Index + 1, $"a value that begins with {value.Value[0]} is {MeaningOf(value.Value[0])}; quote it: {shown}");
            }
        }

        return null;
    }

    /// <summary><c>key:value</c>, which is one word.</summary>
    private static (int, int, string)? MissingBlank(string[] lines, int line)
    {
        for (var at = line; at >= Math.Max(1, line - 1); at--)
        {
            if (NoBlank().Match(Line(lines, at)) is { Success: true } match)
            {
                return (at, match.Groups["key"].Index + 1, MissingBlank(match.Groups["key"].Value, match.Groups["value"].Value));
            }
        }

        return null;
    }

    /// <summary>What is missing in a word such as <c>mode:warn</c>, or <see langword="null"/>.</summary>
    public static string? MissingBlank(string word) => word.Length < MaxLength && NoBlank().Match(word) is { Success: true } match
        ? MissingBlank(match.Groups["key"].Value, match.Groups["value"].Value)
        : null;

    private static string MissingBlank(string key, string value) =>
        $"a space is missing after `{key}:`; write `{key}: {(IsSecretName(key) ? "…" : Short(value))}`";

    private static (int, int, string)? OnLine(string[] lines, int line, int column, string reason)
    {
        var here = Line(lines, line);
        var before = Line(lines, line - 1);
        if (here.Contains("{{", StringComparison.Ordinal))
        {
            return (line, here.IndexOf("{{", StringComparison.Ordinal) + 1, "a value with {{ … }} must be quoted: \"${{ … }}\"");
        }

        if (TwoColons().Match(here) is { Success: true } two)
        {
            var quoted = IsSecretName(here) ? "" : $": {Quoted(two.Groups["value"].Value)}";
            return (line, two.Groups["value"].Index + 1, $"a value cannot hold a colon and a space; quote it{quoted}");
        }

        if (AfterQuote().Match(here) is { Success: true } after)
        {
            var rest = after.Groups["rest"];
            var more = IsSecretName(here) ? "more text" : Quoted(rest.Value.Trim());
            return (line, rest.Index + 1, $"after the closing quote stands {more}; put it inside the quotes, or quote the whole value");
        }

        if (reason.Contains("invalid mapping", StringComparison.OrdinalIgnoreCase) && Indentation(here) > Indentation(before))
        {
            return (line, Indentation(here) + 1, "this key is indented deeper than the line above, which already has a value; give both the same indentation");
        }

        return IsIndentation(reason) ? (line, column, Misplaced(here)) : null;
    }

    private static bool IsIndentation(string reason) => Speaks(reason, "block mapping", "block collection", "block sequence", "block entry");

    private static string Misplaced(string line) => line.TrimStart() is ['-', ' ', ..]
        ? "a list item cannot stand here; give the items of a list one indentation, on lines of their own below its key"
        : "the indentation fits no line above; the keys of one map stand in one column, and the items of a list each begin with `- `";

    /// <summary>The rest of the parser's words, without its grammar.</summary>
    private static string Words(string reason) => reason switch
    {
        _ when Speaks(reason, "could not find expected ':'", "simple key", "invalid mapping") =>
            "the text before this is neither `key: value` nor an item `- value`",
        _ when Speaks(reason, "node content") => "a value is missing before this place",
        _ when Speaks(reason, "flow") => "a comma or a closing bracket is missing before this place",
        _ when Speaks(reason, "end of stream") => "the file ends in the middle of a value",
        _ when Speaks(reason, "document start") =>
            "text stands here that belongs to nothing above it; check the indentation, and quote values with signs",
        _ when Speaks(reason, "incompatible", "version") => "the file asks for a version of YAML that is not read here; remove the line with %YAML",
        _ => Grammar().Replace(reason, ""),
    };

    private static bool IsSecretName(string line) => SecretName().IsMatch(line);

    private static bool Speaks(string reason, params string[] words) => words.Any(word => reason.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Line(string[] lines, int number) =>
        number >= 1 && number <= lines.Length ? lines[number - 1][..Math.Min(lines[number - 1].Length, MaxLength)] : "";

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;

    // What may be a secret is not repeated: a message goes where the file does not.
    private static string Quoted(string value) => Say.Quote(Shown(value.TrimEnd().Trim('"', '\'')));

    private static string Short(string value) => Say.Quote(Shown(value.TrimEnd()))[1..^1];

    /// <summary>A value that is short and holds no digits, or looks like a pattern of paths; else that it is there.</summary>
    public static string Shown(string value) =>
        (value.AsSpan().ContainsAnyInRange('0', '9') && value.Length >= MinSecret) || value.Length > MaxShown ? "…" : value;

    [GeneratedRegex("^[^:]*(pass|pwd|secret|token|key|auth|cred)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex("^While [^,]+, (found )?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grammar();

    [GeneratedRegex(@"(?:^\s*(?:- +)?|: +|- +|[\[,] *)(?<value>[*&!>|][^\s,\]}]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignedValue();

    [GeneratedRegex(@"^\s*(?:- +)?(?<key>[A-Za-z][A-Za-z0-9_-]*):(?<value>[^\s:/][^:]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoBlank();

    [GeneratedRegex(@"^\s*(?:- +)?[^\s""'\[{#:]+: +(?<value>[^""'\[{#|>\s][^#]*: .*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TwoColons();

    [GeneratedRegex(@"(?:: +|- +)(?:""(?:[^""\\]|\\.)*""|'(?:[^']|'')*')(?<rest> *[^\s,#\]}:][^#]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AfterQuote();
}
