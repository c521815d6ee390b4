using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Pipeline.Waivers;

/// <summary>Changes what an entry of the waivers' file says about a decision, line by line; comments and the order of its keys stay.</summary>
internal static partial class RenewedEntry
{
    /// <summary>The text with a decision renewed. Whoever calls reads it again: a file may be written in ways that lines do not show.</summary>
    /// <param name="text">The file as it is.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="old">The entry, by its line.</param>
    /// <param name="now">What it shall say.</param>
    public static string Write(string text, string path, Waiver old, Waiver now)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        var item = YamlReader.Read(text, path)[0].Get("waivers")!.Items.First(one => one.Line == old.Line);
        var pending = WaiverText.Keys(now).Except(WaiverText.Keys(old))
            .ToDictionary(key => key.Key, key => key.Value, StringComparer.Ordinal);
        foreach (var entry in item.Entries.Where(entry => pending.ContainsKey(entry.Key)).OrderByDescending(entry => entry.Line))
        {
            if (pending[entry.Key] is { } value)
            {
                Replace(lines, entry, value);
            }

            pending.Remove(entry.Key);
        }

        // Only a ticket can be new: the reader demands the others.
        if (pending.GetValueOrDefault("ticket") is { } ticket)
        {
            var indent = new string(' ', Before().Match(lines[item.Line - 1]).Length);
            lines.Insert(item.Line, $"{indent}ticket: {WaiverText.Scalar(ticket)}");
        }

        return string.Join(newLine, lines);
    }

    private static void Replace(List<string> lines, DocumentEntry entry, string value)
    {
        var first = lines[entry.Line - 1];
        var head = first[..(first.IndexOf(':', entry.Column - 1) + 1)];
        var last = Math.Max(entry.Line, entry.Node.EndLine);
        var comment = last == entry.Line && !entry.Node.Text.Contains('#', StringComparison.Ordinal) ? Comment().Match(first).Value : "";
        lines.RemoveRange(entry.Line - 1, last - entry.Line + 1);
        lines.Insert(entry.Line - 1, $"{head} {WaiverText.Scalar(value)}{comment}");
    }

    [GeneratedRegex("^ *(?:- +)?", RegexOptions.None, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"\s+#.*$", RegexOptions.None, 1000)]
    private static partial Regex Comment();
}
