using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Formats.Foundation.Text;

/// <summary>
/// A stranger's page of Markdown, of which only what can do no harm stays markup: headings, lists, quotes, tables, rules, strong words and code. HTML, links,
/// pictures, footnotes, mentions and references become the text that they are written as.
/// </summary>
internal static partial class SafeMarkdown
{
    private const string Fence = "```";
    private const int DeepestHeading = 6;
    private const int MaxIndent = 12;

    /// <value>What stands for itself behind a backslash.</value>
    private static readonly SearchValues<char> Signs = SearchValues.Create("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];

    /// <param name="text">The page.</param>
    /// <param name="headings">The level of its first headings, from 1; deeper ones follow.</param>
    public static string Of(string text, int headings)
    {
        var page = new StringBuilder(text.Length * 2);
        var isCode = false;
        foreach (var line in text.Split(LineEnds, StringSplitOptions.None))
        {
            // A fence without the name of a language: some of those draw what they hold.
            var isFence = (isCode ? ClosingFence() : OpeningFence()).IsMatch(line);
            isCode ^= isFence;
            if (isFence)
            {
                page.Append(Fence);
            }
            else if (isCode)
            {
                page.Append(Escape.Terminal(line));
            }
            else
            {
                Line(page, line.Trim(' ', '\t'), line.Length - line.TrimStart(' ').Length, headings);
            }

            page.Append('\n');
        }

        return page.Append(isCode ? Fence + "\n" : "").ToString();
    }

    private static void Line(StringBuilder page, string line, int indent, int headings)
    {
        var marker = Marker().Match(line);
        if (line.StartsWith('|'))
        {
            Row(page, line);
            return;
        }

        if (marker.Groups["heading"] is { Success: true, Length: var level })
        {
            page.Append('#', Math.Min(level + headings - 1, DeepestHeading)).Append(' ');
        }
        else if (marker.Success)
        {
            page.Append(' ', Math.Min(indent, MaxIndent)).Append(marker.Value);
        }

        Inline(page, line[marker.Length..]);
    }

    /// <summary>Cells are told apart before anything in them is read, as GitHub does it.</summary>
    private static void Row(StringBuilder page, string line)
    {
        var start = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '\\')
            {
                at++;
            }
            else if (line[at] == '|')
            {
                Inline(page, line[start..at]);
                page.Append('|');
                start = at + 1;
            }
        }

        Inline(page, line[start..]);
    }

    /// <summary>Text between markup is escaped in one piece: a mention is one with a backslash in it as well.</summary>
    private static void Inline(StringBuilder page, string text)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\\' && at + 1 < text.Length && Signs.Contains(text[at + 1]))
            {
                plain.Append(text[at + 1]);
                at += 2;
                continue;
            }

            var (length, part) = text[at] switch
            {
                '`' => Code(text, at),
                '*' => Strong(text, at),
                _ => (0, ""),
            };
            if (part.Length == 0)
            {
                length = Math.Max(length, 1);
                plain.Append(text, at, length);
            }
            else
            {
                Plain(page, plain.ToString());
                page.Append(part);
                plain.Clear();
            }

            at += length;
        }

        Plain(page, plain.ToString());
    }

    /// <summary>Code that ends in its own line; a sign without an end is a sign.</summary>
    private static (int Length, string Part) Code(string text, int at)
    {
        var signs = text.AsSpan(at).IndexOfAnyExcept('`') is >= 0 and var count ? count : text.Length - at;
        for (var end = at + signs; end < text.Length; end++)
        {
            var run = 0;
            while (end < text.Length && text[end] == '`')
            {
                (run, end) = (run + 1, end + 1);
            }

            if (run == signs)
            {
                return (end - at, string.Concat(text.AsSpan(at, signs), Escape.Terminal(text[(at + signs)..(end - signs)]), text.AsSpan(at, signs)));
            }
        }

        return (signs, "");
    }

    private static (int Length, string Part) Strong(string text, int at)
    {
        var strong = StrongWords().Match(text, at);
        if (!strong.Success)
        {
            return (0, "");
        }

        var inner = new StringBuilder("**");
        Inline(inner, strong.Groups["text"].Value);
        return (strong.Length, inner.Append("**").ToString());
    }

    private static void Plain(StringBuilder page, string text)
    {
        // Escaping makes lines of a text, and takes away what stands around them.
        var inner = text.Trim();
        if (inner.Length == 0)
        {
            page.Append(' ', text.Length);
            return;
        }

        var before = text.Length - text.TrimStart().Length;
        page.Append(' ', before).Append(Escape.Markdown(inner)).Append(' ', text.Length - before - inner.Length);
    }

    [GeneratedRegex(@"^(?:(?<heading>\#{1,6})[ ]+|[-*+][ ]+(?:\[[ xX]\][ ]+)?|[0-9]{1,4}[.)][ ]+|>[ ]*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^[ ]*`{3,}[^`]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpeningFence();

    [GeneratedRegex(@"^[ ]*`{3,}[ ]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ClosingFence();

    [GeneratedRegex(@"\G\*\*(?<text>[^*`\\\s](?:[^*`\\]*[^*`\\\s])?)\*\*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StrongWords();
}
