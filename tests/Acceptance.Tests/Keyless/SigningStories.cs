using System.IO.Compression;
using System.Text.RegularExpressions;
using Acceptance.Tests.Releases;
using Runner.Tests.Attestation.Sigstore;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Keyless;

/// <summary>
/// A release whose run, attestation and pack a workflow signs without a key, with services over real HTTP; and somebody who verifies it without them.
/// </summary>
public sealed class SigningStories : IDisposable
{
    private static readonly string[] Signer = ["--identity", TestCertificates.Identity, "--issuer", TestCertificates.Issuer];

    private readonly TestInstance instance = new();
    private readonly TestSigstore services;
    private readonly ReleaseBed bed = new();
    private readonly TempFolder folder = new();

    public SigningStories()
    {
        services = new TestSigstore(new TestServices(instance, TimeProvider.System));
        bed.Repository.Write(".github/gates-trusted-root.json", instance.TrustedRoot().ToJsonString());
        bed.Repository.Write("compliance/keyless.yaml", $$"""
            schema: 1
            controls:
              - id: SC-02
                name: Signing & provenance
                evidence: ["*.sigstore.json"]
                assert: [{ type: signed_by, identity: "{{TestCertificates.Identity}}", issuer: "{{TestCertificates.Issuer}}" }]
            """);
        folder.Write("signing_config.json", services.Config());
    }

    private string[] Keyless => ["--sign", "keyless", "--signing-config", Path.Combine(folder.Path, "signing_config.json")];

    public void Dispose()
    {
        services.Dispose();
        bed.Dispose();
        folder.Dispose();
        instance.Dispose();
    }

    [Fact]
    public void Release_SignedWithoutAKey_IsVerifiedOffline()
    {
        bed.Prepare(null);
        Succeeds(["run", .. Keyless]).ShouldContain("evidence key " + TestCertificates.Identity);
        services.Counts().ShouldBe("2 identity, 1 certificate, 6 stamp, 6 log");
        var out1 = bed.Gates(["verify", ".gates/out", .. Signer]);
        out1.ExitCode.ShouldBe(0, out1.ToString());
        out1.Output.ShouldContain($"signed by {TestCertificates.Identity} at ");
        bed.Gates("verify", ".gates/out").ExitCode.ShouldBe(1, "anybody can sign keyless");
        bed.Gates(["verify", ".gates/out", "--identity", "https://github.com/evil/**", "--issuer", TestCertificates.Issuer]).ExitCode.ShouldBe(1);

        bed.Gates("publish", "--evidence-only", "--log-key", bed.Key("log")).Error.ShouldContain(
            "signed keyless, with a certificate: say whose signatures the log takes, with --identity and --issuer");
        Succeeds(["publish", "--evidence-only", "--log-key", bed.Key("log"), .. Signer]);
        foreach (var bundle in Directory.GetFiles(Path.Combine(bed.Repository.Path, ".gates/out/bundles")))
        {
            bed.Repository.Write("evidence/" + Path.GetFileName(bundle), File.ReadAllText(bundle));
        }

        Succeeds(["attest", ReleaseBed.Tag, "--catalog", "compliance/keyless.yaml", .. Keyless]).ShouldContain("signed with " + TestCertificates.Identity);
        bed.Gates(["pack", ReleaseBed.Tag, "--out", "dist", .. Keyless]).Error.ShouldContain("say whose signatures count in it, with --identity and --issuer");
        Succeeds(["pack", ReleaseBed.Tag, "--results", ".gates/out", "--out", "dist", "--log-key", bed.Key("log"), .. Keyless, .. Signer]);

        services.Dispose();
        var verified = bed.Gates(["verify", "dist", "--tag", ReleaseBed.Tag, .. Signer]);
        verified.ExitCode.ShouldBe(0, verified.ToString());
        bed.Fetch();
        bed.Gates(["verify", ReleaseBed.Branch, .. Signer]).ExitCode.ShouldBe(0);
        VerifyWithoutUs();
    }

    [Fact]
    public void Run_ThatCannotBeSigned_KeepsNoBundleAndTellsNoToken()
    {
        bed.Prepare(null);
        services.Before["log"] = new Queue<int>(Enumerable.Repeat(400, 20));

        var run = GatesProcess.Run(bed.Repository.Path, ["run", .. Keyless], Job);

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Error.ShouldContain("this run could not be signed: the signature log at 127.0.0.1:");
        Directory.Exists(Path.Combine(bed.Repository.Path, ".gates/out/bundles")).ShouldBeFalse();
        var files = Directory.GetFiles(Path.Combine(bed.Repository.Path, ".gates/out"), "*", SearchOption.AllDirectories);
        foreach (var text in files.Select(File.ReadAllText).Append(run.Error))
        {
            text.ShouldNotContain(TestSigstore.Bearer);
            text.ShouldNotContain("eyJhbGci");
        }
    }

    [Fact]
    public void Run_InAJobWithoutTheRight_IsWrongUsage()
    {
        bed.Prepare(null);

        var run = bed.Gates(["run", .. Keyless]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("a job of GitHub Actions with `permissions: id-token: write` is needed");
        bed.Gates(["run", .. Keyless, "--no-sign"]).Error.ShouldContain("--sign and --no-sign contradict each other");
        bed.Gates("run", "--sign", "magic").Error.ShouldContain("--sign magic: not a way of signing; it is key or keyless");
    }

    /// <summary>As GATES_… variables have it, which a job sets once for all its steps.</summary>
    [Fact]
    public void Variables_StandInForTheOptions()
    {
        bed.Prepare(null);
        var environment = new Dictionary<string, string>(Job, StringComparer.Ordinal)
        {
            ["GATES_SIGN"] = "keyless",
            ["GATES_SIGNING_CONFIG"] = Path.Combine(folder.Path, "signing_config.json"),
        };

        GatesProcess.Run(bed.Repository.Path, ["run"], environment).ExitCode.ShouldBe(0);
        services.Counts().ShouldBe("2 identity, 1 certificate, 6 stamp, 6 log");
        GatesProcess.Run(bed.Repository.Path, ["run", "--no-sign"], environment).ExitCode.ShouldBe(0);
        GatesProcess.Run(bed.Repository.Path, ["run", "--key", bed.Key("evidence")], environment).Output.ShouldNotContain(TestCertificates.Identity);
        services.Counts().ShouldBe("2 identity, 1 certificate, 6 stamp, 6 log", "an option beats its variable");
    }

    [Fact]
    public void Key_WithAnAuthorityThatStamps_CountsWhenItHasEnded()
    {
        Assert.SkipUnless(ExternalProgram.Exists("faketime"), "faketime is not installed");
        bed.Prepare(null);
        string[] stamped = ["--timestamp-authority", services.Address + "/stamps/api/v1/timestamp"];
        Succeeds(["run", "--key", bed.Key("evidence"), .. stamped]);
        services.Counts().ShouldBe("6 stamp");
        bed.Later(".gates/out").ExitCode.ShouldBe(0, bed.Later(".gates/out").ToString());

        Succeeds(["run", "--key", bed.Key("evidence")]);
        bed.Later(".gates/out").Output.ShouldContain("no log entry proves that it was there while the key counted");
    }

    private Dictionary<string, string> Job => new(StringComparer.Ordinal)
    {
        ["ACTIONS_ID_TOKEN_REQUEST_URL"] = services.Variable("ACTIONS_ID_TOKEN_REQUEST_URL")!,
        ["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = TestSigstore.Bearer,
    };

    private string Succeeds(string[] arguments)
    {
        var output = GatesProcess.Run(bed.Repository.Path, arguments, Job);
        output.ExitCode.ShouldBe(0, output.ToString());
        return output.Output;
    }

    /// <summary>What VERIFY.md says, but for Go's part.</summary>
    private void VerifyWithoutUs()
    {
        Assert.SkipUnless(ExternalProgram.Exists("openssl") && ExternalProgram.Exists("node"), "openssl or node is not installed");
        ZipFile.ExtractToDirectory(bed.Pack, bed.Elsewhere.Path);
        var output = string.Concat(Regex.Matches(bed.Elsewhere.Read("VERIFY.md"), "```sh\n(.*?)```", RegexOptions.Singleline)
            .Select(block => block.Groups[1].Value).Where(block => !block.Contains("go run", StringComparison.Ordinal))
            .Select(block => ExternalProgram.Run("bash", ["-e", "-o", "pipefail", "-c", block], bed.Elsewhere.Path).Succeeded()));
        output.ShouldContain("Verified OK");
        output.ShouldContain("URI:" + TestCertificates.Identity);
        output.ShouldContain("signatures: all hold");
    }
}
