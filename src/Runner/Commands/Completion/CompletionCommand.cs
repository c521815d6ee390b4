using System.CommandLine;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Runner.Commands.Completion;

/// <summary><c>gates completion</c>: the script that makes a shell complete our commands; and the command that such a script asks.</summary>
internal static class CompletionCommand
{
    /// <summary>What the scripts call.</summary>
    public const string Asked = "complete";

    private static VerbHelp Help { get; } = new()
    {
        Holds = "The script was written.",
        Refused = "Not a shell that can be served.",
        Examples =
        [
            new("source <(gates completion bash)", "In ~/.bashrc."),
            new("gates completion zsh > ~/.zfunc/_gates", "Where ~/.zfunc is in fpath, before compinit; or `source <(gates completion zsh)` after it."),
            new("gates completion fish > ~/.config/fish/completions/gates.fish", "Fish reads it by itself."),
        ],
    };

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = $"The shell: {string.Join(", ", CompletionScripts.Shells)}." };
        shell.CompletionSources.Add([.. CompletionScripts.Shells]);
        var command = new Verb("completion", "Print a script by which a shell completes commands, options and files.", Help) { shell };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(shell)!;
            var meant = Suggestion.Words(name, CompletionScripts.Shells);
            Console.Out.Write(CompletionScripts.Of(name)
                ?? throw new UsageException($"{Say.Quote(name)} is not a shell that can be served{meant} valid: {Say.List(CompletionScripts.Shells)}"));
            return (int)ExitCode.Holds;
        });
        return command;
    }

    public static Command CreateAsked(RootCommand root)
    {
        var words = new Argument<string[]>("WORD") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(Asked, "Say what may stand at the cursor; for the scripts of `gates completion`.") { words };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (var (text, meaning) in Candidates.Of(root, parsed.GetValue(words) ?? []))
            {
                Console.Out.WriteLine($"{text}\t{meaning}");
            }

            return (int)ExitCode.Holds;
        });
        return command;
    }
}
