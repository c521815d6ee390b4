using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Gates.Runner.Commands.Usage;

/// <summary>The man page gates(1), in the macros of man(7), made of the commands.</summary>
internal sealed class ManualPage
{
    /// <value>Before the signs that stand for others.</value>
    private const int MaxWidth = 68;

    private readonly StringBuilder page = new();

    public static string Of(RootCommand root)
    {
        var manual = new ManualPage();
        manual.Write(root);
        return manual.page.ToString();
    }

    private void Write(RootCommand root)
    {
        var help = VerbHelp.OfProgram;
        page.Append(".\\\" Made from the commands by `gates help --man`.\n.TH GATES 1 \"\" Gates \"User Commands\"\n");
        Section("NAME");
        Text("gates - " + Lower(root.Description!));
        Section("SYNOPSIS");
        page.Append(".B gates\n.I COMMAND\n.RI [ options ]\n");
        Section("DESCRIPTION");
        Text("A gate collects facts of a repository, a policy judges them. What is configured stands in .github/gates.yml; without it built-in defaults hold. "
            + "Every command takes --help, and shows what stands here.");
        Section("COMMANDS");
        CommandText.Leaves(root).ToList().ForEach(Write);
        Section("EXIT STATUS");
        ExitCodes(help);
        Section("ENVIRONMENT");
        var variables = CommandText.Leaves(root).SelectMany(leaf => Verb.HelpOf(leaf)?.Variables ?? []).Concat(help.Variables);
        foreach (var variable in variables.DistinctBy(variable => variable.Name))
        {
            Entry(variable.Name, variable.Meaning);
        }

        Section("FILES");
        Entry(".github/gates.yml", "The configuration.");
        Entry(".github/gates-waivers.yml", "Findings that are accepted until a day.");
        Entry(".github/gates-baseline.json", "Findings that were there before.");
        Section("EXAMPLES");
        Examples(help);
    }

    private void Write(Command command)
    {
        page.Append(CultureInfo.InvariantCulture, $".SS \"{Escape(CommandText.Usage(command))}\"\n");
        Text(command.Description!);
        foreach (var argument in command.Arguments)
        {
            Entry(CommandText.Label(argument), argument.Description!);
        }

        foreach (var option in CommandText.Options(command))
        {
            Entry(CommandText.Label(option), option.Description!);
        }

        if (Verb.HelpOf(command) is { } help)
        {
            page.Append(".PP\nExit codes:\n");
            ExitCodes(help);
            page.Append(".PP\n");
            Examples(help);
        }
    }

    private void Examples(VerbHelp help)
    {
        for (var index = 0; index < help.Examples.Count; index++)
        {
            page.Append(index == 0 ? "" : ".PP\n");
            Text(help.Examples[index].Meaning);
            page.Append(CultureInfo.InvariantCulture, $".PP\n.RS 4\n.nf\n{Line(help.Examples[index].Line)}\n.fi\n.RE\n");
        }
    }

    private void ExitCodes(VerbHelp help) => help.ExitCodes.ToList().ForEach(code => Entry(code.Code.ToString(CultureInfo.InvariantCulture), code.Meaning));

    private void Section(string name) =>
        page.Append(".SH ").Append(name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name).Append('\n');

    private void Entry(string term, string meaning)
    {
        page.Append(CultureInfo.InvariantCulture, $".TP\n.B \"{Escape(term)}\"\n");
        Text(meaning);
    }

    private void Text(string text)
    {
        foreach (var line in HelpScreen.Wrap(text, MaxWidth))
        {
            page.Append(Line(line)).Append('\n');
        }
    }

    /// <summary>A line that begins with a dot or a quote would be a request.</summary>
    private static string Line(string text) => text is ['.' or '\'', ..] ? "\\&" + Escape(text) : Escape(text);

    private static string Escape(string text) => text
        .Replace("\\", "\\e", StringComparison.Ordinal)
        .Replace("-", "\\-", StringComparison.Ordinal)
        .Replace("\"", "\\(dq", StringComparison.Ordinal)
        .Replace("`", "\\(ga", StringComparison.Ordinal)
        .Replace("…", "...", StringComparison.Ordinal);

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');
}
