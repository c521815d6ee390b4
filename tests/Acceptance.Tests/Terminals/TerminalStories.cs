using System.Text.Json.Nodes;
using Acceptance.Tests.Publishing;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Terminals;

/// <summary>The real program on a real terminal: it ends, says what it found, and leaves no process behind.</summary>
public sealed class TerminalStories
{
    public TerminalStories() => Assert.SkipUnless(PseudoTerminal.IsHere, "needs script and stty (Debian: bsdutils, coreutils)");

    /// <summary>What README.md begins with.</summary>
    [Theory]
    [InlineData(80, "")]
    [InlineData(200, "")]
    [InlineData(0, "")]
    [InlineData(80, "TERM=dumb")]
    [InlineData(200, "TERM=")]
    [InlineData(80, "NO_COLOR=1")]
    [InlineData(200, "CI=true")]
    [InlineData(80, "LC_ALL=C")]
    [InlineData(200, "LC_ALL=de_DE.ISO-8859-1")]
    public async Task TheFirstCommandOfTheReadme_Ends(int columns, string variable)
    {
        using var repository = ThreeMistakes();
        using var terminal = PseudoTerminal.Start(repository.Path, ["run"], columns, Variables(variable));
        var program = await terminal.ProgramIdAsync();

        (await terminal.EndAsync()).ShouldBe(1, terminal.Screen);

        var screen = terminal.Screen;
        var words = string.Join(' ', screen.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        words.ShouldContain("config/app.env:2:14: error: GitHub personal access token");
        words.ShouldContain("FAILED: dlp-scan failed; base-image-allowlist and hermetic-build warned. Findings 1 error blocks; 1 error, 2 warnings, 1 note not blocking");
        screen.ShouldNotContain(Planted.GitHubToken);
        ProcessList.InSession(program).ShouldBeEmpty();
        var report = screen[screen.IndexOf("Gates 0.", StringComparison.Ordinal)..];
        var wrapped = report.Split('\n').Where(line => !line.StartsWith("    Waive: gates waive ", StringComparison.Ordinal));
        var widest = wrapped.Max(line => line.Replace("...", "…", StringComparison.Ordinal).Length);
        widest.ShouldBeLessThanOrEqualTo(columns == 0 ? int.MaxValue : columns, report);
        var plain = variable.StartsWith("TERM", StringComparison.Ordinal) || variable == "NO_COLOR=1";
        terminal.Raw.Contains("\u001b[1", StringComparison.Ordinal).ShouldBe(!plain, "colours");
        screen.Contains("dlp-scan: failed (", StringComparison.Ordinal).ShouldBe(plain || variable == "CI=true", "a line for each gate");
        terminal.Raw.Contains("\r\u001b[K", StringComparison.Ordinal).ShouldBe(!plain && variable != "CI=true", "one line in place");
        screen.Contains(
            "sha256:…",
            StringComparison.Ordinal).ShouldBe(!variable.StartsWith("LC_ALL", StringComparison.Ordinal), "what this locale has no sign for");
        screen.Any(character => character > '~').ShouldBe(!variable.StartsWith("LC_ALL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80, "")]
    [InlineData(200, "TERM=dumb")]
    [InlineData(80, "LC_ALL=C")]
    public async Task Baseline_Ends(int columns, string variable)
    {
        using var repository = ThreeMistakes();
        using var terminal = PseudoTerminal.Start(repository.Path, ["baseline"], columns, Variables(variable));

        (await terminal.EndAsync()).ShouldBe(0, terminal.Screen);

        terminal.Screen.ShouldContain(".github/gates-baseline.json: 5 known findings (5 added)\n");
    }

    [Theory]
    [InlineData(80, "")]
    [InlineData(200, "TERM=dumb")]
    public async Task Watching_RunsAgainAndEndsWithCtrlC(int columns, string variable)
    {
        using var repository = new TempRepository()
            .Write(
                "policies/mine/policy.js",
                "function judge(evidence, settings, report) { evidence.files.forEach(function (file) { report.error('found', 'There is ' + file.path, { path: file.path }); }); }\n")
            .Write("policies/mine/policy.json", """{ "title": "Mine", "facts": { "files": ["**"] } }""")
            .Write("policies/mine/cases/one/files/a.txt", "x\n")
            .Write("policies/mine/cases/one/expected.json", """{ "verdict": "passed" }""");
        using var terminal = PseudoTerminal.Start(repository.Path, ["test", "--watch"], columns, Variables(variable));
        var program = await terminal.ProgramIdAsync();
        await terminal.UntilAsync("1 of 1 case failed");
        await terminal.UntilAsync("Waiting for changes; Ctrl-C ends.");

        repository.Write("policies/mine/policy.js", "function judge() { }\n");
        await terminal.UntilAsync("1 case passed");
        await terminal.UntilAsync("Waiting for changes; Ctrl-C ends.");
        await terminal.TypeAsync(PseudoTerminal.CtrlC);

        (await terminal.EndAsync()).ShouldBe(0, terminal.Screen);
        ProcessList.InSession(program).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(80, "")]
    [InlineData(200, "NO_COLOR=1")]
    public async Task Publish_Ends(int columns, string variable)
    {
        using var job = new PublishingJob(
            (".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n"),
            ("src/app.env", $"TOKEN={Planted.GitHubToken}\n"));
        var clone = job.CheckOut("refs/heads/main");
        var variables = job.Variables("push", new JsonObject(), "refs/heads/main", permissions: null);
        foreach (var (name, value) in Variables(variable))
        {
            variables[name] = value;
        }

        using var run = PseudoTerminal.Start(clone, ["run"], columns, variables);
        (await run.EndAsync()).ShouldBe(1, run.Screen);
        using var terminal = PseudoTerminal.Start(clone, ["publish"], columns, variables);

        (await terminal.EndAsync()).ShouldBe(0, terminal.Screen);

        terminal.Screen.ShouldContain("failed. GitHub: ");
        ((string?)job.Repository.CheckRuns.ShouldHaveSingleItem()["conclusion"]).ShouldBe("failure");
    }

    /// <summary>Standard error that is full, closed, or read by nobody decides nothing.</summary>
    [Theory]
    [InlineData("2>/dev/full")]
    [InlineData("2>&-")]
    [InlineData("2> >(exec 0<&-)")]
    public void BrokenStandardError_TouchesNoRun(string redirection)
    {
        using var repository = ThreeMistakes();

        var run = ExternalProgram.Run("bash", ["-c", $"'{Repository.Gates}' run --no-sign {redirection}"], repository.Path, timeout: TimeSpan.FromMinutes(1));

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("\nFAILED: dlp-scan failed; ");
    }

    private static TempRepository ThreeMistakes()
    {
        var repository = new TempRepository()
            .Write("config/app.env", $"NAME=web\nGITHUB_TOKEN={Planted.GitHubToken}\n")
            .Write("Dockerfile", "ARG BASE=node:22\nFROM $BASE\nWORKDIR /app\nRUN curl -fsSL https://get.example.sh | sh\n")
            .Write("package.json", "{ \"dependencies\": { \"left-pad\": \"^1.3.0\" } }\n");
        repository.Commit();
        return repository;
    }

    private static Dictionary<string, string> Variables(string one) => one.Split('=') is [{ Length: > 0 } name, var value]
        ? new(StringComparer.Ordinal) { [name] = value }
        : new(StringComparer.Ordinal);
}
