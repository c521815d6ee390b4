using Gates.Runner.Commands.Completion;
using Runner.Tests.Commands.Usage;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Completion;

public sealed class CandidatesTests
{
    [Theory]
    [InlineData("ru", "run")]
    [InlineData("keys ", "new rotate revoke admit list")]
    [InlineData("run --no", "--no-sign")]
    [InlineData("run --base --no", "")]
    [InlineData("run --base a --b", "")]
    [InlineData("run --set a --se", "--set")]
    [InlineData("run --config ", "")]
    [InlineData("run --gates dlp-scan,hermetic", "dlp-scan,hermetic-build")]
    [InlineData("run --gates=hermetic", "--gates=hermetic-build")]
    [InlineData("run --gates = hermetic", "hermetic-build")]
    [InlineData("list ", "--json --schema --help")]
    [InlineData("evidence add --type s", "sarif sbom secrets")]
    [InlineData("evidence add file", "")]
    [InlineData("evidence add -- --t", "")]
    [InlineData("completion ", "bash zsh fish")]
    [InlineData("nothing ", "")]
    [InlineData("comple", "completion")]
    [InlineData("--v", "--version")]
    public void WhatMayStandAtTheCursorIsOffered(string line, string expected)
    {
        using var commands = new CommandLine();

        string.Join(' ', Candidates.Of(commands.Root, line.Split(' ')).Select(candidate => candidate.Text)).ShouldBe(expected);
    }

    [Fact]
    public void WithoutAWordTheCommandsAreOffered()
    {
        using var commands = new CommandLine();

        Candidates.Of(commands.Root, []).Select(candidate => candidate.Text).ShouldContain("run");
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public void EachScriptIsValidForItsShell(string shell)
    {
        Assert.SkipUnless(ExternalProgram.Exists(shell), $"needs {shell} (Debian: {shell})");
        using var folder = new TempFolder();
        var script = folder.Write("script", CompletionScripts.Of(shell)!);

        ExternalProgram.Run(shell, ["-n", script]).Succeeded();
    }
}
