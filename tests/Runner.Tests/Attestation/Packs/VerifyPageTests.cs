using System.Text;
using System.Text.RegularExpressions;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Packs;
using Runner.Tests.Attestation.Verification;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Packs;

/// <summary>The page in a pack is followed to the letter, with other people's tools, and they find what was changed.</summary>
public sealed class VerifyPageTests : IDisposable
{
    private readonly SignedRelease release = new();
    private readonly TempFolder folder = new();

    [Fact]
    public void Commands_AsPrinted_Hold()
    {
        SkipWithoutTools();
        var output = Run();
        output.ShouldContain("Signature Verified Successfully");
        output.ShouldContain("bundles/dlp-scan.sigstore.json: evidence key, PASSED, 1f2e3d4c5b6a79880716253443526170ffeeddcc");
        output.ShouldContain("14 files, 4 signatures: all hold");
        output.ShouldContain("bundles/_vsa.tlog-proof: entry 2 of example.com/acme/app/2026, 2026-11-22T10:30:00Z");
        output.ShouldEndWith("3 proofs hold\n");
    }

    [Theory]
    [InlineData("evidence/dlp-scan.json", "NO: evidence/dlp-scan.json is not the file of the manifest")]
    [InlineData("bundles/extra.json", "NO: bundles/extra.json is not in the manifest")]
    [InlineData("bundles/dlp-scan.tlog-proof", "NO: bundles/dlp-scan.tlog-proof is not the file of the manifest")]
    public void Commands_OnAChangedPack_SayNo(string path, string message)
    {
        SkipWithoutTools();
        Unpack();
        File.AppendAllText(Path.Combine(folder.Path, path), "x");
        var output = ExternalProgram.Run(
            "bash",
            ["-e", "-c", Commands().Single(block => block.Contains("check.js", StringComparison.Ordinal)).Replace("rm check.js", "", StringComparison.Ordinal)],
            folder.Path);
        output.ExitCode.ShouldBe(1);
        output.Error.ShouldContain(message);
        output.Output.ShouldEndWith("does not hold\n");
    }

    [Fact]
    public void Proof_OfAnotherBundle_IsRefusedByGo()
    {
        SkipWithoutTools();
        Unpack();
        File.Copy(Path.Combine(folder.Path, "bundles/_vsa.tlog-proof"), Path.Combine(folder.Path, "bundles/dlp-scan.tlog-proof"), overwrite: true);
        var output = ExternalProgram.Run("bash", ["-c", Commands()[^1]], folder.Path);
        output.Error.ShouldContain("NO: bundles/dlp-scan.tlog-proof proves another file");
    }

    public void Dispose()
    {
        release.Dispose();
        folder.Dispose();
    }

    private static void SkipWithoutTools() => Assert.SkipUnless(
        ExternalProgram.Exists("openssl")
            && ExternalProgram.Exists("node")
            && ExternalProgram.Exists("go")
            && Directory.Exists("/usr/share/gocode/src/golang.org/x/mod/sumdb"),
        "openssl, node, go or its package golang.org/x/mod is not installed");

    private void Unpack()
    {
        foreach (var (path, content) in SignedRelease.Unpacked(TestPack.From(release.PackInput(), release.ReleaseKey).Archive).Files)
        {
            File.WriteAllBytes(folder.Write(path, ""), content);
        }
    }

    private string Run()
    {
        Unpack();
        return string.Concat(Commands().Select(block => ExternalProgram.Run("bash", ["-e", "-o", "pipefail", "-c", block], folder.Path).Succeeded()));
    }

    private List<string> Commands() =>
        [.. Regex.Matches(
            Encoding.UTF8.GetString(VerifyPage.Of(release.PackInput(), release.PackInput().Release, new KeySigner(release.ReleaseKey))),
            "```sh\n(.*?)```",
            RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
}
