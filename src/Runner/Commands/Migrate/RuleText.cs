using System.Globalization;
using System.Text;
using Gates.Formats.Settings;
using Gates.Pipeline.RuleBooks;

namespace Gates.Runner.Commands.Migrate;

/// <summary>Writes entries for the file of a repository's own rules, and proves each by reading it.</summary>
/// <param name="book">Reads such files.</param>
internal sealed class RuleText(IRuleBook book)
{
    private const string Head = "version: 1\nrules:\n";
    private const string Secret = "(?<secret>";
    private const int Tries = 12;
    private const int MaxTitle = 100;

    /// <returns>The entry as it is written, or why the rule cannot be carried.</returns>
    /// <param name="rule">The rule.</param>
    /// <param name="taken">The names that are taken; the new one is added.</param>
    /// <param name="tool">Where it comes from, for a name that is taken.</param>
    public (string Id, string? Text, string? Refusal) Of(ForeignRule rule, ISet<string> taken, string tool)
    {
        var carried = Try(rule, taken, tool);

        // A tool's first group is often a word of the value only; then all that matches is the value.
        return carried.Text is null && rule.Regex.Contains(Secret, StringComparison.Ordinal)
            && Try(rule with { Regex = rule.Regex.Replace(Secret, "(?:", StringComparison.Ordinal) }, taken, tool) is { Text: not null } whole ? whole
                : carried;
    }

    private (string Id, string? Text, string? Refusal) Try(ForeignRule rule, ISet<string> taken, string tool)
    {
        var id = Name(rule.Id, taken, tool);
        var why = "no text could be made that it finds";
        for (var seed = 1; seed <= Tries; seed++)
        {
            try
            {
                if (book.Sample(rule.Regex, seed) is not { } sample)
                {
                    continue;
                }

                var text = Entry(rule, id, sample);
                var problems = book.Problems(Head + text);
                if (problems.Count == 0)
                {
                    taken.Add(id);
                    return (id, text, null);
                }

                why = Said(problems[0]);
            }
            catch (FormatException e)
            {
                return (id, null, "its pattern " + e.Message);
            }
        }

        return (id, null, why);
    }

    /// <summary>An entry that accepts what is found in some files until a day.</summary>
    public static string Allow(ForeignPath path, string? rule, string tool, DateOnly expires) => string.Create(
        CultureInfo.InvariantCulture,
        $"  - path: {Quoted(path.Glob)}\n{(rule is null ? "" : $"    rule: {rule}\n")}    reason: {Quoted($"taken over from {tool}, {path.Place}")}\n    "
            + $"expires: {expires:yyyy-MM-dd}\n");

    private static string Name(string name, ISet<string> taken, string tool)
    {
        var clean = string.Join('-', string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))
            .Split('-', StringSplitOptions.RemoveEmptyEntries));
        clean = clean.Length == 0 || !char.IsAsciiLetter(clean[0]) ? $"{tool}-{clean}".TrimEnd('-') : clean;
        clean = (clean.Length > 50 ? clean[..50] : clean).TrimEnd('-');
        var free = taken.Contains(clean) ? $"{tool}-{clean}" : clean;
        for (var i = 2; taken.Contains(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{clean}-{i}");
        }

        return free;
    }

    private static string Entry(ForeignRule rule, string id, string sample)
    {
        var title = rule.Title.ReplaceLineEndings(" ").Trim();
        var text = new StringBuilder()
            .Append("  # ").Append(rule.Place.ReplaceLineEndings(" ")).Append('\n')
            .Append("  - id: ").Append(id).Append('\n')
            .Append("    title: ").Append(Quoted(title.Length > MaxTitle ? title[..MaxTitle] : title.Length == 0 ? id : title)).Append('\n')
            .Append("    regex: ").Append(Quoted(rule.Regex)).Append('\n')
            .Append("    bounded: false\n");
        if (rule.IgnoreCase)
        {
            text.Append("    ignore-case: true\n");
        }

        if (rule.Entropy > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"    entropy: {rule.Entropy:0.##}\n");
        }

        if (rule.Paths.Count > 0)
        {
            text.Append("    paths: [").AppendJoin(", ", rule.Paths.Select(Quoted)).Append("]\n");
            text.Append("    example-path: ")
                .Append(Quoted(rule.Paths[0].Replace("**/", "", StringComparison.Ordinal).Replace("/**", "/a", StringComparison.Ordinal)
                .Replace("*", "a", StringComparison.Ordinal))).Append('\n');
        }

        // In parts, so that no scanner takes the sample for a secret.
        var parts = sample.Chunk(Math.Max(3, Math.Min(8, (sample.Length / 3) + 1))).Select(part => Quoted(new string(part)));
        return text.Append("    examples: [[").AppendJoin(", ", parts).Append("]]\n").Append("    negatives: [\"nothing stands here\"]\n").ToString();
    }

    private static string Quoted(string text) =>
        text.All(c => c is >= ' ' and not '\u007f' && c < 0x80) ? "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'" : SettingJson.ToText(text);

    /// <summary>A problem without the place in a file that nobody has seen.</summary>
    private static string Said(string problem)
    {
        var key = problem.IndexOf("key `", StringComparison.Ordinal);
        var end = key < 0 ? -1 : problem.IndexOf("`: ", key + 5, StringComparison.Ordinal);
        return end < 0 ? problem : $"its {problem[(key + 5)..end].Replace("rules[0].", "", StringComparison.Ordinal)} {problem[(end + 3)..]}";
    }
}
