using System.CommandLine;
using Gates.Runner.Commands;
using Gates.Runner.Commands.Usage;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Usage;

public sealed class HelpScreenTests
{
    [Fact]
    public void GatesAlone_ShowsHelpAndHolds()
    {
        using var commands = new CommandLine();

        var (code, shown) = commands.Show();

        code.ShouldBe(0);
        shown.ShouldBe(commands.Show("--help").Output);
        shown.ShouldContain("  run                   Run the gates on a repository.\n");
        shown.ShouldNotContain("complete ");
    }

    [Fact]
    public void HelpEndsWithExitCodesVariablesAndExamples()
    {
        using var commands = new CommandLine(60);

        var shown = commands.Show("keys", "rotate", "--help").Output;

        shown.ShouldEndWith(
            """

            Exit codes:
              0  The keys were replaced.
              2  Wrong usage or configuration.
              3  Something could not be read or run.

            Examples:
              gates keys rotate --use log --overlap 30
                  A new log key; the old one counts for thirty days
                  more.


            """);
    }

    [Fact]
    public void EveryCommandHasExamplesThatCanBeTyped()
    {
        using var commands = new CommandLine();
        var leaves = CommandText.Leaves(commands.Root).ToList();

        leaves.Count.ShouldBeGreaterThan(20);
        foreach (var leaf in leaves)
        {
            var help = Verb.HelpOf(leaf).ShouldNotBeNull(CommandText.Name(leaf));
            help.Examples.ShouldNotBeEmpty(CommandText.Name(leaf));
            foreach (var example in help.Examples)
            {
                var line = example.Line.Replace("source <(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Split(" > ")[0];
                line.ShouldStartWith(CommandText.Name(leaf));
                UsageErrors.Of(commands.Root.Parse(line[6..], new ParserConfiguration { ResponseFileTokenReplacer = null })).ShouldBeNull(line);
            }
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void WhatPeopleReadFitsTheTerminal(int width)
    {
        using var commands = new CommandLine(width);

        // What is typed stays whole, and a name cannot be broken.
        var shown = commands.Show("list", "--help").Output.Split('\n').Where(line => !line.StartsWith("  gates ", StringComparison.Ordinal));

        shown.ShouldAllBe(line => line.TrimEnd().Length <= width);
    }
}
