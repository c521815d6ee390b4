using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Releases;

/// <summary>
/// A release from its keys to its pack with the real program, and then an auditor, who has the pack, other people's tools, and nothing of ours.
/// </summary>
public sealed class ReleaseEvidenceStory : IDisposable
{
    private const string Tag = "v1.0.0";

    private static readonly string Branch = string.Create(CultureInfo.InvariantCulture, $"gates-evidence/{TimeProvider.System.GetUtcNow().Year}");

    private static readonly Dictionary<string, string> OutsideJobs = new(StringComparer.Ordinal) { ["GITHUB_ACTIONS"] = "" };

    private readonly TempRepository repository = new();
    private readonly TempFolder remote = new();
    private readonly TempFolder elsewhere = new();

    [Fact]
    public void Release_PackedAndVerified_ByUsAndByOthers()
    {
        Release();
        var verified = Gates("verify", "dist", "--rejudge");
        verified.ExitCode.ShouldBe(0, verified.ToString());
        verified.Output.ShouldContain("judged again: 3 the same");
        verified.Output.ShouldContain("trust: .github/gates-keyring.json at origin/main (3 keys)");
        verified.Output.ShouldContain($"times: the entries of example.com/acme/app/{Branch[^4..]}; its log key answers for them");

        Assert.SkipUnless(
            ExternalProgram.Exists("openssl") && ExternalProgram.Exists("node") && ExternalProgram.Exists("go") && Directory.Exists("/usr/share/gocode/src/golang.org/x/mod/sumdb"),
            "openssl, node, go or its package golang.org/x/mod is not installed");
        ZipFile.ExtractToDirectory(Pack, elsewhere.Path);
        var output = string.Concat(Regex.Matches(elsewhere.Read("VERIFY.md"), "```sh\n(.*?)```", RegexOptions.Singleline)
            .Select(block => ExternalProgram.Run("bash", ["-e", "-o", "pipefail", "-c", block.Groups[1].Value], elsewhere.Path).Succeeded()));
        output.ShouldContain("Signature Verified Successfully");
        output.ShouldContain("8 signatures: all hold");
        elsewhere.Read("controls/attestation.json").ShouldContain("\"overall\": true");
        elsewhere.Read("controls/attestation.json").ShouldContain("\"checkpoint\": \"example.com/acme/app/");
        output.ShouldContain("6 proofs hold");
    }

    [Fact]
    public void Pack_MadeTwice_IsTheSame()
    {
        Release();
        var first = File.ReadAllBytes(Pack);
        Packed("again");
        File.ReadAllBytes(Path.Combine(repository.Path, "again", Path.GetFileName(Pack))).ShouldBe(first);
    }

    [Fact]
    public void ReleaseKey_EndedOrRotated_WhatWasLoggedStillHolds()
    {
        Assert.SkipUnless(ExternalProgram.Exists("faketime"), "faketime is not installed");
        Release("--log-key", Key);
        File.Exists(Path.ChangeExtension(Pack, ".tlog-proof")).ShouldBeTrue();
        Later("dist").ExitCode.ShouldBe(0, Later("dist").ToString());
        Later(Path.Combine(".gates", "attestation", $"control-attestation-{Tag}.sigstore.json")).ExitCode.ShouldBe(0);
        Fetch();
        Later(Branch).ExitCode.ShouldBe(0, Later(Branch).ToString());

        // The log's key answers for the time; without its proof the signature is only as good as its key is today.
        using (var zip = ZipFile.Open(Pack, ZipArchiveMode.Update))
        {
            zip.GetEntry("manifest.tlog-proof")!.Delete();
        }

        var unproven = Later(Pack);
        unproven.ExitCode.ShouldBe(1);
        unproven.Output.ShouldContain("no log entry proves that it was there while the key counted. A proof from then, manifest.tlog-proof, would");
    }

    [Fact]
    public void RunFolder_ReportForged_DoesNotHold()
    {
        Release();
        Gates("verify", ".gates/out").ExitCode.ShouldBe(0);
        File.WriteAllText(Path.Combine(repository.Path, ".gates/out/results.json"), "{}");
        var verified = Gates("verify", ".gates/out");
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain("changed: results.json: its SHA-256 is ");
    }

    [Fact]
    public void Branch_LogTakenAway_DoesNotHold()
    {
        Release();
        Fetch();
        repository.Git("worktree", "add", "-q", "--detach", Path.Combine(elsewhere.Path, "branch"), Branch);
        var folder = Path.Combine(elsewhere.Path, "branch");
        Gates("verify", folder).ExitCode.ShouldBe(0, Gates("verify", folder).ToString());
        Directory.Move(Path.Combine(folder, "log"), Path.Combine(folder, "LOG"));
        var verified = Gates("verify", folder);
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain($"missing: log/{Branch[^4..]}/checkpoint: missing: there is no log, and audit/{Branch[^4..]}/ holds 6 of its files");
    }

    [Fact]
    public void NewYear_BothBranchesHold()
    {
        Assert.SkipUnless(ExternalProgram.Exists("faketime"), "faketime is not installed");
        Prepare("2026-12-01 10:00:00");
        At("2026-12-31 23:00:00", "run", "--key", Key("evidence"));
        At("2026-12-31 23:01:00", "publish", "--evidence-only", "--log-key", Key("log"));
        repository.Write("more.txt", "more");
        TempRepository.Run(repository.Path, "add", "more.txt");
        ExternalProgram.Run("faketime", ["2026-12-31 23:50:00", "git", "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "more"], repository.Path).Succeeded();
        repository.Git("tag", "v1.1.0");
        At("2026-12-31 23:58:00", "run", "--key", Key("evidence"));
        At("2027-01-01 00:01:00", "publish", "--evidence-only", "--log-key", Key("log"));
        foreach (var year in (string[])["2026", "2027"])
        {
            repository.Git("fetch", "-q", "--force", "origin", $"gates-evidence/{year}:gates-evidence/{year}");
        }

        At("2027-01-02 10:00:00", "verify", "gates-evidence/2027").ShouldContain("holds: 6 signed files");
        At("2027-01-02 10:00:00", "verify", "gates-evidence/2026").ShouldContain("releases: v1.1.0 was decided about in gates-evidence/2027");
    }

    [Fact]
    public void Pack_Changed_IsNamedAndRefused()
    {
        Release();
        using (var zip = ZipFile.Open(Pack, ZipArchiveMode.Update))
        {
            zip.GetEntry("evidence/dlp-scan.json")!.Delete();
        }

        var verified = Gates("verify", Pack);
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain("missing: evidence/dlp-scan.json: missing; manifest.sigstore.json names it");
        verified.Output.ShouldContain("does not hold: 1 problem");
        Gates("verify", "dist").Output.ShouldContain($"changed: {Path.GetFileName(Pack)}: its SHA-256 is ");
    }

    [Fact]
    public void Branch_CutBackAtTheRemote_IsFoundWithTheProofOfThePack()
    {
        Release();
        var old = repository.Git("ls-remote", "origin", "refs/heads/" + Branch).Split('\t')[0];
        repository.Write("more.txt", "more").Commit();
        Sign();
        ZipFile.ExtractToDirectory(Pack, elsewhere.Path);
        Packed("newer");
        Fetch();
        Gates("verify", Branch, "--seen", Proof()).ExitCode.ShouldBe(0);

        var proof = Directory.GetFiles(Path.Combine(repository.Path, ".gates/out/bundles"), "*.tlog-proof")[0];
        TempRepository.Run(remote.Path, "update-ref", "refs/heads/" + Branch, old);
        Fetch();
        var verified = Gates("verify", Branch, "--seen", proof);
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain("rolled-back: ");
        verified.Output.ShouldContain("the end of the log was cut off");

        string Proof() => Directory.GetFiles(Path.Combine(elsewhere.Path, "bundles"), "*.tlog-proof")[0];
    }

    [Fact]
    public void Tag_WithoutEvidence_IsRefusedByThePackAndFoundInTheBranch()
    {
        Release();
        repository.Write("more.txt", "more").Commit();
        repository.Git("tag", "v1.1.0");
        var packed = Gates("pack", "v1.1.0", "--key", Key("release"), "--out", "dist");
        packed.ExitCode.ShouldBe(2);
        packed.Error.ShouldContain("no log knows the commit");
        Fetch();
        var verified = Gates("verify", Branch);
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain("incomplete: v1.1.0: released from commit ");
        verified.Output.ShouldContain("releases: 1 of 2 tags since v1.0.0 have a decision");
    }

    [Fact]
    public void Verify_NothingToTrust_AsksForIt()
    {
        Release();
        var pack = Path.Combine(elsewhere.Path, "p.zip");
        File.Copy(Pack, pack);
        var refused = GatesProcess.Run(elsewhere.Path, ["verify", "p.zip"]);
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("there is no repository here whose keyring could be trusted; give --trust FILE");
        GatesProcess.Run(elsewhere.Path, ["verify", "p.zip", "--trust", Path.Combine(repository.Path, ".github/gates-keyring.json")]).ExitCode.ShouldBe(0);
        GatesProcess.Run(elsewhere.Path, ["verify", "absent.zip", "--trust", Path.Combine(repository.Path, ".github/gates-keyring.json")]).ExitCode.ShouldBe(2);
    }

    public void Dispose()
    {
        repository.Dispose();
        remote.Dispose();
        elsewhere.Dispose();
    }

    private string Pack => Path.Combine(repository.Path, "dist", $"evidence-pack-{Tag}.zip");

    private void Release() => Release("--no-log", _ => null);

    private void Release(string option, Func<string, string?> key)
    {
        Prepare(null);
        Sign();
        string[] log = key("log") is { } file ? [option, file] : [option];
        Attested(log);
        Packed("dist", log);
    }

    private void Prepare(string? time)
    {
        TempRepository.Run(remote.Path, "init", "-q", "--bare", "-b", "main");
        repository.Git("remote", "add", "origin", remote.Path);
        repository.Write("README.md", "An application.\n").Write(".gitignore", "/evidence/\n/dist/\n/again/\n/newer/\n").Write("compliance/control_catalog.yaml", """
            schema: 1
            controls:
              - id: SC-02
                name: Signing & provenance
                evidence: ["*.sigstore.json"]
                assert: [{ type: signed_by }]
            """);
        string[] keys = ["keys", "new", "--log-name", "example.com/acme/app"];
        if (time is null)
        {
            Succeeds(keys);
            repository.Commit();
        }
        else
        {
            At(time, keys);
            TempRepository.Run(repository.Path, "add", ".");
            ExternalProgram.Run("faketime", [time, "git", "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "first"], repository.Path).Succeeded();
        }

        repository.Git("push", "-q", "origin", "main");
        repository.Git("tag", Tag);
    }

    private string At(string time, params string[] arguments) => ExternalProgram.Run("faketime", [time, Support.Repository.Gates, .. arguments], repository.Path, OutsideJobs).Succeeded();

    private ProgramOutput Later(string path) => ExternalProgram.Run("faketime", ["+800 days", Support.Repository.Gates, "verify", path], repository.Path, OutsideJobs);

    private void Sign()
    {
        Succeeds("run", "--key", Key("evidence"));
        Succeeds("publish", "--evidence-only", "--log-key", Key("log"));
    }

    private void Attested(params string[] log)
    {
        Directory.CreateDirectory(Path.Combine(repository.Path, "evidence"));
        foreach (var bundle in Directory.GetFiles(Path.Combine(repository.Path, ".gates/out/bundles")))
        {
            File.Copy(bundle, Path.Combine(repository.Path, "evidence", Path.GetFileName(bundle)), overwrite: true);
        }

        Succeeds(["attest", Tag, "--key", Key("release"), .. log]);
    }

    private void Packed(string folder, params string[] log) => Succeeds(["pack", Tag, "--results", ".gates/out", "--key", Key("release"), "--out", folder, .. log]);

    private void Fetch() => repository.Git("fetch", "-q", "--force", "origin", $"{Branch}:{Branch}");

    private string Key(string use) => Directory.GetFiles(Path.Combine(repository.Path, ".gates/keys"), $"{use}-*.pem").ShouldHaveSingleItem();

    private void Succeeds(params string[] arguments)
    {
        var output = Gates(arguments);
        output.ExitCode.ShouldBe(0, output.ToString());
    }

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(repository.Path, arguments);
}
