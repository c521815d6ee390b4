using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>What a newcomer meets: <c>gates run</c> on repositories of every kind.</summary>
public sealed class RunStories
{
    private const string Digest = "@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Fact]
    public void CleanRepository_Holds()
    {
        using var repository = new TempRepository().Write(
            "README.md",
            "# Hello\n").Write("Dockerfile", $"FROM docker.io/library/alpine:3.22{Digest}\nCOPY . /app\n");
        repository.Commit();

        var run = Run(repository.Path);

        run.ExitCode.ShouldBe(0, run.ToString());
        Verdicts(repository.Path).ShouldBe(["dlp-scan passed", "base-image-allowlist passed", "hermetic-build passed"], ignoreOrder: true);
    }

    [Fact]
    public void PlantedProblems_FailAndNeverShowTheSecret()
    {
        var secret = Planted.GitHubToken;
        using var repository = new TempRepository().Write(
            "config/app.env",
            $"TOKEN={secret}\n").Write("Dockerfile", "FROM node\nRUN curl -s https://x.example/i.sh | sh\n");
        repository.Commit();

        var run = Run(repository.Path);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("config/app.env:1");
        run.Output.ShouldContain("Dockerfile:1");
        (run.Output + run.Error).ShouldNotContain(secret);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(repository.Path, ".gates"), "*", SearchOption.AllDirectories))
        {
            File.ReadAllText(file).ShouldNotContain(secret, customMessage: file);
        }
    }

    [Fact]
    public void OutFolder_HoldsTheFilesOfTheContract()
    {
        using var repository = new TempRepository().Write("a.txt", "x\n");
        repository.Commit();

        Run(repository.Path).ExitCode.ShouldBe(0);

        var output = Path.Combine(repository.Path, ".gates/out");
        string[] expected = [
            "run.json",
            "report.html",
            "results.json",
            "results.sarif",
            "results.junit.xml",
            "summary.md",
            "evidence/dlp-scan.json",
            "settings/dlp-scan.json"
        ];
        expected.ShouldAllBe(name => File.Exists(Path.Combine(output, name)));
        Directory.GetFiles(Path.Combine(output, "policies"), "*.js").Length.ShouldBe(3);
        repository.Git("status", "--porcelain").ShouldBe("");
    }

    [Fact]
    public void NoGitAtAll_IsScanned()
    {
        using var folder = new TempFolder();
        folder.Write("a.env", $"TOKEN={Planted.GitHubToken}\n");

        Run(folder.Path).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void RepositoryWithoutCommits_IsScanned()
    {
        using var repository = new TempRepository().Write("a.txt", "x\n");

        var run = Run(repository.Path);

        run.ExitCode.ShouldBe(0, run.ToString());
    }

    [Fact]
    public void DetachedHead_IsScanned()
    {
        using var repository = new TempRepository().Write("a.txt", "x\n");
        repository.Git("checkout", "-q", "--detach", repository.Commit());

        Run(repository.Path).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("version: 1\ngates:\n  dlp-scna: {}\n", ".github/gates.yml:3:3:", "dlp-scan")]
    [InlineData("version: 1\ngates:\n  dlp-scan: { mode: enfroce }\n", ".github/gates.yml:3:", "enforce")]
    [InlineData("version: 1\ngates:\n  dlp-scan:\n\tmode: warn\n", ".github/gates.yml:4:", "tab")]
    [InlineData("version: 1\ngates:\n  dlp-scan: {}\n  dlp-scan: {}\n", ".github/gates.yml:4:3:", "twice")]
    [InlineData("version: 1\ngates: {}\n", ".github/gates.yml", "gate")]
    public void WrongConfiguration_IsOneLineThatNamesThePlaceAndExit2(string text, string place, string hint)
    {
        using var repository = new TempRepository().Write(".github/gates.yml", text);
        repository.Commit();

        var run = Run(repository.Path);

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Error.ShouldStartWith("gates: ");
        run.Error.ShouldContain(place);
        run.Error.ShouldContain(hint);
        run.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("run --workspace /no/such/folder", "/no/such/folder")]
    [InlineData("run --gates dlp", "dlp-scan")]
    [InlineData("run --base nowhere", "nowhere")]
    [InlineData("run --environment prod", "prod")]
    [InlineData("run --config missing.yml", "missing.yml")]
    [InlineData("rnu", "rnu")]
    [InlineData("run --moed", "--moed")]
    public void WrongUsage_SaysWhatIsWrong(string arguments, string named)
    {
        using var repository = new TempRepository().Write("a.txt", "x\n");
        repository.Commit();

        var run = GatesProcess.Run(repository.Path, arguments.Split(' '));

        run.ExitCode.ShouldBe(named == "nowhere" ? 3 : 2, run.ToString());
        run.Error.ShouldContain(named);
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void HostileNamesAndLinks_AreHandled()
    {
        using var outside = new TempFolder();
        outside.Write("secret.env", $"TOKEN={Planted.GitHubToken}\n");
        using var repository = new TempRepository().Write("-rf *.txt", "x\n").Write("::error::name\n.txt", "x\n").Write("a\u202Eb.txt", "x\n");
        File.CreateSymbolicLink(Path.Combine(repository.Path, "link.env"), Path.Combine(outside.Path, "secret.env"));
        File.CreateSymbolicLink(Path.Combine(repository.Path, "loop"), repository.Path);
        repository.Commit();

        var run = Run(repository.Path);

        run.ExitCode.ShouldBe(0, run.ToString());
    }

    [Fact]
    public void OutFolderBehindALink_IsRefused()
    {
        using var outside = new TempFolder();
        using var repository = new TempRepository().Write("a.txt", "x\n");
        Directory.CreateSymbolicLink(Path.Combine(repository.Path, ".gates"), outside.Path);

        var run = Run(repository.Path);

        run.ExitCode.ShouldBe(2, run.ToString());
        Directory.GetFileSystemEntries(outside.Path).ShouldBeEmpty();
    }

    [Fact]
    public void OwnPolicyThatLoops_ErrorsItsGateAndKeepsTheOthers()
    {
        using var repository = new TempRepository()
            .Write(
                ".github/gates.yml",
                "version: 1\ngates:\n  dlp-scan: {}\n  mine: { policy: policies/mine, policy-timeout: 1s, facts: { files: [\"**\"] } }\n")
            .Write("policies/mine/policy.js", "function judge(evidence, settings, report) {\n  while (true) { }\n}\n")
            .Write("policies/mine/policy.json", "{ \"title\": \"Mine\", \"description\": \"Loops.\" }\n");
        repository.Commit();

        var run = Run(repository.Path);

        run.ExitCode.ShouldBe(3, run.ToString());
        Verdicts(repository.Path).ShouldBe(["dlp-scan passed", "mine errored"], ignoreOrder: true);
        run.Output.ShouldContain("policies/mine/policy.js");
    }

    private static GatesOutput Run(string directory) => GatesProcess.Run(directory, ["run"]);

    private static IEnumerable<string> Verdicts(string directory)
    {
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(directory, ".gates/out/results.json")));
        return [.. results.RootElement
            .GetProperty("gates")
            .EnumerateArray()
            .Select(gate => $"{gate.GetProperty("id").GetString()} {gate.GetProperty("verdict").GetString()}")];
    }
}
