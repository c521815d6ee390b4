using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>New is new: on exact values, and nothing that is written down helps to guess one.</summary>
public sealed partial class NewnessStories : IDisposable
{
    private const string Tags = "version: 1\ngates:\n  image-tags-pinned: { mode: enforce }\n";
    private const string Domain = "acme-corp.com";
    private const string SaltPath = ".github/gates-salt";

    private readonly TempRepository repository = new();
    private readonly TempFolder job = new();

    public void Dispose()
    {
        repository.Dispose();
        job.Dispose();
    }

    [Theory]
    [InlineData("registry.evil.example/miner/x:latest", 1, "new")]
    [InlineData("registry.corp.example/team/app:latest # moved down", 1, "new")]
    [InlineData("registry.corp.example/team/app:latest", 0, "existing")]
    public void AnotherBadImageOnTheSameLine_IsNewAndBlocks_OneThatOnlyMovedIsNot(string image, int exitCode, string state)
    {
        var sha = repository.Write(".github/gates.yml", Tags).Write("k8s/a.yaml", Pod("registry.corp.example/team/app:latest")).Commit();
        repository.Write("k8s/a.yaml", "# a new first line\n" + Pod(image)).Commit();

        var run = PullRequest(sha);

        run.ExitCode.ShouldBe(exitCode, run.ToString());
        Findings().ShouldHaveSingleItem().State.ShouldBe(state);
    }

    [Fact]
    public void EntriesOfTheFirstForm_CountWithANote_UntilTheyAreRewritten_AndExcuseNoOtherImage()
    {
        // As the program of then wrote it: a salt in the baseline, and a fingerprint that leaves long words out.
        var first = "v1:" + Sha256("17:image-tags-pinned18:image-floating-tag10:k8s/a.yaml15:image: *:latest1");
        var entry = $$"""{ "gate": "image-tags-pinned", "rule": "image-floating-tag", "path": "k8s/a.yaml", "line": 7, "fingerprint": "{{first}}" }""";
        repository.Write(".github/gates.yml", Tags).Write("k8s/a.yaml", Pod("registry.corp.example/team/app:latest"))
            .Write(".github/gates-baseline.json", $$"""{ "version": 1, "salt": "{{new string('5', 64)}}", "findings": [ {{entry}} ] }""");
        var sha = repository.Commit();

        var run = Gates("run");
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ReplaceLineEndings(" ").ShouldContain("1 entry of .github/gates-baseline.json is v1");
        Findings().ShouldHaveSingleItem().State.ShouldBe("existing");

        repository.Write("k8s/a.yaml", Pod("registry.evil.example/miner/x:latest")).Commit();
        PullRequest(sha).ExitCode.ShouldBe(1);

        repository.Git("reset", "-q", "--hard", sha);
        Gates("baseline").Output.ShouldContain("wrote .github/gates-salt");
        Read(SaltPath).ShouldContain(new string('5', 64), Case.Sensitive, "the salt stays what it was");
        Read(".github/gates-baseline.json").ShouldMatch("\"fingerprint\": \"v2:[0-9a-f]{16}\"");
        Read(".github/gates-baseline.json").ShouldNotContain("salt");
        Gates("run").Output.ShouldNotContain("is v1");
        Findings().ShouldHaveSingleItem().State.ShouldBe("existing");
    }

    [Fact]
    public void FirstWaiver_MakesTheSalt_AndNamesTheFindingUnderIt()
    {
        repository.Write(".github/gates.yml", Tags).Write("k8s/a.yaml", Pod("registry.corp.example/team/app:latest")).Commit();
        Gates("run").ExitCode.ShouldBe(1);
        var masked = Findings().Single().Fingerprint;
        masked.ShouldStartWith("v2m:");

        var waive = Waive(masked[..14]);

        waive.ExitCode.ShouldBe(0, waive.ToString());
        waive.Output.ShouldContain("wrote .github/gates-salt: commit it, and never change it");
        Read(".github/gates-waivers.yml").ShouldMatch("fingerprint: v2:[0-9a-f]{16}\n");
        Gates("run").ExitCode.ShouldBe(0);
        Read(".github/gates-waivers.yml").ShouldContain(Findings().Single().Fingerprint);

        // The waiver is for this image, and no base is needed to see it.
        repository.Write("k8s/a.yaml", Pod("registry.evil.example/miner/x:latest"));
        Gates("run").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Rewrite_GivesOldEntriesTheForm_ThatMeansOneFinding()
    {
        repository.Write("a.md", $"Write to jane.doe@{Domain}\n").Write(".github/gates.yml", "version: 1\ngates: { dlp-scan: }\n");
        repository.Write("k8s/a.yaml", "x\n").Commit();
        Gates("run");
        var masked = Findings().Single().Fingerprint;
        repository.Write(
            ".github/gates-waivers.yml",
            $"version: 1\nwaivers:\n  - gate: dlp-scan\n    fingerprint: {masked} # ours\n    reason: r\n    owner: o\n    added: {Day(0)}\n    expires: {Day(30)}\n");
        Gates("run").Output.ReplaceLineEndings(" ").ShouldContain("1 entry of .github/gates-waivers.yml is v2m");

        var rewrite = Gates("waive", "--rewrite");

        rewrite.ExitCode.ShouldBe(0, rewrite.ToString());
        rewrite.Output.ShouldContain(".github/gates-waivers.yml: 1 entry rewritten");
        Read(".github/gates-waivers.yml").ShouldMatch("    fingerprint: v2:[0-9a-f]{4} # ours\n    rule: email-address\n    path: a.md\n    reason: r\n");
        Gates("run").Output.ShouldNotContain("is v2m");
        Findings().Single().State.ShouldBe("waived");
        Gates("waive", "--rewrite", "--gate", "dlp-scan").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void SaltThatThePullRequestBrings_DoesNotJudgeIt_AndAnEditIsSaid()
    {
        repository.Write(".github/gates.yml", Tags).Write("k8s/a.yaml", Pod("registry.corp.example/team/app:latest"));
        var without = repository.Commit();
        var with = repository.Write(SaltPath, new string('a', 64) + "\n").Commit();

        PullRequest(without).ExitCode.ShouldBe(0);
        Findings().Single().Fingerprint.ShouldStartWith("v2m:");
        PullRequest(with).ExitCode.ShouldBe(0);
        var keyed = Findings().Single().Fingerprint;
        keyed.ShouldMatch("^v2:[0-9a-f]{16}$");

        repository.Write(SaltPath, new string('b', 64) + "\n").Commit();
        var run = PullRequest(with);
        run.Output.ReplaceLineEndings(" ").ShouldContain("This change edits the salt of .github/gates-salt.");
        Findings().Single().Fingerprint.ShouldBe(keyed, "the base's salt is used");
    }

    [Fact]
    public void OneOfManyHiddenValuesIsAnother_TheCountIsNewToo()
    {
        static string Mails(string last) =>
            string.Concat(Enumerable.Range(0, 1_000).Select(i => FormattableString.Invariant($"person{i}@{Domain}\n"))) + $"{last}@{Domain}\n";
        var sha = repository.Write(".github/gates.yml", "version: 1\ngates: { dlp-scan: { with: { rules: { email-address: error } } } }\n")
            .Write("a.txt", Mails("one"))
            .Write("b.txt", "x\n")
            .Commit();

        repository.Write("a.txt", "# moved\n" + Mails("one")).Commit();
        PullRequest(sha).ExitCode.ShouldBe(0);
        repository.Write("a.txt", Mails("two")).Commit();
        PullRequest(sha).ExitCode.ShouldBe(1);
        Findings().Count(finding => finding.State == "new").ShouldBe(1);
    }

    [Fact]
    public void Statements_HoldTheFormThatNobodyCanTryValuesAgainst()
    {
        repository.Write(".github/gates.yml", Tags).Write("k8s/a.yaml", Pod("registry.corp.example/team/app:latest")).Commit();
        Gates("run");
        Waive(Findings().Single().Fingerprint);
        repository.Commit();
        Gates("run").ExitCode.ShouldBe(0);

        var bundle = File.ReadAllText(Directory.GetFiles(Path.Combine(repository.Path, ".gates/out/bundles"), "image-tags-pinned*")[0]);
        using var json = JsonDocument.Parse(bundle);
        var payload = System.Text.Encoding.UTF8.GetString(json.RootElement.GetProperty("dsseEnvelope").GetProperty("payload").GetBytesFromBase64());

        Print().Matches(payload).Select(match => match.Value).Distinct().ShouldHaveSingleItem().ShouldStartWith("\"fingerprint\":\"v2m:");
        payload.ShouldNotContain(Findings().Single().Fingerprint);
    }

    private static string Pod(string image) =>
        $"apiVersion: v1\nkind: Pod\nmetadata: {{ name: a }}\nspec:\n  containers:\n    - name: a\n      image: {image}\n";

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static string Day(int days) =>
        TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(repository.Path, arguments);

    private GatesOutput Waive(string fingerprint) => Gates("waive", fingerprint, "--reason", "r", "--owner", "@me", "--expires", Day(30));

    private GatesOutput PullRequest(string sha) => GatesProcess.Run(repository.Path, ["run"], JobVariables.PullRequest(job, sha));

    private string Read(string path) => File.ReadAllText(Path.Combine(repository.Path, path));

    private List<(string State, string Fingerprint)> Findings()
    {
        using var results = JsonDocument.Parse(Read(".gates/out/results.json"));
        return
        [
            .. results.RootElement.GetProperty("gates").EnumerateArray().Where(gate => gate.GetProperty("id").GetString() != "waivers")
                .SelectMany(gate => gate.GetProperty("findings").EnumerateArray())
                .Select(finding => (finding.GetProperty("state").GetString()!, finding.GetProperty("fingerprint").GetString()!)),
        ];
    }

    [GeneratedRegex("\"fingerprint\":\"[^\"]*")]
    private static partial Regex Print();
}
