using System.CommandLine;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Usage;

/// <summary><c>gates help</c> and <c>gates version</c>: what people type who know other programs.</summary>
internal static class HelpCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The help was shown.",
        Refused = "There is no such command.",
        Variables = [Variable.Locale],
        Examples =
        [
            new("gates help evidence add", "The same as `gates evidence add --help`."),
            new("gates help --man > gates.1", "The whole as a man page; `man -l gates.1` shows it."),
        ],
    };

    public static Command Create(RootCommand root)
    {
        var words = new Argument<string[]>("COMMAND") { Description = "The command, such as run or evidence add.", Arity = ArgumentArity.ZeroOrMore };
        words.CompletionSources.Add(_ => CommandText.Subcommands(root).Select(one => new System.CommandLine.Completions.CompletionItem(one.Name)));
        var man = new Option<bool>("--man") { Description = "Write the man page gates(1) with every command." };
        var command = new Verb("help", "Say how a command is used.", Help) { words, man };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(man))
            {
                Console.Out.Write(ManualPage.Of(root));
                return (int)ExitCode.Holds;
            }

            var path = parsed.GetValue(words) ?? [];
            Demand(root, path);
            return root.Parse([.. path, "--help"]).Invoke();
        });
        return command;
    }

    public static Command CreateVersion(RootCommand root)
    {
        var help = new VerbHelp { Holds = "The version was shown.", Examples = [new("gates version", "The same as `gates --version`.")] };
        var command = new Verb("version", "Show the version.", help);
        command.SetAction(_ => root.Parse(["--version"]).Invoke());
        return command;
    }

    private static void Demand(Command root, IReadOnlyList<string> path)
    {
        var command = root;
        foreach (var word in path)
        {
            command = command.Subcommands.FirstOrDefault(one => one.Name == word)
                ?? throw new UsageException(command.Subcommands.Count == 0
                    ? $"`{CommandText.Name(command)}` has no commands of its own; try `{CommandText.Name(command)} --help`."
                    : UsageErrors.NoCommand(word, command));
        }
    }
}
