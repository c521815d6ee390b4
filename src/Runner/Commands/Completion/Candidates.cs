using System.CommandLine;
using System.CommandLine.Completions;

namespace Gates.Runner.Commands.Completion;

/// <summary>
/// What may stand at the cursor. The library's own suggestions also name aliases, `/?`, and True and False after every switch, which nobody types.
/// </summary>
internal static class Candidates
{
    /// <summary>Each with what it is; nothing where a file, or anything, may stand.</summary>
    /// <param name="root">The command line.</param>
    /// <param name="words">Those after the program's name; the last is the one to complete.</param>
    public static IReadOnlyList<(string Text, string Meaning)> Of(Command root, IReadOnlyList<string> words)
    {
        var (command, asked, plain, arguments) = (root, (Option?)null, false, 0);
        foreach (var word in words.SkipLast(1))
        {
            if (asked is not null)
            {
                // Some shells break a word at the sign.
                asked = word == "=" ? asked : null;
            }
            else if (!plain && word is ['-', ..])
            {
                plain = word == "--";
                asked = OptionsOf(command).FirstOrDefault(option => option.Name == word && CommandText.TakesValue(option));
            }
            else if (CommandText.Subcommands(command).FirstOrDefault(one => one.Name == word) is { } below)
            {
                command = below;
            }
            else
            {
                arguments++;
            }
        }

        var last = words.Count > 0 ? words[^1] : "";
        return asked is not null ? Values(asked.CompletionSources, last == "=" ? "" : last)
            : !plain && last is ['-', ..] ? Options(command, words, last)
            : command.Subcommands.Count > 0 && arguments > 0 ? []
            : command.Subcommands.Count > 0 ? Starting(CommandText.Subcommands(command).Select(one => (one.Name, one.Description ?? "")), last)
            : command.Arguments.Count == 0 && last.Length == 0 ? Options(command, words, "--")
            : command.Arguments.ElementAtOrDefault(Math.Min(arguments, command.Arguments.Count - 1)) is { } argument ? Values(argument.CompletionSources, last)
            : [];
    }

    private static IReadOnlyList<(string Text, string Meaning)> Options(Command command, IReadOnlyList<string> words, string last)
    {
        if (last.Split('=', 2) is [var name, var begun])
        {
            return OptionsOf(command).FirstOrDefault(option => option.Name == name) is { } option
                ? [.. Values(option.CompletionSources, begun).Select(value => ($"{name}={value.Text}", value.Meaning))]
                : [];
        }

        var given = words.SkipLast(1).ToHashSet(StringComparer.Ordinal);
        var open = OptionsOf(command).Where(option => option.Arity.MaximumNumberOfValues > 1 || !given.Contains(option.Name));
        return Starting(open.Select(option => (option.Name, option.Description ?? "")), last);
    }

    private static IEnumerable<Option> OptionsOf(Command command) => command is RootCommand
        ? command.Options
        : CommandText.Options(command).Append(new Option<bool>("--help") { Description = "Show this help." });

    /// <summary>Of a list with commas the last is completed.</summary>
    private static IReadOnlyList<(string Text, string Meaning)> Values(IEnumerable<Func<CompletionContext, IEnumerable<CompletionItem>>> sources, string begun)
    {
        var before = begun[..(begun.LastIndexOf(',') + 1)];
        return Starting(sources.SelectMany(source => source(CompletionContext.Empty)).Select(item => (before + item.Label, item.Detail ?? "")), begun);
    }

    private static IReadOnlyList<(string Text, string Meaning)> Starting(IEnumerable<(string Text, string Meaning)> all, string begun) =>
        [.. all.Where(one => one.Text.StartsWith(begun, StringComparison.Ordinal))];
}
