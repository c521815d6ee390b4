using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;

namespace Gates.Pipeline.Waivers;

/// <summary>Adds an entry to the waivers' file as its people would: at the end of the list, and everything else stays as it is.</summary>
internal static partial class WaiverText
{
    private const string Start = $$"""
        # yaml-language-server: $schema={{WaiverSchema.Address}}
        # Findings that are accepted for a while. Each has a reason, an owner and a last day.
        version: 1
        waivers:

        """;

    /// <returns>The new text, read again and found to hold what it held before and the new waivers; and which of them renew an entry.</returns>
    /// <param name="text">The file as it is; <see langword="null"/> when there is none.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="waivers">The new entries; <see cref="Waiver.Line"/> is of no account. One that covers what an entry covers takes its place.</param>
    /// <param name="today">The day in UTC.</param>
    /// <exception cref="UsageException">The file is not valid, an entry would not be, or the list is written on one line.</exception>
    public static (string Text, IReadOnlyList<Waiver> Renewed) Put(string? text, string path, IReadOnlyList<Waiver> waivers, DateOnly today)
    {
        var renewed = new List<Waiver>();
        foreach (var waiver in waivers)
        {
            var equal = text is null ? null : WaiverFile.Read(text, path, today).Waivers.FirstOrDefault(waiver.CoversTheSameAs);
            text = equal is null ? Append(text, path, waiver, today) : Renew(text!, path, equal, waiver, today);
            if (equal is not null)
            {
                renewed.Add(waiver);
            }
        }

        return (text ?? Start, renewed);
    }

    /// <summary>The same for one new entry.</summary>
    public static string Append(string? text, string path, Waiver waiver, DateOnly today)
    {
        var before = text is null ? [] : WaiverFile.Read(text, path, today).Waivers;
        return Checked(Insert(text ?? Start, path, waiver), path, before.Append(waiver), today)
            ?? throw new UsageException(
                $"{Say.Path(path)}: the entry cannot be added to the way this file is written; write its list as lines that begin with `- gate:`");
    }

    private static string Renew(string text, string path, Waiver old, Waiver waiver, DateOnly today)
    {
        var now = old with
        {
            Reason = waiver.Reason,
            Owner = waiver.Owner,
            Ticket = waiver.Ticket ?? old.Ticket,
            Added = waiver.Added,
            Expires = waiver.Expires,
        };
        var expected = WaiverFile.Read(text, path, today).Waivers.Select(one => one == old ? now : one);
        return Checked(RenewedEntry.Write(text, path, old, now), path, expected, today)
            ?? throw new UsageException(FormattableString.Invariant(
                $"{Say.Path(path)}:{old.Line}: this entry covers the same, and cannot be renewed the way it is written; write each of its keys on a line of its own"));
    }

    /// <summary>The text, if it means what it shall mean.</summary>
    private static string? Checked(string text, string path, IEnumerable<Waiver> expected, DateOnly today) =>
        WaiverFile.Read(text, path, today).Waivers.Select(Content).SequenceEqual(expected.Select(Content)) ? text : null;

    /// <returns>The text with other fingerprints, read again and found to hold what it held before otherwise.</returns>
    /// <param name="text">The file as it is.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="renewed">The entries that change, as they are and as they shall be: in fingerprint, and with a short one in rule and path.</param>
    /// <param name="today">The day in UTC.</param>
    /// <exception cref="UsageException">The file is written in a way that does not allow it.</exception>
    public static string Rewrite(string text, string path, IReadOnlyList<(Waiver Old, Waiver New)> renewed, DateOnly today)
    {
        var before = WaiverFile.Read(text, path, today).Waivers;
        var lines = text.Split('\n').ToList();
        foreach (var (old, now) in renewed.OrderByDescending(pair => pair.Old.Line))
        {
            var at = lines.FindIndex(old.Line - 1, line => line.Contains(old.Fingerprint!, StringComparison.Ordinal));
            var line = at < 0 ? throw Unwritable(path) : lines[at];
            lines[at] = line.Replace(old.Fingerprint!, now.Fingerprint, StringComparison.Ordinal);
            var end = line.EndsWith('\r') ? "\r" : "";
            var indent = new string(' ', Indent().Match(line).Length);
            (string Key, string? Was, string? Is)[] added = [("rule", old.Rule, now.Rule), ("path", old.Path, now.Path)];
            lines.InsertRange(at + 1, added.Where(one => one.Was != one.Is).Select(one => $"{indent}{one.Key}: {Scalar(one.Is!)}{end}"));
        }

        var after = string.Join('\n', lines);
        var expected = before.Select(waiver => renewed.Where(pair => pair.Old == waiver).Select(pair => pair.New).FirstOrDefault(waiver));
        return Checked(after, path, expected, today) ?? throw Unwritable(path);
    }

    private static UsageException Unwritable(string path) =>
        new($"{Say.Path(path)}: its fingerprints cannot be rewritten the way this file is written; write its list as lines that begin with `- gate:`");

    private static string Insert(string text, string path, Waiver waiver)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var list = YamlReader.Read(text, path)[0].Entries.First(entry => entry.Key == "waivers");
        var (indent, after) = ("  ", list.Line);
        if (list.Node.Items.Count > 0)
        {
            var first = lines[list.Node.Items[0].Line - 1];
            indent = first[..(first.Length - first.TrimStart().Length)];
            after = list.Node.Items.Max(LastLine);
        }
        else
        {
            lines[list.Line - 1] = EmptyList().Replace(lines[list.Line - 1], "$1$2");
        }

        lines.InsertRange(after, Entry(waiver).Select((line, i) => indent + (i == 0 ? "- " : "  ") + line));
        return string.Join(newLine, lines) + newLine;
    }

    private static IEnumerable<string> Entry(Waiver waiver) =>
        Keys(waiver).Where(key => key.Value is not null).Select(key => $"{key.Key}: {Scalar(key.Value!)}");

    /// <summary>What an entry says, in the order of the file.</summary>
    public static IEnumerable<(string Key, string? Value)> Keys(Waiver waiver) =>
    [
        ("gate", waiver.Gate),
        ("rule", waiver.Rule),
        ("path", waiver.Path),
        ("fingerprint", waiver.Fingerprint),
        ("reason", waiver.Reason),
        ("owner", waiver.Owner),
        ("ticket", waiver.Ticket),
        ("expires", waiver.ExpiresText),
        ("added", waiver.Added.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    /// <summary>Plain where YAML cannot take it for anything else. A JSON string is a YAML string.</summary>
    public static string Scalar(string text) => Plain().IsMatch(text) && !Words().IsMatch(text) ? text : SettingJson.ToText(text);

    private static int LastLine(DocumentNode node) =>
        node.Entries.Select(entry => Math.Max(entry.Line, LastLine(entry.Node))).Concat(node.Items.Select(LastLine)).Append(node.EndLine).Max();

    private static (string?, string?, string?, string?, string, string, string?, DateOnly, DateOnly) Content(Waiver waiver) =>
        (waiver.Gate, waiver.Rule, waiver.Path, waiver.Fingerprint, waiver.Reason, waiver.Owner, waiver.Ticket, waiver.Added, waiver.Expires);

    [GeneratedRegex(@"^(waivers:)\s*(?:\[\s*\]|null|~)?\s*?(\s#.*)?$", RegexOptions.None, 1000)]
    private static partial Regex EmptyList();

    [GeneratedRegex(@"^(?:v[12]m?:[0-9a-f]{4,64}|\d{4}-\d\d-\d\d|[A-Za-z][A-Za-z0-9 ,.()/_-]*[A-Za-z0-9.)])\z", RegexOptions.None, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex("^ *(?:- +)?", RegexOptions.None, 1000)]
    private static partial Regex Indent();

    [GeneratedRegex("^(?:true|false|null|yes|no|on|off|y|n)\\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Words();
}
