using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Puts in the program where a variable that is known names it: <c>$PIP install x</c>.</summary>
internal static class CommandVariables
{
    private static readonly string[] Before = ["sudo", "exec", "env", "command", "time", "nohup", "xargs"];

    /// <param name="pipelines">The script.</param>
    /// <param name="resolve">Puts the values of variables that are known into a text.</param>
    public static IReadOnlyList<ShellPipeline> Into(IReadOnlyList<ShellPipeline> pipelines, Func<string, string> resolve) =>
        [.. pipelines.Select(pipeline => pipeline with { Commands = [.. pipeline.Commands.Select(command => Into(command, resolve))] })];

    private static ShellCommand Into(ShellCommand command, Func<string, string> resolve)
    {
        var words = command.Words.Select(word => Inside(word, resolve)).ToList();
        var program = words.FindIndex(word => !IsBefore(word));
        if (program >= 0 && words[program] is { Nested.Count: 0 } name && name.Text.StartsWith('$') && resolve(name.Text) is var value
            && !value.Contains('$', StringComparison.Ordinal))
        {
            words.RemoveAt(program);
            words.InsertRange(program, value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => name with { Text = part, IsDynamic = false }));
        }

        var redirects = command.Redirects.Select(redirect => redirect with { Target = Inside(redirect.Target, resolve) });
        return new ShellCommand(words, [.. redirects]);
    }

    private static ShellWord Inside(ShellWord word, Func<string, string> resolve) =>
        word.Nested.Count == 0 ? word : word with { Nested = Into(word.Nested, resolve) };

    private static bool IsBefore(ShellWord word) =>
        word.IsFlag || Before.Contains(word.Text, StringComparer.Ordinal)
            || (word.Text.IndexOf('=', StringComparison.Ordinal) > 0 && (char.IsAsciiLetter(word.Text[0]) || word.Text[0] == '_'));
}
