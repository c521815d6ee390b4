using Gates.Formats.Shell;

namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>The words of a command, told apart: options with their values, and what is no option.</summary>
internal sealed class CommandOptions
{
    private readonly List<(string Name, ShellWord Value)> values = [];
    private readonly List<ShellWord> operands = [];

    public IReadOnlyList<ShellWord> Operands => operands;

    /// <param name="words">The command.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="valued">Options that take the next word as their value, unless it stands behind an equals sign.</param>
    public static CommandOptions Read(IReadOnlyList<ShellWord> words, int start, IReadOnlySet<string> valued)
    {
        var options = new CommandOptions();
        for (var i = start; i < words.Count; i++)
        {
            if (!words[i].IsFlag || words[i].Text == "--")
            {
                if (words[i].Text != "--")
                {
                    options.operands.Add(words[i]);
                }

                continue;
            }

            i = options.ReadFlag(words, i, valued);
        }

        return options;
    }

    /// <summary>The place of the first word from <paramref name="start"/> on that is no option and no option's value.</summary>
    public static int Skip(IReadOnlyList<ShellWord> words, int start, IReadOnlySet<string> valued)
    {
        while (start < words.Count && words[start].IsFlag)
        {
            start += valued.Contains(words[start].Text) ? 2 : 1;
        }

        return start;
    }

    public IEnumerable<ShellWord> All(params string[] names) =>
        values.Where(value => names.Contains(value.Name, StringComparer.Ordinal)).Select(value => value.Value);

    private int ReadFlag(IReadOnlyList<ShellWord> words, int at, IReadOnlySet<string> valued)
    {
        var word = words[at];
        var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
        var isShort = word.Text[1] != '-';
        if (isShort && word.Text.Length > 2 && valued.Contains(word.Text[..2]))
        {
            values.Add((word.Text[..2], word with { Text = word.Text[2..].TrimStart('=') }));
        }
        else if (equals > 0)
        {
            values.Add((word.Text[..equals], word with { Text = word.Text[(equals + 1)..] }));
        }
        else if (valued.Contains(word.Text) && at + 1 < words.Count)
        {
            values.Add((word.Text, words[at + 1]));
            return at + 1;
        }

        return at;
    }
}
