using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Formats.CodeOwnership;

/// <summary>A CODEOWNERS file. The last rule that matches a path counts; lines that GitHub would not accept are skipped.</summary>
internal sealed partial class CodeOwners
{
    private CodeOwners(IReadOnlyList<CodeOwnersRule> rules, IReadOnlyList<int> skipped) => (Rules, SkippedLines) = (rules, skipped);

    public IReadOnlyList<CodeOwnersRule> Rules { get; }

    /// <value>Lines that say something which GitHub does not support, from 1.</value>
    public IReadOnlyList<int> SkippedLines { get; }

    /// <summary>Reads the text of a file.</summary>
    public static CodeOwners Parse(string text)
    {
        var rules = new List<CodeOwnersRule>();
        var skipped = new List<int>();
        var lines = text.Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            var words = Words(lines[number - 1].Trim());
            if (words.Count == 0)
            {
                continue;
            }

            if (CodeOwnersPattern.Parse(words[0]) is { } path && words.Skip(1).All(word => Owner().IsMatch(word)))
            {
                rules.Add(new CodeOwnersRule(number, words[0], [.. words.Skip(1)], path));
            }
            else
            {
                skipped.Add(number);
            }
        }

        return new CodeOwners(rules, skipped);
    }

    /// <summary>Who owns a path.</summary>
    /// <returns>Empty when nobody does.</returns>
    public IReadOnlyList<string> OwnersOf(string path) => Rules.LastOrDefault(rule => rule.Path.IsMatch(path))?.Owners ?? [];

    private static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var index = 0; index < line.Length && !(line[index] == '#' && word.Length == 0); index++)
        {
            if (line[index] == '\\' && index + 1 < line.Length)
            {
                word.Append(line[index]).Append(line[++index]);
            }
            else if (line[index] is ' ' or '\t')
            {
                Finish(words, word);
            }
            else
            {
                word.Append(line[index]);
            }
        }

        Finish(words, word);
        return words;
    }

    private static void Finish(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    [GeneratedRegex(@"\A(@[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)?|[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Owner();
}

/// <summary>One valid line of a CODEOWNERS file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Pattern">As written.</param>
/// <param name="Owners"><c>@user</c>, <c>@org/team</c> or an e-mail address; none takes the ownership away.</param>
/// <param name="Path">Matches the paths.</param>
internal sealed record CodeOwnersRule(int Line, string Pattern, IReadOnlyList<string> Owners, Regex Path);
