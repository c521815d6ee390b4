using System.Globalization;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.HostileGit;

/// <summary>A repository whose every setting names a program, with the real program: nothing of it runs, and everything still works.</summary>
public sealed class HostileGitStories : IDisposable
{
    private const string Tag = "v1.0.0";

    private static readonly string Branch = string.Create(CultureInfo.InvariantCulture, $"gates-evidence/{TimeProvider.System.GetUtcNow().Year}");

    private readonly TempRepository repository = new();
    private readonly TempFolder remote = new();
    private readonly PlantedConfiguration planted = new();

    [Fact]
    public void EveryCommand_InARepositoryThatPlantsEverySetting_RunsNothingOfIt()
    {
        var first = Prepare();
        planted.Keys.ShouldContain("core.sshCommand");
        planted.Keys.ShouldContain("filter.evil.process");
        planted.Keys.ShouldContain("remote.origin.uploadpack");
        planted.Keys.Count.ShouldBeGreaterThan(600);

        var run = Succeeds("run", "--base", first, "--key", Key("evidence"));
        run.Output.ShouldContain(
            $"seen a.txt untracked.txt, signatures {(SshKey.Available ? "good" : "")}",
            Case.Sensitive,
            run + "an ignore file of the user's or the configuration's must not hide a file");
        Succeeds("baseline");
        Succeeds("waive", "--gate", "dlp-scan", "--path", "untracked.txt", "--reason", "A test.", "--owner", "@acme/test", "--expires", "2027-01-31");
        Runs("record", "mine", "recorded").ExitCode.ShouldBeLessThan(4);
        Runs("eval", "policies/mine", ".gates/out/evidence/mine.json").ExitCode.ShouldBeLessThan(4);
        Succeeds("keys", "rotate", "--use", "release");
        Succeeds("keys", "list");
        Succeeds("list");
        Runs("test", "policies").ExitCode.ShouldBeLessThan(4);
        Succeeds("publish", "--evidence-only", "--log-key", Key("log"));
        Succeeds("evidence", "add", "dist/load.json", "--type", "drill", "--key", Key("evidence"), "--log-key", Key("log"));
        Succeeds(
            "evidence",
            "add",
            "dist/load.json",
            "--type",
            "drill",
            "--key",
            Key("evidence"),
            "--log-key",
            Key("log"),
            "--remote",
            ".",
            "--origin",
            "example.com/acme/app");
        CopyFolder(Path.Combine(repository.Path, ".gates/out/bundles"), Path.Combine(repository.Path, "evidence"));
        Runs("attest", Tag).ExitCode.ShouldBeLessThan(2);
        Runs("verify", Branch).Output.ShouldContain("no release decision", Case.Sensitive, "this clone's own branch holds one file of third parties");
        Runs("pack", Tag, "--key", Key("release"), "--out", "dist/pack").ExitCode.ShouldBeLessThan(3);
        Runs("log", "import", ".gates/evidence", "--log-key", Key("log")).ExitCode.ShouldBeLessThan(3);
        Runs("init").ExitCode.ShouldBeLessThan(3);
        TempRepository.Run(remote.Path, "-c", "core.bare=true", "--git-dir=" + Copy(remote.Path), "rev-list", "--count", Branch).ShouldNotBe("0");
    }

    [Fact]
    public void Fetch_OfTheBaseFromARemoteThatIsPlantedToo_RunsNothingOfEither()
    {
        var first = Prepare();
        using var clones = new TempFolder();
        var bare = Copy(remote.Path);
        TempRepository.Run(clones.Path, "clone", "-q", "--depth=1", "--branch=main", "file://" + bare, "clone");
        var clone = Path.Combine(clones.Path, "clone");
        planted.PlantPrograms(Path.Combine(clone, "bin"));
        planted.PlantUser(Path.Combine(clone, "bin"));
        planted.Plant(Path.Combine(clone, ".git"), "file://" + remote.Path);
        var ran = GatesProcess.Run(clone, ["run", "--no-sign", "--base", first], planted.Environment);
        planted.Traces.ShouldBeEmpty();
        ran.ExitCode.ShouldBe(0, ran.ToString());
    }

    [Fact]
    public void PlantedSettings_ObeyedByGitItself_LeaveATrace()
    {
        repository.Write("a.txt", "a\n").Write(".gitattributes", "*.txt filter=evil\n").Commit();
        File.AppendAllText(Path.Combine(repository.Path, ".git/config"), $"[filter \"evil\"]\n\tclean = {planted.Program}\n");
        repository.Write("a.txt", "b\n");
        ExternalProgram.Run("git", ["-C", repository.Path, "status"]);
        planted.Traces.ShouldContain("mark");
    }

    public void Dispose()
    {
        repository.Dispose();
        remote.Dispose();
        planted.Dispose();
    }

    /// <returns>The first commit.</returns>
    private string Prepare()
    {
        TempRepository.Run(remote.Path, "init", "-q", "--bare", "-b", "main");
        repository.Git("remote", "add", "origin", remote.Path);
        repository.Write("a.txt", "1\n").Write(".gitignore", "/dist/\n/evidence/\n").Write(".gitattributes", "* filter=evil diff=evil merge=evil\n");
        repository.Write("policies/mine/policy.json", "{ \"title\": \"Mine\", \"facts\": { \"files\": [\"*.txt\"] } }");
        repository.Write("policies/mine/policy.js", """
            function judge(evidence, settings, report) {
              var files = evidence.files.map(function (file) { return file.path; }).join(' ');
              var signatures = evidence.git.commits.map(function (commit) { return commit.signature.status; }).join(' ');
              report.warning('seen', 'seen ' + files + ', signatures ' + signatures, { path: 'a.txt', line: 1 });
            }

            """);
        repository.Write(
            ".github/gates.yml",
            "version: 1\ngates:\n  dlp-scan: {}\n  mine: { policy: policies/mine, mode: warn, facts: { files: [\"*.txt\"], git: [\"commits\", \"tags\", \"diff\"] } }\n");
        repository.Write("compliance/control_catalog.yaml", "schema: 1\ncontrols:\n  - id: A\n    name: A\n    evidence: [\"*.json\"]\n");
        GatesProcess.Run(repository.Path, ["keys", "new", "--log-name", "example.com/acme/app"]).ExitCode.ShouldBe(0);
        using var key = SshKey.Available ? new SshKey() : null;
        repository.Write(".github/allowed_signers", $"test@example.invalid {key?.PublicKey}\n");
        var first = repository.Commit();
        if (key is not null)
        {
            repository.Git([.. key.Options, "commit", "-q", "-S", "--allow-empty", "-m", "signed"]);
        }

        repository.Git("tag", Tag);
        repository.Git("push", "-q", "origin", "main");
        repository.Write("a.txt", "2\n").Write("untracked.txt", "x\n").Write("dist/load.json", "{}");
        using (var nested = new TempRepository())
        {
            nested.Write("n.txt", "n\n").Commit();
            planted.Plant(Path.Combine(nested.Path, ".git"), null);
            CopyFolder(nested.Path, Path.Combine(repository.Path, "embedded"));
        }

        planted.PlantPrograms(repository.Path);
        planted.PlantPrograms(Path.Combine(repository.Path, "bin"));
        planted.Plant(Path.Combine(repository.Path, ".git"), remote.Path);
        planted.Plant(remote.Path, null);
        planted.PlantUser(Path.Combine(repository.Path, "bin"));
        return first;
    }

    private string Key(string use) => Directory.GetFiles(Path.Combine(repository.Path, ".gates/keys"), $"{use}-*.pem").Order(StringComparer.Ordinal).First();

    private GatesOutput Runs(params string[] arguments)
    {
        var output = GatesProcess.Run(repository.Path, arguments, planted.Environment);
        planted.Traces.ShouldBeEmpty(string.Join(' ', arguments));
        return output;
    }

    private GatesOutput Succeeds(params string[] arguments)
    {
        var output = Runs(arguments);
        output.ExitCode.ShouldBe(0, $"{string.Join(' ', arguments)}\n{output}");
        return output;
    }

    /// <summary>A repository's objects and refs without what was planted beside them, for git itself to look at.</summary>
    private static string Copy(string bare)
    {
        var copy = Path.Combine(bare, "copy.git");
        TempRepository.Run("/", "init", "-q", "--bare", "-b", "main", copy);
        CopyFolder(Path.Combine(bare, "refs"), Path.Combine(copy, "refs"));
        File.WriteAllText(Path.Combine(copy, "objects/info/alternates"), Path.Combine(bare, "objects") + "\n");
        return copy;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
