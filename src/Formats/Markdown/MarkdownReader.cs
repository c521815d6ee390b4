using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.Formats.Markdown;

/// <summary>
/// Reads of a page what forms are made of: headings, tasks, boxes, tables and links, each with its line; not what stands in code or comments. The rules
/// are those of GitHub Flavored Markdown for these blocks, and boxes may also be signs such as ☐ and ☑.
/// </summary>
internal sealed partial class MarkdownReader
{
    /// <value>Of all kinds together; nobody fills in a longer form.</value>
    private const int MaxParts = 20_000;

    private readonly string path;
    private readonly string[] lines;
    private readonly List<MarkdownHeading> headings = [];
    private readonly List<MarkdownTask> tasks = [];
    private readonly List<MarkdownChoice> choices = [];
    private readonly List<MarkdownTable> tables = [];
    private readonly List<MarkdownLink> links = [];
    private readonly Stack<int> indents = new();
    private string? fence;
    private bool isComment;

    private MarkdownReader(string text, string path)
    {
        this.path = path;
        lines = text.Split('\n');
    }

    private string Section { get; set; } = "";

    /// <exception cref="DocumentException">It holds more than is read.</exception>
    public static MarkdownFile Read(string text, string path)
    {
        var (mended, mistaken) = Mojibake.Mend(text);
        var reader = new MarkdownReader(mended, path);
        for (var i = 0; i < reader.lines.Length; i++)
        {
            i = reader.ReadLine(i);
        }

        return new MarkdownFile(path, mended, mistaken, reader.headings, reader.tasks, reader.choices, reader.tables, reader.links);
    }

    /// <returns>The last line that was read.</returns>
    private int ReadLine(int i)
    {
        var line = Uncommented(lines[i].TrimEnd('\r', ' ', '\t'));
        if (IsCode(line))
        {
            return i;
        }

        if (headings.Count + tasks.Count + choices.Count + tables.Count + links.Count > MaxParts)
        {
            throw new DocumentException(path, i + 1, 1, FormattableString.Invariant($"the page has more than {MaxParts:N0} headings, tasks, tables and links"));
        }

        if (Atx().Match(line) is { Success: true } heading)
        {
            Add(heading.Groups["sign"].Length, heading.Groups["text"].Value, i);
            return i;
        }

        var isText = line.Trim().Length > 0 && i + 1 < lines.Length && !Item().IsMatch(line) && !line.Contains('|', StringComparison.Ordinal);
        if (isText && Setext().Match(lines[i + 1]) is { Success: true } under)
        {
            Add(under.Groups["sign"].Value[0] == '=' ? 1 : 2, line.Trim(), i);
            return i + 1;
        }

        if (line.Contains('|', StringComparison.Ordinal) && i + 1 < lines.Length && Delimiter().IsMatch(lines[i + 1]))
        {
            return ReadTable(i);
        }

        ReadLinks(line, i);
        ReadItem(line, i);
        return i;
    }

    private string Uncommented(string line)
    {
        var text = line;
        for (var from = 0; ;)
        {
            var at = text.IndexOf(isComment ? "-->" : "<!--", from, StringComparison.Ordinal);
            if (fence is not null && !isComment)
            {
                return text;
            }

            if (at < 0)
            {
                return isComment ? text[..from] : text;
            }

            text = isComment ? text[..from] + text[(at + 3)..] : text;
            from = at = isComment ? from : at;
            isComment = !isComment;
            if (isComment)
            {
                text = text[..at] + text[(at + 4)..];
            }
        }
    }

    private bool IsCode(string line)
    {
        var trimmed = line.TrimStart();
        if (fence is not null)
        {
            fence = trimmed.StartsWith(fence, StringComparison.Ordinal) && trimmed.Trim(fence[0]).Length == 0 ? null : fence;
            return true;
        }

        if (Fence().Match(trimmed) is not { Success: true } opening)
        {
            return false;
        }

        fence = opening.Value;
        return true;
    }

    private void Add(int level, string text, int i)
    {
        headings.Add(new MarkdownHeading(level, Plain(text), i + 1, Place(i)));
        indents.Clear();
        var above = new Stack<string>();
        var below = level + 1;
        foreach (var one in Enumerable.Reverse(headings).TakeWhile(_ => below > 1).Where(one => one.Level < below))
        {
            above.Push(one.Text);
            below = one.Level;
        }

        Section = string.Join(" / ", above);
    }

    private void ReadItem(string line, int i)
    {
        var item = Item().Match(line);
        if (!item.Success)
        {
            ReadChoice(line, i);
            return;
        }

        var indent = item.Groups["indent"].Value.Replace("\t", "    ", StringComparison.Ordinal).Length;
        while (indents.TryPeek(out var outer) && outer >= indent)
        {
            indents.Pop();
        }

        indents.Push(indent);
        var text = item.Groups["text"].Value;
        if (Box().Match(text) is { Success: true } box)
        {
            Add(text[box.Length..], box.Groups["tick"].Value is not " ", i);
        }
        else if (MarkdownBoxes.Starts(text) && MarkdownBoxes.Options(text) is [var only])
        {
            Add(only.Text, only.Ticked, i);
        }
        else
        {
            ReadChoice(text, i);
        }
    }

    private void Add(string text, bool isDone, int i) =>
        tasks.Add(new MarkdownTask(Plain(text), isDone, i + 1, indents.Count - 1, Section, Place(i)));

    private void ReadChoice(string line, int i)
    {
        if (MarkdownBoxes.Find(line) is var at && at >= 0)
        {
            choices.Add(new MarkdownChoice(
                Plain(line[..at]).TrimEnd(':', ' '),
                i + 1,
                Section,
                [.. MarkdownBoxes.Options(line[at..]).Select(option => option with { Text = Plain(option.Text) })],
                Place(i)));
        }
    }

    private int ReadTable(int i)
    {
        var rows = new List<MarkdownRow>();
        var last = i + 1;
        while (last + 1 < lines.Length && lines[last + 1].Trim() is { Length: > 0 } row && row.Contains('|', StringComparison.Ordinal) && rows.Count < MaxParts)
        {
            last++;
            ReadLinks(row, last);
            rows.Add(new MarkdownRow(last + 1, Cells(row), Place(last)));
        }

        tables.Add(new MarkdownTable(i + 1, Section, Cells(lines[i]), rows, Place(i)));
        return last;
    }

    private static List<string> Cells(string row)
    {
        var cells = CellEnds().Split(row.Trim());
        var first = cells[0].Trim().Length == 0 ? 1 : 0;
        var end = cells.Length > first && cells[^1].Trim().Length == 0 ? cells.Length - 1 : cells.Length;
        return [.. cells[first..end].Select(cell => Plain(cell.Replace("\\|", "|", StringComparison.Ordinal)))];
    }

    private void ReadLinks(string line, int i) =>
        links.AddRange(Link().Matches(line).Select(link => new MarkdownLink(Plain(link.Groups["text"].Value), link.Groups["to"].Value, i + 1, Place(i))));

    private FactPlace Place(int i) => new(path) { Line = i + 1 };

    /// <summary>Without the signs of emphasis and code, and with the text of links alone.</summary>
    private static string Plain(string text) =>
        Link().Replace(text, "${text}").Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal)
            .Replace("`", "", StringComparison.Ordinal).Trim().Trim('*').Trim();

    [GeneratedRegex(@"^ {0,3}(?<sign>#{1,6})(?:[ \t]+(?<text>.*?))?(?:[ \t]+#+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Atx();

    [GeneratedRegex(@"^ {0,3}(?<sign>=+|-{2,})[ \t\r]*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Setext();

    [GeneratedRegex(@"^(?:`{3,}(?=[^`]*$)|~{3,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<indent>[ \t>]*)(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?<text>.*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\[(?<tick>[ xX])\][ \t]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Box();

    [GeneratedRegex(@"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\r]*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Delimiter();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CellEnds();

    [GeneratedRegex(@"\[(?<text>[^\[\]]*)\]\((?<to>[^()\s]+)(?:\s+""[^""]*"")?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
