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
    private readonly ReleaseBed bed = new();

    [Fact]
    public void Release_PackedAndVerified_ByUsAndByOthers()
    {
        bed.Release();
        var verified = bed.Gates("verify", "dist", "--rejudge");
        verified.ExitCode.ShouldBe(0, verified.ToString());
        verified.Output.ShouldContain("judged again: 3 the same");
        verified.Output.ShouldContain("trust: .github/gates-keyring.json at origin/main (3 keys)");
        verified.Output.ShouldContain($"times: the entries of example.com/acme/app/{ReleaseBed.Branch[^4..]}; its log key answers for them");

        Assert.SkipUnless(
            ExternalProgram.Exists("openssl")
                && ExternalProgram.Exists("node")
                && ExternalProgram.Exists("go")
                && Directory.Exists("/usr/share/gocode/src/golang.org/x/mod/sumdb"),
            "openssl, node, go or its package golang.org/x/mod is not installed");
        ZipFile.ExtractToDirectory(bed.Pack, bed.Elsewhere.Path);
        var output = string.Concat(Regex.Matches(bed.Elsewhere.Read("VERIFY.md"), "```sh\n(.*?)```", RegexOptions.Singleline)
            .Select(block => ExternalProgram.Run("bash", ["-e", "-o", "pipefail", "-c", block.Groups[1].Value], bed.Elsewhere.Path).Succeeded()));
        output.ShouldContain("Signature Verified Successfully");
        output.ShouldContain("8 signatures: all hold");
        bed.Elsewhere.Read("controls/attestation.json").ShouldContain("\"overall\": true");
        bed.Elsewhere.Read("controls/attestation.json").ShouldContain("\"checkpoint\": \"example.com/acme/app/");
        output.ShouldContain("6 proofs hold");
    }

    [Fact]
    public void Pack_MadeTwice_IsTheSame()
    {
        bed.Release();
        var first = File.ReadAllBytes(bed.Pack);
        bed.Packed("again");
        File.ReadAllBytes(Path.Combine(bed.Repository.Path, "again", Path.GetFileName(bed.Pack))).ShouldBe(first);
    }

    [Fact]
    public void Pack_Changed_IsNamedAndRefused()
    {
        bed.Release();
        using (var zip = ZipFile.Open(bed.Pack, ZipArchiveMode.Update))
        {
            zip.GetEntry("evidence/dlp-scan.json")!.Delete();
        }

        var verified = bed.Gates("verify", bed.Pack);
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain("missing: evidence/dlp-scan.json: missing; manifest.sigstore.json names it");
        verified.Output.ShouldContain("does not hold: 1 problem");
        bed.Gates("verify", "dist").Output.ShouldContain($"changed: {Path.GetFileName(bed.Pack)}: its SHA-256 is ");
    }

    [Fact]
    public void Branch_CutBackAtTheRemote_IsFoundWithTheProofOfThePack()
    {
        bed.Release();
        var old = bed.Repository.Git("ls-remote", "origin", "refs/heads/" + ReleaseBed.Branch).Split('\t')[0];
        bed.Repository.Write("more.txt", "more").Commit();
        bed.Sign();
        ZipFile.ExtractToDirectory(bed.Pack, bed.Elsewhere.Path);
        bed.Packed("newer");
        bed.Fetch();
        bed.Gates("verify", ReleaseBed.Branch, "--seen", Proof()).ExitCode.ShouldBe(0);

        var proof = Directory.GetFiles(Path.Combine(bed.Repository.Path, ".gates/out/bundles"), "*.tlog-proof")[0];
        TempRepository.Run(bed.Remote.Path, "update-ref", "refs/heads/" + ReleaseBed.Branch, old);
        bed.Fetch();
        var verified = bed.Gates("verify", ReleaseBed.Branch, "--seen", proof);
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain("rolled-back: ");
        verified.Output.ShouldContain("the end of the log was cut off");

        string Proof() => Directory.GetFiles(Path.Combine(bed.Elsewhere.Path, "bundles"), "*.tlog-proof")[0];
    }

    [Fact]
    public void Tag_WithoutEvidence_IsRefusedByThePackAndFoundInTheBranch()
    {
        bed.Release();
        bed.Repository.Write("more.txt", "more").Commit();
        bed.Repository.Git("tag", "v1.1.0");
        var packed = bed.Gates("pack", "v1.1.0", "--key", bed.Key("release"), "--out", "dist");
        packed.ExitCode.ShouldBe(2);
        packed.Error.ShouldContain("no log knows the commit");
        bed.Fetch();
        var verified = bed.Gates("verify", ReleaseBed.Branch);
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain("incomplete: v1.1.0: released from commit ");
        verified.Output.ShouldContain("releases: 1 of 2 tags since v1.0.0 have a decision");
    }

    [Fact]
    public void Verify_NothingToTrust_AsksForIt()
    {
        bed.Release();
        var pack = Path.Combine(bed.Elsewhere.Path, "p.zip");
        File.Copy(bed.Pack, pack);
        var refused = GatesProcess.Run(bed.Elsewhere.Path, ["verify", "p.zip"]);
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("there is no repository here whose keyring could be trusted; give --trust FILE");
        GatesProcess.Run(
            bed.Elsewhere.Path,
            ["verify", "p.zip", "--trust", Path.Combine(bed.Repository.Path, ".github/gates-keyring.json")]).ExitCode.ShouldBe(0);
        GatesProcess.Run(
            bed.Elsewhere.Path,
            ["verify", "absent.zip", "--trust", Path.Combine(bed.Repository.Path, ".github/gates-keyring.json")]).ExitCode.ShouldBe(2);
    }

    public void Dispose() => bed.Dispose();
}
