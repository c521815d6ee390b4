using Gates.Runner.Commands.Usage;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Usage;

public sealed class UsageErrorsTests
{
    [Theory]
    [InlineData("rnu", "\"rnu\" is not a command of `gates`; did you mean \"run\"? Try `gates --help`.")]
    [InlineData("rnu --workspace x", "\"rnu\" is not a command of `gates`; did you mean \"run\"? Try `gates --help`.")]
    [InlineData("keys nwe", "\"nwe\" is not a command of `gates keys`; did you mean \"new\"? Try `gates keys --help`.")]
    [InlineData("keys qqqqq", "\"qqqqq\" is not a command of `gates keys`; it has new, rotate, revoke, admit, list. Try `gates keys --help`.")]
    [InlineData("--hlp", "\"--hlp\" is not an option of `gates`; did you mean \"--help\"? Try `gates --help`.")]
    [InlineData("run --confg x", "\"--confg\" is not an option of `gates run`; did you mean \"--config\"? Try `gates run --help`.")]
    [InlineData(
        "run --confg=x --bsae y",
        "\"--confg\" is not an option of `gates run`; did you mean \"--config\"? \"--bsae\" is not an option of `gates run`; did you mean \"--base\"? Try ")]
    [InlineData("run -base x", "\"-base\" is not an option of `gates run`; did you mean \"--base\"? Try `gates run --help`.")]
    [InlineData("run --no_sign", "\"--no_sign\" is not an option of `gates run`; did you mean \"--no-sign\"? Try `gates run --help`.")]
    [InlineData("list --workspace x", "\"--workspace\" is not an option of `gates list`. Try `gates list --help`.")]
    [InlineData("run extra", "\"extra\" is too much: `gates run` takes options only. Try `gates run --help`.")]
    [InlineData("attest v1 v2", "\"v2\" is too much: `gates attest TAG [options]`. Try `gates attest --help`.")]
    [InlineData("run --base", "--base needs a value: Compare with this commit: only findings that it does not have count. Try `gates run --help`.")]
    [InlineData("run --base a --base b", "--base can be given once only. Try `gates run --help`.")]
    [InlineData("keys rotate --overlap x", "--overlap \"x\" is not a whole number. Try `gates keys rotate --help`.")]
    [InlineData(
        "record",
        "GATE is missing: A gate of the configuration. CASE is missing: The case's name: lower-case letters, digits and dashes. Try `gates record --help`.")]
    [InlineData(
        "evidence add x",
        "--type is missing: What they are: sarif, sbom, tests, coverage, load, drill, secrets, vex, provenance, compliance, override, archive. Try `gates")]
    [InlineData("evidence add a --type drill --dry-run", "\"--dry-run\" is not an option of `gates evidence add`. Try `gates evidence add --help`.")]
    [InlineData("dlp scan a --fromat=json", "\"--fromat\" is not an option of `gates dlp scan`; did you mean \"--format\"? Try `gates dlp scan --help`.")]
    [InlineData("\u001b[31mx", "\"\\u{1b}[31mx\" is not a command of `gates`; it has run, ")]
    public void WhatIsWrongIsOneLineOfOurs(string line, string expected)
    {
        using var commands = new CommandLine();

        var said = UsageErrors.Of(commands.Parse(line.Split(' '))).ShouldNotBeNull();

        said.ShouldStartWith(expected);
        said.ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("")]
    [InlineData("keys")]
    [InlineData("run --set a.mode=warn --set b.mode=off")]
    [InlineData("rnu --help")]
    [InlineData("help run")]
    [InlineData("evidence add --type drill -- --a-file")]
    public void WhatIsRightIsNotComplainedAbout(string line)
    {
        using var commands = new CommandLine();

        UsageErrors.Of(commands.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldBeNull();
    }
}
