using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline.RuleBooks;

namespace Gates.Runner.Commands.Migrate;

/// <summary>Adds entries to the file of a repository's own rules; all that stands there stays.</summary>
internal static class OwnRulesText
{
    /// <param name="text">The file as it is; <see langword="null"/> when there is none.</param>
    /// <param name="added">The entries, each as lines that begin with <c>  - </c>.</param>
    /// <param name="book">Reads the result.</param>
    /// <param name="comment">What stands at the top of a new file.</param>
    /// <exception cref="UsageException">The file is written in a way that entries cannot be added to.</exception>
    public static string Add(string? text, (IReadOnlyList<string> Rules, IReadOnlyList<string> Allow) added, IRuleBook book, string comment)
    {
        var after = text is null
            ? $"# {comment}\nversion: 1\nrules:\n{string.Concat(added.Rules)}allow:\n{string.Concat(added.Allow)}"
            : Insert(Insert(text, "rules", added.Rules), "allow", added.Allow);
        return book.Problems(after) is { Count: 0 } && Count(after) == Count(text) + added.Rules.Count + added.Allow.Count
            ? after
            : throw new UsageException($"{book.Path}: entries cannot be added to the way this file is written; write its lists as lines that begin with `  "
                + $"- `, or add what --dry-run shows");
    }

    private static string Insert(string text, string key, IReadOnlyList<string> entries)
    {
        if (entries.Count == 0)
        {
            return text;
        }

        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var at = lines.FindIndex(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        if (at < 0)
        {
            return string.Join('\n', lines) + $"\n{key}:\n{string.Concat(entries)}";
        }

        // An empty list in brackets becomes lines.
        lines[at] = lines[at].Replace("[]", "", StringComparison.Ordinal).TrimEnd();
        lines.Insert(at + 1, string.Concat(entries).TrimEnd('\n'));
        return string.Join('\n', lines) + "\n";
    }

    private static int Count(string? text) => text is null || YamlReader.Read(text, "") is not [var root] ? 0
        : (root.Get("rules")?.Items.Count ?? 0) + (root.Get("allow")?.Items.Count ?? 0);
}
