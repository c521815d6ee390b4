using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.CommandLines;

/// <summary>What somebody types who has never used the program.</summary>
public sealed class CommandLineStories : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void GatesAloneShowsHelp()
    {
        var alone = GatesProcess.Run(folder.Path, []);

        (alone.ExitCode, alone.Error).ShouldBe((0, ""));
        alone.Output.ShouldContain("Commands:\n  run ");
        GatesProcess.Run(folder.Path, ["help"]).Output.ShouldBe(alone.Output);
        GatesProcess.Run(folder.Path, ["help", "run"]).Output.ShouldBe(GatesProcess.Run(folder.Path, ["run", "--help"]).Output);
        GatesProcess.Run(folder.Path, ["version"]).Output.ShouldBe(GatesProcess.Run(folder.Path, ["--version"]).Output);
    }

    [Theory]
    [InlineData("rnu", "gates: \"rnu\" is not a command of `gates`; did you mean \"run\"? Try `gates --help`.\n")]
    [InlineData("help rnu", "gates: \"rnu\" is not a command of `gates`; did you mean \"run\"?\n")]
    [InlineData("log", null)]
    [InlineData("completion bsh", "gates: \"bsh\" is not a shell that can be served; did you mean \"bash\"? valid: bash, zsh, fish\n")]
    public void AMistakeIsOneLineOfOurs(string line, string? error)
    {
        var ran = GatesProcess.Run(folder.Path, line.Split(' '));

        (ran.ExitCode, ran.Error).ShouldBe((error is null ? 0 : 2, error ?? ""));
    }

    [Theory]
    [InlineData("TERM", "dumb")]
    [InlineData("NO_COLOR", "1")]
    public async Task ADumbTerminalGetsNoSigns(string variable, string value)
    {
        Assert.SkipUnless(PseudoTerminal.IsHere, "needs script and stty (Debian: bsdutils, coreutils)");
        foreach (var words in new[] { new[] { "help", "run" }, ["check"], ["rnu"], [] })
        {
            using var terminal = PseudoTerminal.Start(folder.Path, words, 40, new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = value });
            await terminal.EndAsync();

            // Without TERM=dumb the runtime itself asks for the keypad, which moves and colours nothing.
            terminal.Raw.Replace("\u001b[?1h\u001b=", "", StringComparison.Ordinal).Replace("\u001b[?1l\u001b>", "", StringComparison.Ordinal)
                .ShouldNotContain('\u001b', string.Join(' ', words));
        }
    }

    [Fact]
    public void BashCompletesCommandsOptionsAndFiles() => Complete(
        "bash",
        """
        source <(gates completion bash)
        complete -p gates | grep -q -- '-o default'
        try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gates; echo "${COMPREPLY[*]}"; }
        try gates ru
        try gates run --en
        try gates evidence add --type sar
        try gates run --config a
        """,
        "run\n--environment\nsarif\n\n");

    [Fact]
    public void FishCompletesCommandsOptionsAndFiles() => Complete(
        "fish",
        """
        gates completion fish | source
        for line in 'gates ru' 'gates run --en' 'gates evidence add --type sar' 'gates run --config a-fi'
            complete -C $line | string split -f1 \t
        end
        true
        """,
        "run\n--environment\nsarif\na-file.yml\n");

    [Fact]
    public void ZshCompletesCommandsOptionsAndFiles() => Complete(
        "zsh",
        """
        source_script() { eval "$(gates completion zsh)"; }
        compdef() { :; }
        _describe() { print -l -- "${(@P)4%%:*}"; }
        _files() { print -- files; }
        source_script
        try() { words=("$@"); CURRENT=$#; _gates; }
        try gates ru
        try gates run --en
        try gates evidence add --type sar
        try gates run --config a
        """,
        "run\n--environment\nsarif\nfiles\n");

    /// <summary>In a real shell, which finds the program by its name.</summary>
    private void Complete(string shell, string script, string expected)
    {
        Assert.SkipUnless(ExternalProgram.Exists(shell), $"needs {shell} (Debian: {shell})");
        folder.WriteProgram("bin/gates", $"#!/bin/sh\nexec '{Repository.Gates}' \"$@\"\n");
        folder.Write("a-file.yml", "");
        var path = shell == "fish" ? $"set -x PATH {folder.Path}/bin $PATH" : $"PATH={folder.Path}/bin:$PATH";
        var file = folder.Write("try", $"{path}\n{script}\n");

        ExternalProgram.Run(shell, shell == "fish" ? ["--no-config", file] : [file], folder.Path).Succeeded().ShouldBe(expected);
    }
}
