using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace Gates.Runner.Commands.Usage;

/// <summary>What <c>--help</c> shows: what the library makes of a command, and below it exit codes, variables and examples.</summary>
internal sealed class HelpScreen : SynchronousCommandLineAction
{
    private readonly HelpAction library;
    private readonly Func<int?> widthOf;
    private readonly bool isAsked;
    private int width;

    private HelpScreen(HelpAction library, Func<int?> widthOf, bool isAsked)
    {
        this.isAsked = isAsked;
        this.library = library;
        this.widthOf = widthOf;
    }

    /// <value>Whether what else is wrong with the command line does not matter, because help was asked for.</value>
    public override bool ClearsParseErrors => isAsked;

    /// <summary>Gives a whole command line its help; a command that only groups others shows it when it is called.</summary>
    /// <param name="root">The command line.</param>
    /// <param name="width">Looks up the terminal's columns, which is work for a terminal; <see langword="null"/> breaks no line.</param>
    public static void AddTo(RootCommand root, Func<int?> width)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Description = "Show this help.";
        root.Options.OfType<VersionOption>().Single().Description = "Show the version.";
        var shown = (HelpAction)option.Action!;
        option.Action = new HelpScreen(shown, width, isAsked: true);
        new HelpScreen(shown, width, isAsked: false).Adopt(root);
    }

    public override int Invoke(ParseResult parseResult)
    {
        width = widthOf() ?? int.MaxValue;
        library.MaxWidth = width;
        library.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        if (Verb.HelpOf(command) is { } help)
        {
            Write(output, "Exit codes", help.ExitCodes.Select(code => (code.Code.ToString(CultureInfo.InvariantCulture), code.Meaning)));
            Write(output, "Environment variables", help.Variables.Select(variable => (variable.Name, variable.Meaning)));
            Write(output, "Examples", help.Examples.Select(example => (example.Line, example.Meaning)));
        }

        if (command.Subcommands.Count > 0)
        {
            output.WriteLine($"`{string.Join(' ', ["gates help", .. CommandText.Path(command), "COMMAND"])}` says more about each.");
        }

        return 0;
    }

    private void Adopt(Command command)
    {
        if (command.Action is null && command.Subcommands.Count > 0)
        {
            command.Action = this;
        }

        // Else the library writes all values that could be completed into the first column.
        command.Arguments.ToList().ForEach(argument => argument.HelpName ??= argument.Name);
        foreach (var option in CommandText.Options(command).Where(CommandText.TakesValue))
        {
            option.HelpName ??= CommandText.ValueName(option);
        }

        command.Subcommands.ToList().ForEach(Adopt);
    }

    private void Write(TextWriter output, string heading, IEnumerable<(string Name, string Meaning)> given)
    {
        var rows = given.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        output.WriteLine(heading + ":");
        foreach (var (name, meaning) in rows)
        {
            // What is typed stays on one line, so that it can be copied.
            var isShort = name.Length == 1;
            output.Write("  " + name);
            output.Write(isShort ? "  " : "\n      ");
            output.WriteLine(string.Join("\n" + new string(' ', isShort ? 5 : 6), Wrap(meaning, width - 6)));
        }

        output.WriteLine();
    }

    /// <summary>Lines of whole words.</summary>
    internal static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        yield return line;
    }
}
