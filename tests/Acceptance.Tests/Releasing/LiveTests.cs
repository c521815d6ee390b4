using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Releasing;

/// <summary>What the workflow <c>live</c> asks of GitHub, asked of the emulator: so the script is right before anybody runs it there.</summary>
[SupportedOSPlatform("linux")]
public sealed class LiveTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly GitHubServer server = new();
    private readonly EmulatedRepository scratch;
    private readonly EmulatedPullRequest pull;
    private readonly long run;

    public LiveTests()
    {
        Assert.SkipUnless(ExternalProgram.Exists("jq") && ExternalProgram.Exists("curl"), "jq or curl is not installed");
        scratch = server.AddRepository("acme/scratch");
        scratch.HasImmutableReleases = true;
        scratch.Commit("main", ("README.md", "# Scratch\n"));
        scratch.Commit("live/1", ("one.txt", "1\n"));
        pull = scratch.OpenPullRequest("acme", scratch, "live/1");
        run = scratch.AddWorkflowRun(pull, "success");
        server.AddToken(new EmulatedToken("ghs_live", "gates-live[bot]", [.. EmulatedToken.Publishing]));
        using var zip = new MemoryStream();
        using (new ZipArchive(zip, ZipArchiveMode.Create))
        {
        }

        scratch.AddArtifact(run, "gates-results", zip.ToArray());
    }

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void EachThingThatGatesAsks_IsProvenOnce()
    {
        var output = Live();

        output.ExitCode.ShouldBe(0, output.ToString());
        output.Error.ShouldBe("");
        var rows = output.Output.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        rows.Select(row => row.Split('|')[1].Trim()).ShouldBe(
        [
            "what", "check run", "120 annotations", "check runs of a commit", "comment", "code scanning", "release", "immutable release", "pull request",
            "artifact", "commit by GraphQL", "requests left in this hour",
        ]);
        folder.Read("summary.md").ShouldBe(output.Output);
        ((JsonArray)scratch.CheckRuns.ShouldHaveSingleItem()["annotations"]!).Count.ShouldBe(120);
        pull.Comments.ShouldBeEmpty();
        scratch.Git.Resolve("refs/heads/live/1").ShouldNotBe(pull.HeadSha);
        server.Verify();
    }

    [Fact]
    public void FirstDifference_EndsIt_AndIsARowOfTheTable()
    {
        scratch.HasCodeScanning = false;

        var output = Live();

        output.ExitCode.ShouldBe(1);
        output.Output.TrimEnd('\n').Split('\n')[^1].ShouldStartWith("| **differs** | POST repos/acme/scratch/code-scanning/sarifs answers 403, and not 202: ");
        output.Error.ShouldStartWith("live: POST repos/acme/scratch/code-scanning/sarifs answers 403, and not 202: ");
        scratch.Releases.ShouldBeEmpty();
    }

    [Fact]
    public void TokenIsInNoCommandLine_AndWrongUsageAsksNothing()
    {
        File.ReadAllText(Repository.Combine(".github/release/live")).ShouldNotContain("--header \"Authorization");
        Live("acme/scratch; id").ExitCode.ShouldBe(2);
        server.Exchanges.ShouldBeEmpty();
    }

    [Fact]
    public void Pair_IsPutThere_JudgesAForksSecret_AndPreparesTheRest()
    {
        using var desk = new ReleaseDesk();
        var (original, fork) = (Bare(desk, "acme/scratch"), Bare(desk, "mallory/scratch"));
        desk.Checkout.Write("examples/workflows/fork-safe-evaluate.yml", "      - uses: gates-ci/gates@v1\n")
            .Write("examples/workflows/fork-safe-publish.yml", "      - uses: gates-ci/gates/actions/publish@v1\n");
        desk.Checkout.Git("push", "-q", original, "main");
        var commit = new string('c', 40);
        const string Pulls = "pr create --repo acme/scratch --base main --head ";
        desk.Gh
            .Expect(Pulls + "mallory:live/1 …")
            .Expect("api repos/acme/scratch/commits/…", "{\"check_runs\":[]}").Expect("api repos/acme/scratch/commits/…", Concluded("failure"))
            .Expect("api repos/acme/scratch/commits/…", Concluded("success"))
            .Expect(Pulls + "live/1 …").Expect("api repos/acme/scratch/commits/…", Concluded("success"))
            .Expect("pr view live/1 --repo acme/scratch --json number --jq .number", "{\"number\":2}")
            .Expect("run list --repo acme/scratch --workflow gates-evaluate.yml …", "[{\"databaseId\":9}]");

        var output = desk.Step(
            $".github/release/live-pair acme/scratch mallory/scratch {commit} 1",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["FORK_TOKEN"] = "ghp_fork", ["LIVE_PAUSE"] = "0" });

        output.ExitCode.ShouldBe(0, output.ToString());
        File.ReadAllText(Path.Combine(desk.Temp, "output")).ShouldBe("pull=2\nrun=9\n");
        TempRepository.Run(original, "show", "main:.github/workflows/gates-publish.yml").ShouldContain($"uses: gates-ci/gates/actions/publish@{commit}");
        TempRepository.Run(fork, "show", "live/1:live-1.env").ShouldBe("Nothing.");
        output.Output.ShouldContain("| a fork's pull request with a secret | the check is failure |");
        desk.Verify();
    }

    [Fact]
    public void PairThatPassesASecret_IsADifference()
    {
        using var desk = new ReleaseDesk();
        desk.Checkout.Write("examples/workflows/fork-safe-evaluate.yml", "").Write("examples/workflows/fork-safe-publish.yml", "");
        desk.Checkout.Git("push", "-q", Bare(desk, "acme/scratch"), "main");
        Bare(desk, "mallory/scratch");
        desk.Gh.Expect("pr create …").Expect("api repos/acme/scratch/commits/…", Concluded("success"));

        var output = desk.Step(
            $".github/release/live-pair acme/scratch mallory/scratch {new string('c', 40)} 1",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["FORK_TOKEN"] = "ghp_fork" });

        (output.ExitCode, output.Error).ShouldBe((1, "live-pair: a fork's pull request with a secret: the check is success, and not failure\n"));
        desk.Verify();
    }

    [Theory]
    [InlineData("MERGED", 0, "")]
    [InlineData("CLOSED", 1, "live-queue: the pull request 2 is CLOSED\n")]
    [InlineData("OPEN", 1, "live-queue: the merge queue did not merge the pull request 2\n")]
    public void Queue_MustMerge(string state, int exitCode, string error)
    {
        using var desk = new ReleaseDesk();
        desk.Gh.Expect("pr merge 2 --repo acme/scratch --auto --merge")
            .Expect("pr view 2 …", "{\"state\":\"OPEN\"}").Expect("pr view 2 …", $"{{\"state\":\"{state}\"}}");

        var output = desk.Step(
            ".github/release/live-queue acme/scratch 2",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["LIVE_TRIES"] = "2", ["LIVE_PAUSE"] = "0" });

        (output.ExitCode, output.Error).ShouldBe((exitCode, error));
        desk.Verify();
    }

    private static string Bare(ReleaseDesk desk, string name)
    {
        var path = Directory.CreateDirectory(Path.Combine(desk.Temp, name)).FullName;
        TempRepository.Run(path, "init", "-q", "--bare", "-b", "main");
        return path;
    }

    private static string Concluded(string conclusion) => $"{{\"check_runs\":[{{\"conclusion\":\"{conclusion}\"}}]}}";

    private ProgramOutput Live(string repository = "acme/scratch")
    {
        var environment = server.Variables(scratch, new EmulatedToken("ghs_live", ""));
        environment["GH_TOKEN"] = "ghs_live";
        environment["GITHUB_ACTIONS"] = "";
        environment["GITHUB_STEP_SUMMARY"] = Path.Combine(folder.Path, "summary.md");
        environment["LIVE_PAUSE"] = "0";
        string[] arguments = [repository, FormattableString.Invariant($"{pull.Number}"), FormattableString.Invariant($"{run}"), "1"];
        return ExternalProgram.Run(Repository.Combine(".github/release/live"), arguments, folder.Path, environment);
    }
}
