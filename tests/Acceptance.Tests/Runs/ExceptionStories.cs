using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>Findings that are accepted: for a while with a name under it, or because they were there first.</summary>
public sealed class ExceptionStories : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly TempFolder job = new();

    public void Dispose()
    {
        repository.Dispose();
        job.Dispose();
    }

    [Fact]
    public void Waive_OneFindingOfTheLastRun_TurnsItGreenAndSaysWhoAnswers()
    {
        repository.Write("docs/guide.md", $"token: {Planted.GitHubToken}\n").Commit();
        Gates("run").ExitCode.ShouldBe(1);
        var fingerprint = Findings().Single().GetProperty("fingerprint").GetString()!;

        var waive = Gates("waive", fingerprint[..11], "--reason", "Example of the guide, revoked", "--owner", "@acme/docs", "--expires", Day(30));

        waive.ExitCode.ShouldBe(0, waive.ToString());
        repository.Commit();
        var run = Gates("run");
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain($"waived until {Day(30)} by @acme/docs: Example of the guide, revoked");
        Findings().Single().GetProperty("state").GetString().ShouldBe("waived");
        repository.Write("docs/guide.md", "no token\n").Commit();
        Gates("run").Output.ShouldContain("matches nothing any more");
    }

    [Fact]
    public void Waive_SeveralShortIdsAndThenAgain_RenewsWhatIsThere()
    {
        repository.Write("docs/guide.md", $"A={Planted.GitHubToken}\n\nmail: {string.Concat("jane.doe", "@", "megacorp.io")}\n").Commit();
        Gates("run").ExitCode.ShouldBe(1);
        string[] ids = [.. Findings().Select(finding => finding.GetProperty("fingerprint").GetString()!.Split(':')[1][..4])];

        var first = Gates(["waive", .. ids, "--reason", "Example", "--owner", "@acme/docs", "--expires", Day(30)]);
        var again = Gates(["waive", ids[0], "--reason", "Still an example", "--owner", "@acme/docs", "--expires", Day(60)]);

        first.ExitCode.ShouldBe(0, first.ToString());
        first.Output.ShouldContain("git add :/.github/gates-waivers.yml :/.github/gates-salt");
        again.ExitCode.ShouldBe(0, again.ToString());
        again.Output.ShouldStartWith("renewed in .github/gates-waivers.yml: dlp-scan ");
        File.ReadAllText(Path.Combine(repository.Path, ".github/gates-waivers.yml")).Split("- gate:").Length.ShouldBe(ids.Length + 1);
        repository.Commit();
        Gates("run").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Waive_TheCommandOfAReportUnchanged_IsRefused()
    {
        repository.Write("docs/guide.md", $"A={Planted.GitHubToken}\n").Commit();
        Gates("run").ExitCode.ShouldBe(1);

        var print = Findings()[0].GetProperty("fingerprint").GetString()!;
        var waive = Gates("waive", print, "--gate", "dlp-scan", "--reason", "…", "--owner", "@you", "--expires", Day(90));

        waive.ExitCode.ShouldBe(2);
        waive.Error.ShouldContain("--reason \"…\" is a placeholder");
        waive.Error.ShouldContain("--owner \"@you\" is a placeholder");
    }

    [Fact]
    public void Waive_WithoutAnEnd_IsRefusedAndWritesNothing()
    {
        repository.Write("a.txt", "x\n").Commit();

        var waive = Gates("waive", "--gate", "dlp-scan", "--path", "docs/**", "--reason", "r", "--owner", "o");

        waive.ExitCode.ShouldBe(2);
        waive.Error.ShouldContain("--expires is missing; every waiver ends");
        Directory.Exists(Path.Combine(repository.Path, ".github")).ShouldBeFalse();
    }

    [Fact]
    public void PullRequest_ThatWaivesItsOwnFinding_IsJudgedByTheBase()
    {
        var sha = repository.Write(".github/gates.yml", "version: 1\ngates: { dlp-scan: }\n").Commit();
        repository.Write("new.env", $"A={Planted.GitHubToken}\n").Commit();
        Gates("waive", "--gate", "dlp-scan", "--path", "*.env", "--reason", "trust me", "--owner", "@me", "--expires", Day(30)).ExitCode.ShouldBe(0);
        repository.Commit();

        var run = PullRequest(sha);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ReplaceLineEndings(" ").ShouldContain("This change edits .github/gates-salt and .github/gates-waivers.yml, which judge it.");
        using var results = JsonDocument.Parse(repository.Info.GetFiles(".gates/out/results.json")[0].OpenRead());
        results.RootElement.GetProperty("proposed").GetProperty("dlp-scan").GetString().ShouldBe("waived");
    }

    [Fact]
    public void Baseline_RecordsOnceAndThenOnlyShrinks()
    {
        repository.Write("old.env", $"A={Planted.GitHubToken}\n").Commit();
        Gates("baseline").Output.ShouldContain(".github/gates-baseline.json: 1 known finding (1 added)");
        var first = Baseline();
        Gates("baseline").ExitCode.ShouldBe(0);
        Baseline().ShouldBe(first);
        Gates("run").ExitCode.ShouldBe(0);
        Findings().Single().GetProperty("state").GetString().ShouldBe("existing");

        repository.Write("new.env", $"B={Planted.GitHubToken}\n");
        var refused = Gates("baseline");
        refused.ExitCode.ShouldBe(1);
        refused.Output.ShouldContain("1 new finding not recorded, because a baseline may only shrink:\n  dlp-scan ");
        Baseline().ShouldBe(first);
        Gates("run").ExitCode.ShouldBe(1);
        Gates("baseline", "--grow", "--reason", "came with the merged fork").ExitCode.ShouldBe(0);
        Baseline().ShouldContain("\"reason\": \"came with the merged fork\", \"added\": 1");

        repository.Delete("old.env").Delete("new.env");
        Gates("baseline").Output.ShouldContain("0 known findings (2 gone)");
        (Baseline() + first).ShouldNotContain(Planted.GitHubToken);
    }

    [Fact]
    public void PullRequest_ThatGrowsTheBaseline_IsJudgedByTheBases()
    {
        repository.Write(".github/gates.yml", "version: 1\ngates: { dlp-scan: }\n").Write("old.env", $"A={Planted.GitHubToken}\n").Commit();
        Gates("baseline").ExitCode.ShouldBe(0);
        var sha = repository.Commit();
        repository.Write("new.env", $"B={Planted.GitHubToken}\n");
        Gates("baseline", "--grow", "--reason", "mine").ExitCode.ShouldBe(0);
        repository.Commit();

        var run = PullRequest(sha);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output
            .ReplaceLineEndings(" ")
            .ShouldContain("This change adds 1 finding to .github/gates-baseline.json. A baseline may only shrink, so the base's was used.");
    }

    [Fact]
    public void PinnedPolicy_OverHttp_IsFetchedWithTheJobsTokenAndJudges()
    {
        using var server = new TempFolder();
        var remote = Path.Combine(server.Path, "acme", "policies");
        server.Write("acme/policies/strict/policy.json", "{ \"title\": \"Strict\", \"facts\": { \"files\": [\"**\"] } }");
        server.Write("acme/policies/strict/policy.js", "function judge(evidence, settings, report) { report.error('always', 'Nothing is allowed.'); }\n");
        TempRepository.Run(remote, "init", "-q", "-b", "main");
        TempRepository.Run(remote, "add", "-A");
        TempRepository.Run(remote, "commit", "-q", "-m", "one");
        var sha = TempRepository.Run(remote, "rev-parse", "HEAD");
        using var http = new GitHttpBackend(server.Path) { Demanded = "Basic " + Convert.ToBase64String("x-access-token:job-token"u8) };
        repository.Write(".github/gates.yml", $"version: 1\ngates:\n  strict: {{ policy: \"github:acme/policies/strict@{sha}\" }}\n").Commit();

        var run = Run("push", new { }, ("GITHUB_SERVER_URL", http.Address), ("GITHUB_TOKEN", "job-token"));

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("Nothing is allowed.");
        http.Authorizations.ShouldContain(http.Demanded);
        http.Authorizations.ShouldAllBe(header => header == null || header == http.Demanded);
        (run.Output + run.Error).ShouldNotContain("job-token");
    }

    private static string Day(int days) =>
        TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(repository.Path, arguments);

    private GatesOutput PullRequest(string sha) => Run("pull_request", JobVariables.Against(sha));

    private GatesOutput Run(string name, object payload, params IEnumerable<(string Name, string Value)> more) =>
        GatesProcess.Run(repository.Path, ["run"], JobVariables.Event(job, name, payload, [("XDG_CACHE_HOME", Path.Combine(job.Path, "cache")), .. more]));

    private string Baseline() => File.ReadAllText(Path.Combine(repository.Path, ".github/gates-baseline.json"));

    private List<JsonElement> Findings()
    {
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".gates/out/results.json")));
        return [.. results.RootElement
            .GetProperty("gates")
            .EnumerateArray()
            .SelectMany(gate => gate.GetProperty("findings").EnumerateArray())
            .Select(finding => finding.Clone())];
    }
}
