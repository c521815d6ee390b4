using System.Runtime.Versioning;
using System.Security.Cryptography;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Releasing;

/// <summary>The files of a release: the same bytes every time, all there, and what the action installs is what they are.</summary>
[SupportedOSPlatform("linux")]
public sealed class ReleaseFilesTests : IDisposable
{
    private readonly ReleaseDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("linux-x64", "gates", "libsodium.so")]
    [InlineData("osx-arm64", "gates", "libsodium.dylib")]
    [InlineData("win-x64", "gates.exe", "libsodium.dll")]
    public void Archive_IsTheSameBytes_WheneverItIsPacked(string rid, string program, string library)
    {
        Assert.SkipUnless(ExternalProgram.Exists("zip") && ExternalProgram.Exists("unzip"), "zip is not installed");
        var digests = new[] { "one", "two" }.Select(name =>
        {
            foreach (var file in new[] { program, library, "LICENSE" })
            {
                File.SetLastWriteTimeUtc(desk.Write($"{name}/{file}", $"bytes of {file}"), DateTime.UnixEpoch.AddYears(name == "one" ? 20 : 30));
            }

            var packed = desk.Run("archive", "1.4.0", rid, Path.Combine(desk.Temp, name), Path.Combine(desk.Temp, name + "-packed")).Succeeded().Trim();
            packed.ShouldBe(ReleaseDesk.Archives.Single(archive => archive.Contains($"-{rid}.", StringComparison.Ordinal)));
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(desk.Temp, name + "-packed", packed))));
        }).ToList();

        digests[0].ShouldBe(digests[1]);
        var archive = Directory.GetFiles(Path.Combine(desk.Temp, "one-packed")).ShouldHaveSingleItem();
        var listing = rid == "win-x64" ? ExternalProgram.Run("unzip", ["-Z1", archive]) : ExternalProgram.Run("tar", ["-tzf", archive]);
        listing.Succeeded().ShouldBe($"LICENSE\n{program}\n{library}\n");
    }

    [Fact]
    public void Archive_OfAFolderWithMoreOrLess_IsRefused()
    {
        desk.Write("built/gates", "");
        var output = desk.Run("archive", "1.4.0", "linux-x64", Path.Combine(desk.Temp, "built"), desk.Temp);
        (output.ExitCode, output.Error).ShouldBe((1, $"archive: {desk.Temp}/built must hold LICENSE gates libsodium.so and nothing else\n"));
        desk.Run("archive", "1.4.0", "beos", desk.Temp, desk.Temp).Error.ShouldBe("archive: \"beos\" is not a platform of a release\n");
    }

    [Fact]
    public void Sums_NameEveryFile_AndRefuseAnIncompleteRelease()
    {
        var sums = File.ReadAllLines(Path.Combine(desk.Files, "SHA256SUMS"));
        sums.Select(line => line.Split("  ")[1]).ShouldBe([.. ReleaseDesk.Archives, "gates-1.4.0.cdx.json"]);
        File.Delete(Path.Combine(desk.Files, "gates-1.4.0.sigstore.json"));
        File.Move(Path.Combine(desk.Files, "gates-1.4.0-win-x64.zip"), Path.Combine(desk.Files, "gates-1.4.0-beos.zip"));

        var output = desk.Run("sums", "1.4.0", desk.Files);

        (output.ExitCode, output.Error).ShouldBe(
            (1, $"sums: {desk.Files} is not what 1.4.0 consists of: extra gates-1.4.0-beos.zip, missing gates-1.4.0-win-x64.zip\n"));
        File.Exists(Path.Combine(desk.Files, "SHA256SUMS")).ShouldBeFalse();
    }

    [Fact]
    public void Notes_AreTheVersionsOwn()
    {
        desk.Run("notes", "1.4.0").Succeeded().ShouldBe("- **[BREAKING]** `x` is `y`.\n\n");
        desk.Run("notes", "1.3.0").Succeeded().ShouldBe("- Old.\n");
        desk.Run("notes", "1.4.1").Succeeded().ShouldBe("");
    }

    [Fact]
    public void SetupTable_GetsEachReleaseOnce_AndNeverAnotherDigest()
    {
        var sums = Path.Combine(desk.Files, "SHA256SUMS");
        desk.Run("pin-setup", "1.4.0", sums).Succeeded().ShouldBe("actions/setup installs 1.4.0\n");
        var table = File.ReadAllText(Path.Combine(desk.Checkout.Path, "actions/setup/releases.txt"));
        table.ShouldBe("# The table.\n" + string.Concat(File.ReadAllLines(sums)[..5].Select(line => line.Replace("  ", " ", StringComparison.Ordinal) + "\n")));

        desk.Run("pin-setup", "1.4.0", sums).Succeeded();
        File.ReadAllText(Path.Combine(desk.Checkout.Path, "actions/setup/releases.txt")).ShouldBe(table);
        File.WriteAllText(sums, File.ReadAllText(sums).Replace('1', '2'));
        desk.Run("pin-setup", "1.4.0", sums).ExitCode.ShouldBe(1);
        File.WriteAllText(sums, "");
        desk.Run("pin-setup", "1.4.1", sums).Error.ShouldBe($"pin-setup: {sums} has not one SHA-256 of gates-1.4.1-linux-arm64.tar.gz\n");
        File.ReadAllText(Path.Combine(desk.Checkout.Path, "actions/setup/releases.txt")).ShouldBe(table);
    }

    [Theory]
    [InlineData("archive 1.4 linux-x64 a b", "archive: \"1.4\" is not a version, such as 1.4.0\n")]
    [InlineData("sums 01.4.0 a", "sums: \"01.4.0\" is not a version, such as 1.4.0\n")]
    [InlineData("move-major v1", "move-major: \"v1\" is not a version, such as 1.4.0\n")]
    [InlineData("tag-image 1.4.0 ghcr.io/a/b:1", "tag-image: \"ghcr.io/a/b:1\" is not an image by digest, such as ghcr.io/owner/name@sha256:…\n")]
    [InlineData("publish-release 1.4.0 main a b", "publish-release: \"main\" is not a commit's full id, 40 hexadecimal digits\n")]
    public void WhatIsNoVersionCommitOrImage_IsRefused(string command, string message)
    {
        var words = command.Split(' ');
        var output = desk.Run(words[0], words[1..]);
        (output.ExitCode, output.Error).ShouldBe((2, message));
        desk.Verify();
    }
}
