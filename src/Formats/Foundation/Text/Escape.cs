using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gates.Formats.Foundation.Text;

/// <summary>Makes untrusted text safe for one kind of sink each. Everything that comes from a policy, a repository or an API passes through here.</summary>
internal static class Escape
{
    private const string ZeroWidthSpace = "&#8203;";

    private static readonly SearchValues<char> TerminalSafe = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private static readonly SearchValues<char> HtmlSafe = SearchValues.Create(
        " !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private static readonly SearchValues<char> MarkdownSafe = SearchValues.Create(
        " !%'(),-/0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+");

    private static readonly SearchValues<char> MarkdownMarkup = SearchValues.Create("@#&<>\"\\`*_{}[]|~$=^");

    private static readonly SearchValues<char> NotXml = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(code => (char)code).Except(['\t', '\n', '\r']), '\ufffe', '\uffff']);

    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];

    /// <summary>One line without anything that moves a cursor, hides, or reorders what is read: such characters become <c>\u{202E}</c>.</summary>
    public static string Terminal(string text)
    {
        var start = text.AsSpan().IndexOfAnyExcept(TerminalSafe);
        if (start < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16).Append(text, 0, start);
        foreach (var rune in text.AsSpan(start).EnumerateRunes())
        {
            AppendVisible(result, rune);
        }

        return result.ToString();
    }

    /// <summary>The lines of a text, each safe for a terminal; never empty.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. text.Split(LineEnds, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Terminal).DefaultIfEmpty("")];

    /// <summary>Several lines as one, safe for a terminal.</summary>
    public static string OneLine(string text) => text.AsSpan().IndexOfAnyExcept(TerminalSafe) < 0 ? text : string.Join(' ', Lines(text));

    /// <summary>
    /// A finished line of a log that the GitHub runner must not read as a command: it looks for <c>::</c> at the start and for <c>##[</c> anywhere.
    /// </summary>
    public static string LogLine(string line)
    {
        var safe = line.Contains("##[", StringComparison.Ordinal) ? line.Replace("##[", "## [", StringComparison.Ordinal) : line;
        var text = safe.AsSpan().TrimStart();
        return text.StartsWith("::", StringComparison.Ordinal) ? string.Concat(safe.AsSpan(0, safe.Length - text.Length), ": :", text[2..]) : safe;
    }

    /// <summary>The message of a workflow command.</summary>
    public static string CommandMessage(string text) =>
        Plain(text).Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>A property of a workflow command.</summary>
    public static string CommandProperty(string text) =>
        CommandMessage(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    /// <summary>
    /// Text for GitHub's Markdown that stays text: no markup, HTML, mention, reference or link. Entities rather than backslashes,
    /// because they hold inside HTML blocks and tables too. Mentions and references are found after entities are decoded, so they get a zero-width space.
    /// </summary>
    public static string Markdown(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(MarkdownSafe) < 0
            && !text.Contains("//", StringComparison.Ordinal)
            && !text.Contains("gh-", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var result = new StringBuilder(text.Length * 2);
        var lines = Lines(text);
        for (var number = 0; number < lines.Count; number++)
        {
            result.Append(number == 0 ? "" : "<br>");
            AppendMarkdown(result, lines[number]);
        }

        return result.ToString();
    }

    /// <summary>Text for HTML that stays text, between tags and in quoted attributes. Lines stay lines; what hides or reorders becomes visible.</summary>
    public static string Html(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(HtmlSafe) < 0)
        {
            return text;
        }

        return Plain(text)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal);
    }

    /// <summary>Plain text for a place that shows lines as lines: whatever hides or reorders becomes visible.</summary>
    public static string Plain(string text) =>
        text.AsSpan().IndexOfAnyExcept(TerminalSafe) < 0 ? text : string.Join('\n', text.Split(LineEnds, StringSplitOptions.None).Select(Terminal));

    /// <summary>
    /// A path for the URI of a SARIF file or a link: relative and percent-encoded; <see langword="null"/> when it is not a plain path inside the repository.
    /// </summary>
    public static string? RelativeUri(string path)
    {
        var segments = path.Split('/');
        return segments.Any(segment => segment is "" or "." or "..")
            ? null
            : string.Join('/', segments.Select(segment => Uri.EscapeDataString(Unicode(segment))));
    }

    /// <summary>A web address for a Markdown link; <see langword="null"/> when it is none.</summary>
    public static string? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            : null;

    /// <summary>Text that XML 1.0 can carry: other characters become <c>\u{0}</c>. The writer escapes the markup.</summary>
    public static string Xml(string text)
    {
        if (!text.AsSpan().ContainsAny(NotXml) && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && NotXml.Contains((char)rune.Value))
            {
                AppendCode(result, rune);
            }
            else
            {
                Append(result, rune);
            }
        }

        return result.ToString();
    }

    /// <summary>A file name from an id: whatever could leave the folder or hide is percent-encoded.</summary>
    public static string FileName(string id)
    {
        var name = Uri.EscapeDataString(Unicode(id));
        return name.StartsWith('.') ? "%2E" + name[1..] : name;
    }

    /// <summary>The beginning of a text, with a word about what was cut; never half of a surrogate pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)}… ({text.Length - end:N0} more characters)");
    }

    private static string Unicode(string text) =>
        text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())) : text;

    private static void AppendVisible(StringBuilder result, Rune rune)
    {
        if (rune.Value == '\t')
        {
            result.Append(' ');
            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                AppendCode(result, rune);
                break;
            default:
                Append(result, rune);
                break;
        }
    }

    private static void Append(StringBuilder result, Rune rune)
    {
        if (rune.IsBmp)
        {
            result.Append((char)rune.Value);
        }
        else
        {
            result.Append(rune.ToString());
        }
    }

    private static void AppendCode(StringBuilder result, Rune rune) => result.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");

    private static void AppendMarkdown(StringBuilder result, string line)
    {
        for (var index = 0; index < line.Length; index++)
        {
            var character = line[index];
            if (MarkdownMarkup.Contains(character) || BeginsLink(line, index))
            {
                AppendEntity(result, character);
            }
            else
            {
                result.Append(character);
            }

            if (BeginsMention(line, index))
            {
                result.Append(ZeroWidthSpace);
            }
        }
    }

    /// <summary>Whether this is the colon of <c>://</c> or the dot of <c>www.</c>, from which GitHub makes links.</summary>
    private static bool BeginsLink(string line, int index) => line[index] switch
    {
        ':' => line.AsSpan(index + 1) is ['/', ..],
        '.' => line.AsSpan(0, index).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Whether a name or a number behind this makes a mention or a reference: <c>@name</c>, <c>#12</c>, <c>GH-12</c>.</summary>
    private static bool BeginsMention(string line, int index) => line[index] switch
    {
        '@' => !DigestPin.StandsBehind(line, index),
        '#' => true,
        '-' => line.AsSpan(0, index).EndsWith("gh", StringComparison.OrdinalIgnoreCase) && line.AsSpan(index + 1) is [>= '0' and <= '9', ..],
        _ => false,
    };

    private static void AppendEntity(StringBuilder result, char sign) => result.Append(CultureInfo.InvariantCulture, $"&#{(int)sign};");
}
