using System.Runtime.Versioning;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Releasing;

/// <summary>A release is a draft until everything is there; a broken one is completed, a published one never touched.</summary>
[SupportedOSPlatform("linux")]
public sealed class PublishReleaseTests : IDisposable
{
    private const string Releases = "api --paginate repos/gates-ci/gates/releases?per_page=100 …";
    private const string Files = "api --paginate repos/gates-ci/gates/releases/7/assets?per_page=100 …";
    private const string Upload = "release upload v1.4.0 SHA256SUMS gates-1.4.0-linux-arm64.tar.gz gates-1.4.0-linux-x64.tar.gz gates-1.4.0-osx-arm64.tar.gz "
        + "gates-1.4.0-osx-x64.tar.gz gates-1.4.0-win-x64.zip gates-1.4.0.cdx.json gates-1.4.0.sigstore.json --repo gates-ci/gates";

    private readonly ReleaseDesk desk = new();
    private readonly string commit;
    private readonly string notes;

    public PublishReleaseTests()
    {
        Assert.SkipUnless(ExternalProgram.Exists("jq"), "jq is not installed");
        commit = desk.Run("commit-release", "1.4.0", ReleaseDesk.Image, Path.Combine(desk.Files, "SHA256SUMS")).Succeeded().Trim();
        notes = desk.Write("notes.md", "Notes.");
    }

    private string Tagging => $"git -C {desk.Remote} update-ref refs/tags/v1.4.0 {commit}";

    private static string Draft => $"[{ReleaseDesk.Release("v1.4.0", 7, isDraft: true)},{ReleaseDesk.Release("v1.4.0-rc", 8, isDraft: false)}]";

    public void Dispose() => desk.Dispose();

    [Fact]
    public void ReleaseCommit_UsesImageAndArchivesByDigest_AndIsTheSameWhenMadeAgain()
    {
        desk.At("refs/heads/release/1.4.0").ShouldBe(commit);
        TempRepository.Run(desk.Remote, "rev-parse", $"{commit}^").ShouldBe(desk.At("refs/heads/main"));
        TempRepository.Run(desk.Remote, "show", $"{commit}:action.yml").ShouldContain($"  image: docker://{ReleaseDesk.Image}\n");
        TempRepository.Run(desk.Remote, "show", $"{commit}:actions/setup/releases.txt").ShouldContain(" gates-1.4.0-win-x64.zip");
        desk.Checkout.Git("reset", "-q", "--hard", "main^");

        desk.Run("commit-release", "1.4.0", ReleaseDesk.Image, Path.Combine(desk.Files, "SHA256SUMS")).Succeeded().Trim().ShouldBe(commit);
    }

    [Fact]
    public void NewVersion_IsDraftedFilledCheckedAndPublished()
    {
        desk.Gh
            .Expect(Releases, "[]")
            .Expect(
                $"api --method POST repos/gates-ci/gates/releases -f tag_name=v1.4.0 -f target_commitish={commit} -f name=Gates 1.4.0 "
                    + $"-F body=@{notes} -F draft=true --jq .id",
                ReleaseDesk.Release("v1.4.0", 7, isDraft: true))
            .Expect(Files, "[]").Expect(Files, "[]")
            .Expect(Upload)
            .Expect(Files, desk.Assets())
            .Expect(
                "api --method PATCH repos/gates-ci/gates/releases/7 -F draft=false -f make_latest=legacy --jq .immutable",
                ReleaseDesk.Release("v1.4.0", 7, isDraft: false, isImmutable: true),
                script: Tagging);

        var output = Publish();

        output.Succeeded().ShouldBe($"v1.4.0 is published: file://{desk.Temp}/gates-ci/gates/releases/tag/v1.4.0\n");
        output.Error.ShouldBe("");
        desk.At("refs/tags/v1.4.0").ShouldBe(commit);
        desk.At("refs/heads/release/1.4.0").ShouldBeNull();
        desk.Verify();
    }

    [Fact]
    public void DraftOfABrokenAttempt_IsCompleted_AndOnlyWhatDiffersIsReplaced()
    {
        var broken = desk.Assets(asset =>
        {
            switch ((string?)asset["name"])
            {
                case "SHA256SUMS":
                    asset["state"] = "starter";
                    asset["digest"] = null;
                    break;
                case "gates-1.4.0.cdx.json":
                    asset["name"] = "gates-1.3.9.cdx.json";
                    break;
            }
        });
        desk.Gh
            .Expect(Releases, Draft)
            .Expect($"api --method PATCH repos/gates-ci/gates/releases/7 -f target_commitish={commit} -F body=@{notes} --silent")
            .Expect(Files, broken)
            .Expect("api --method DELETE repos/gates-ci/gates/releases/assets/101 --silent")
            .Expect("api --method DELETE repos/gates-ci/gates/releases/assets/107 --silent")
            .Expect(Files, desk.Assets(a => a["name"] = (string?)a["name"] is "SHA256SUMS" or "gates-1.4.0.cdx.json" ? "-" : (string?)a["name"]))
            .Expect("release upload v1.4.0 SHA256SUMS gates-1.4.0.cdx.json --repo gates-ci/gates")
            .Expect(Files, desk.Assets())
            .Expect("api --method PATCH repos/gates-ci/gates/releases/7 -F draft=false …", ReleaseDesk.Release("v1.4.0", 7, isDraft: false), script: Tagging);

        var output = Publish();

        output.ExitCode.ShouldBe(0, output.ToString());
        output.Error.ShouldBe("publish-release: v1.4.0 is published, but not immutable. Switch immutable releases on in the repository's settings\n");
        desk.Verify();
    }

    [Fact]
    public void UploadThatGitHubHasOtherwise_StaysADraft()
    {
        desk.Gh
            .Expect(Releases, Draft).Expect("api --method PATCH …").Expect(Files, "[]").Expect(Files, "[]").Expect(Upload)
            .Expect(Files, desk.Assets(asset => asset["digest"] = "sha256:" + new string('0', 64)));

        var output = Publish();

        (output.ExitCode, output.Error).ShouldBe(
            (1, "publish-release: GitHub does not have of the draft v1.4.0 what was uploaded; it stays a draft. Run this job again\n"));
        desk.Verify();
    }

    [Fact]
    public void PublishedExactlySo_IsDone()
    {
        desk.Checkout.Git("push", "-q", desk.Remote, $"{commit}:refs/tags/v1.4.0");
        desk.Gh.Expect(Releases, $"[{ReleaseDesk.Release("v1.4.0", 7, isDraft: false)}]").Expect(Files, desk.Assets());

        Publish().Succeeded().ShouldStartWith("v1.4.0 is published already, exactly so: ");
        desk.Verify();
    }

    [Theory]
    [InlineData("other files", "v1.4.0 is published, with other files or from another commit, and what is published never changes")]
    [InlineData("no release", "there is a tag v1.4.0, but no release of it. Delete the tag, or release another version")]
    [InlineData("two drafts", "there are several drafts of v1.4.0. Delete all but one")]
    [InlineData("other bytes", " is not what its SHA256SUMS says")]
    [InlineData("a file less", " does not hold exactly the files of 1.4.0")]
    public void WhatCannotBeCompleted_IsRefusedAndNotTouched(string trouble, string message)
    {
        switch (trouble)
        {
            case "other files":
                desk.Checkout.Git("push", "-q", desk.Remote, $"{commit}:refs/tags/v1.4.0");
                desk.Gh.Expect(Releases, $"[{ReleaseDesk.Release("v1.4.0", 7, isDraft: false)}]").Expect(Files, "[]");
                break;
            case "no release":
                desk.Checkout.Git("push", "-q", desk.Remote, $"{commit}:refs/tags/v1.4.0");
                desk.Gh.Expect(Releases, "[]");
                break;
            case "two drafts":
                desk.Gh.Expect(Releases, $"[{ReleaseDesk.Release("v1.4.0", 7, isDraft: true)},{ReleaseDesk.Release("v1.4.0", 9, isDraft: true)}]");
                break;
            case "other bytes":
                File.WriteAllText(Path.Combine(desk.Files, "gates-1.4.0-win-x64.zip"), "others");
                break;
            default:
                File.Delete(Path.Combine(desk.Files, "gates-1.4.0.sigstore.json"));
                break;
        }

        var output = Publish();

        output.ExitCode.ShouldBe(1);
        output.Error.ShouldEndWith(message + "\n");
        desk.Verify();
    }

    [Fact]
    public void GitHubThatDoesNotAnswer_IsNoNewVersion()
    {
        desk.Gh.Expect(Releases, "", exitCode: 1);

        Publish().ExitCode.ShouldNotBe(0);
        desk.Verify();
    }

    [Theory]
    [InlineData("refs/heads/topic", "1.4.0", "releases are made from main, not from topic")]
    [InlineData("refs/heads/main", "1.5.0", "CHANGELOG.md says nothing under \"## 1.5.0\"")]
    public void VersionThatCannotBeReleasedFromHere_IsRefused(string gitRef, string version, string message)
    {
        var output = desk.Step(
            $".github/release/check-version {version}",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["GITHUB_REF"] = gitRef });
        (output.ExitCode, output.Error).ShouldBe((1, $"check-version: {message}\n"));
        desk.Verify();
    }

    [Fact]
    public void ReleasedVersion_IsNotReleasedAgain_AndATagWithoutAReleaseIsNotTakenOver()
    {
        desk.Gh.Expect(Releases, $"[{ReleaseDesk.Release("v1.4.0", 7, isDraft: false)}]").Expect(Releases, Draft).Expect(Releases, Draft);

        desk.Run("check-version", "1.4.0").Error.ShouldBe("check-version: v1.4.0 is published, and what is published never changes. Release another version\n");
        desk.Run("check-version", "1.4.0").Succeeded().ShouldBe("");
        desk.Checkout.Git("push", "-q", desk.Remote, $"{commit}:refs/tags/v1.4.0");
        desk.Run("check-version", "1.4.0").Error
            .ShouldBe("check-version: there is a tag v1.4.0, but no release of it. Delete the tag, or release another version\n");
        desk.Verify();
    }

    private ProgramOutput Publish() => desk.Run("publish-release", "1.4.0", commit, desk.Files, notes);
}
