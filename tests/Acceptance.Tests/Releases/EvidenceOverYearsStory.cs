using System.IO.Compression;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Releases;

/// <summary>What becomes of evidence when years pass, keys end, and somebody takes something away.</summary>
public sealed class EvidenceOverYearsStory : IDisposable
{
    private readonly ReleaseBed bed = new();

    [Fact]
    public void ReleaseKey_EndedOrRotated_WhatWasLoggedStillHolds()
    {
        Assert.SkipUnless(ExternalProgram.Exists("faketime"), "faketime is not installed");
        bed.Release("--log-key", bed.Key);
        File.Exists(Path.ChangeExtension(bed.Pack, ".tlog-proof")).ShouldBeTrue();
        var pack = bed.Later("dist");
        pack.ExitCode.ShouldBe(0, pack.ToString());
        bed.Later(Path.Combine(".gates", "attestation", $"control-attestation-{ReleaseBed.Tag}.sigstore.json")).ExitCode.ShouldBe(0);
        bed.Fetch();
        var branch = bed.Later(ReleaseBed.Branch);
        branch.ExitCode.ShouldBe(0, branch.ToString());

        // The log's key answers for the time; without its proof the signature is only as good as its key is today.
        using (var zip = ZipFile.Open(bed.Pack, ZipArchiveMode.Update))
        {
            zip.GetEntry("manifest.tlog-proof")!.Delete();
        }

        var unproven = bed.Later(bed.Pack);
        unproven.ExitCode.ShouldBe(1);
        unproven.Output.ShouldContain("no log entry proves that it was there while the key counted. A proof from then, manifest.tlog-proof, would");
    }

    [Fact]
    public void RunFolder_ReportForged_DoesNotHold()
    {
        bed.Release();
        bed.Gates("verify", ".gates/out").ExitCode.ShouldBe(0);
        File.WriteAllText(Path.Combine(bed.Repository.Path, ".gates/out/results.json"), "{}");
        var verified = bed.Gates("verify", ".gates/out");
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain("changed: results.json: its SHA-256 is ");
    }

    [Fact]
    public void Branch_LogTakenAway_DoesNotHold()
    {
        bed.Release();
        bed.Fetch();
        bed.Repository.Git("worktree", "add", "-q", "--detach", Path.Combine(bed.Elsewhere.Path, "branch"), ReleaseBed.Branch);
        var folder = Path.Combine(bed.Elsewhere.Path, "branch");
        var whole = bed.Gates("verify", folder);
        whole.ExitCode.ShouldBe(0, whole.ToString());
        Directory.Move(Path.Combine(folder, "log"), Path.Combine(folder, "LOG"));
        var verified = bed.Gates("verify", folder);
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain($"missing: log/{ReleaseBed.Branch[^4..]}/checkpoint: missing: there is no log, and audit/{ReleaseBed.Branch[^4..]}/ holds 6 of its files");
    }

    [Fact]
    public void NewYear_BothBranchesHold()
    {
        Assert.SkipUnless(ExternalProgram.Exists("faketime"), "faketime is not installed");
        bed.Prepare("2026-12-01 10:00:00");
        bed.At("2026-12-31 23:00:00", "run", "--key", bed.Key("evidence"));
        bed.At("2026-12-31 23:01:00", "publish", "--evidence-only", "--log-key", bed.Key("log"));
        bed.Repository.Write("more.txt", "more");
        TempRepository.Run(bed.Repository.Path, "add", "more.txt");
        bed.CommitAt("2026-12-31 23:50:00", "more");
        bed.Repository.Git("tag", "v1.1.0");
        bed.At("2026-12-31 23:58:00", "run", "--key", bed.Key("evidence"));
        bed.At("2027-01-01 00:01:00", "publish", "--evidence-only", "--log-key", bed.Key("log"));
        foreach (var year in (string[])["2026", "2027"])
        {
            bed.Repository.Git("fetch", "-q", "--force", "origin", $"gates-evidence/{year}:gates-evidence/{year}");
        }

        bed.At("2027-01-02 10:00:00", "verify", "gates-evidence/2027").ShouldContain("holds: 6 signed files");
        bed.At("2027-01-02 10:00:00", "verify", "gates-evidence/2026").ShouldContain("releases: v1.1.0 was decided about in gates-evidence/2027");
    }

    public void Dispose() => bed.Dispose();
}
