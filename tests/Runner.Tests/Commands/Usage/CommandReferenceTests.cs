using System.CommandLine;
using System.Globalization;
using System.Text;
using Gates.Runner.Commands;
using Gates.Runner.Commands.Usage;
using Runner.Tests.Configuration;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Usage;

/// <summary>The reference and the man page are made of the commands, and are not stale.</summary>
public sealed class CommandReferenceTests
{
    [Fact]
    public void TheReferenceIsThatOfTheCommands()
    {
        using var commands = new CommandLine();
        var page = new StringBuilder(
            """
            # Commands

            <!-- Made from the commands; UPDATE_DOCS=1 renews it. -->

            `gates` alone shows help and exits 0, as `gates COMMAND --help` and `gates help COMMAND` do for a command. `gates completion` makes a shell complete
            commands, options and files; `gates help --man` writes [the man page](gates.1).

            Every command ends with one of four exit codes:


            """);
        Codes(page, VerbHelp.OfProgram);
        page.Append("\nVariables that every command reads:\n\n");
        Variables(page, VerbHelp.OfProgram);
        CommandText.Leaves(commands.Root).ToList().ForEach(leaf => Write(page, leaf));

        Generated.Check("docs/commands.md", page.ToString());
    }

    [Fact]
    public void TheManPageIsThatOfTheCommands()
    {
        using var commands = new CommandLine();

        Generated.Check("docs/gates.1", ManualPage.Of(commands.Root));
    }

    [Fact]
    public void TheManPageIsCleanForGroff()
    {
        Assert.SkipUnless(ExternalProgram.Exists("groff"), "needs groff (Debian: groff)");

        var shown = ExternalProgram.Run("groff", ["-ww", "-man", "-Tutf8", Repository.Combine("docs", "gates.1")]);

        shown.Error.ShouldBe("");
        shown.Succeeded().ShouldContain("gates keys revoke");
    }

    [Fact]
    public void TheManPageIsCleanForMandoc()
    {
        Assert.SkipUnless(ExternalProgram.Exists("mandoc"), "needs mandoc (Debian: mandoc)");

        // A page that is made of the commands has no day of its own.
        var complaints = ExternalProgram.Run("mandoc", ["-Tlint", "-Wwarning", Repository.Combine("docs", "gates.1")]).Output;
        complaints.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.Contains("missing date"));
    }

    private static void Write(StringBuilder page, Command command)
    {
        var help = Verb.HelpOf(command)!;
        page.Append(CultureInfo.InvariantCulture, $"\n## `{CommandText.Name(command)}`\n\n{command.Description}\n\n    {CommandText.Usage(command)}\n\n");
        var rows = command.Arguments.Select(argument => (CommandText.Label(argument), argument.Description))
            .Concat(CommandText.Options(command).Select(option => (CommandText.Label(option), option.Description)))
            .ToList();
        if (rows.Count > 0)
        {
            page.Append("| option | meaning |\n| --- | --- |\n");
            rows.ForEach(row => page.Append(CultureInfo.InvariantCulture, $"| `{row.Item1}` | {Cell(row.Description!)} |\n"));
            page.Append('\n');
        }

        Codes(page, help);
        if (help.Variables.Count > 0)
        {
            page.Append("\nEnvironment variables:\n\n");
            Variables(page, help);
        }

        page.Append('\n');
        foreach (var example in help.Examples)
        {
            page.Append(CultureInfo.InvariantCulture, $"- `{example.Line}`: {Cell(example.Meaning)}\n");
        }
    }

    private static void Codes(StringBuilder page, VerbHelp help)
    {
        page.Append("| exit code | meaning |\n| --- | --- |\n");
        help.ExitCodes.ToList().ForEach(code => page.Append(CultureInfo.InvariantCulture, $"| {code.Code} | {Cell(code.Meaning)} |\n"));
    }

    private static void Variables(StringBuilder page, VerbHelp help) =>
        help.Variables.ToList().ForEach(variable => page.Append(CultureInfo.InvariantCulture, $"- `{variable.Name}`: {variable.Meaning}\n"));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("**", "\\*\\*", StringComparison.Ordinal);
}
