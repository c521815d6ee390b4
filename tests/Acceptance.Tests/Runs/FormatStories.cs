using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>An agent reads what a run found.</summary>
public sealed class FormatStories
{
    [Fact]
    public void Json_IsOneDocumentThatSaysHowToMendAndHowToWaive()
    {
        using var repository = Mistake();

        var run = Run(repository, "--format", "json");

        run.ExitCode.ShouldBe(1, run.ToString());
        using var document = JsonDocument.Parse(run.Output);
        document.RootElement.GetProperty("exitCode").GetInt32().ShouldBe(1);
        var blocking = document.RootElement.GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("blocking").GetBoolean());
        blocking.GetProperty("place").GetProperty("path").GetString().ShouldBe("config/app.env");
        blocking.GetProperty("waive").GetString()!.ShouldStartWith(
            $"gates waive {blocking.GetProperty("fingerprint").GetString()} --gate dlp-scan --reason '…'");
        (run.Output + run.Error).ShouldNotContain(Planted.GitHubToken);
    }

    [Fact]
    public void JsonInAJob_IsAloneOnItsStream()
    {
        using var repository = Mistake();

        var run = GatesProcess.Run(
            repository.Path,
            ["run", "--no-sign", "--format", "json"],
            new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" });

        JsonDocument.Parse(run.Output).Dispose();
        run.Error.ShouldContain("::error ");
    }

    [Fact]
    public void JsonOfARunThatCouldNotBegin_SaysWhy()
    {
        using var repository = Mistake();

        var run = Run(repository, "--format", "json", "--base", "no-such-branch");

        using var document = JsonDocument.Parse(run.Output);
        document.RootElement.GetProperty("error").GetString()!.ShouldContain("no-such-branch");
        document.RootElement.GetProperty("exitCode").GetInt32().ShouldBe(run.ExitCode);
        run.Error.ShouldContain("gates: ");
    }

    [Fact]
    public void UnknownFormat_IsRefusedWithTheValidOnes()
    {
        using var repository = Mistake();

        var run = Run(repository, "--format", "jsn");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--format \"jsn\" is not a format; did you mean \"json\"? valid: text, json");
    }

    /// <summary>Each thing once, with its line, grouped, and at the end what to do first.</summary>
    [Fact]
    public void FirstRun_SaysEachThingOnceAndNamesTheBaseline()
    {
        using var repository = new TempRepository()
            .Write("Dockerfile", "FROM node:22\n")
            .Write(".github/workflows/ci.yml", "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
                + string.Concat(Enumerable.Range(1, 12).Select(number => $"      - uses: acme/action-{number}@v{number}\n")));
        repository.Commit();

        var run = Run(repository);

        run.Output.ShouldContain("warning (1 of 12): acme/action-1@v1");
        run.Output.ShouldContain("    | - uses: acme/action-1@v1\n");
        run.Output.ShouldContain("    also .github/workflows/ci.yml:7: acme/action-2@v2\n");
        run.Output.ShouldContain("and 8 more, in 1 file: see");
        run.Output.ShouldContain("1 finding said by base-image-allowlist");
        run.Output.ShouldNotContain("[unpinned-image]");
        run.Output.ShouldContain("`gates baseline` records what stands here");
        Run(repository, "--gates", "hermetic-build").Output.ShouldContain("[unpinned-image]");
    }

    private static TempRepository Mistake()
    {
        var repository = new TempRepository().Write("config/app.env", $"TOKEN={Planted.GitHubToken}\n");
        repository.Commit();
        return repository;
    }

    private static GatesOutput Run(TempRepository repository, params string[] arguments) =>
        GatesProcess.Run(repository.Path, ["run", "--no-sign", .. arguments]);
}
