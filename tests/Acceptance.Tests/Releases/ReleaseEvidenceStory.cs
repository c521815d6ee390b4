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
        output.ShouldContain("7 signatures: all hold");
        elsewhere.Read("controls/attestation.json").ShouldContain("\"overall\": true");
        elsewhere.Read("controls/attestation.json").ShouldContain("\"checkpoint\": \"example.com/acme/app/");
        output.ShouldContain("5 proofs hold");
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

    private void Release()
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
        Gates("keys", "new", "--log-name", "example.com/acme/app").ExitCode.ShouldBe(0);
        repository.Commit();
        repository.Git("push", "-q", "origin", "main");
        repository.Git("tag", Tag);
        Sign();
        Attested();
        Packed("dist");
    }

    private void Sign()
    {
        Succeeds("run", "--key", Key("evidence"));
        Succeeds("publish", "--evidence-only", "--log-key", Key("log"));
    }

    private void Attested()
    {
        Directory.CreateDirectory(Path.Combine(repository.Path, "evidence"));
        foreach (var bundle in Directory.GetFiles(Path.Combine(repository.Path, ".gates/out/bundles")))
        {
            File.Copy(bundle, Path.Combine(repository.Path, "evidence", Path.GetFileName(bundle)), overwrite: true);
        }

        Succeeds("attest", Tag, "--key", Key("release"));
    }

    private void Packed(string folder) => Succeeds("pack", Tag, "--results", ".gates/out", "--key", Key("release"), "--out", folder);

    private void Fetch() => repository.Git("fetch", "-q", "--force", "origin", $"{Branch}:{Branch}");

    private string Key(string use) => Directory.GetFiles(Path.Combine(repository.Path, ".gates/keys"), $"{use}-*.pem").ShouldHaveSingleItem();

    private void Succeeds(params string[] arguments)
    {
        var output = Gates(arguments);
        output.ExitCode.ShouldBe(0, output.ToString());
    }

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(repository.Path, arguments);
}
