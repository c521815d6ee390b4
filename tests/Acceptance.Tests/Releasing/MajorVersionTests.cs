using System.Runtime.Versioning;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Releasing;

/// <summary><c>v1</c>, of the repository and of the image: only at what is released and complete, and never backwards.</summary>
[SupportedOSPlatform("linux")]
public sealed class MajorVersionTests : IDisposable
{
    private const string Releases = "api --paginate repos/gates-ci/gates/releases?per_page=100 …";
    private const string Files = "api --paginate repos/gates-ci/gates/releases/7/assets?per_page=100 …";

    private readonly ReleaseDesk desk = new();
    private readonly string released;

    public MajorVersionTests()
    {
        Assert.SkipUnless(ExternalProgram.Exists("jq"), "jq is not installed");
        released = Tag("v1.4.0");
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public void FirstRelease_MakesTheTag_AndMovingAgainChangesNothing()
    {
        Complete().Move().Succeeded().ShouldBe($"v1 is now 1.4.0, {released}.\n");
        desk.At("refs/tags/v1").ShouldBe(released);
        Complete().Move().Succeeded().ShouldBe("v1 is 1.4.0 already.\n");
        desk.Verify();
    }

    [Fact]
    public void OlderRelease_GivesWay_NewerStays()
    {
        Tag("v1.3.0", "v1");
        Complete().Move().Succeeded().ShouldBe($"v1 is now 1.4.0, {released}.\n");
        var newer = Tag("v1.10.0", "v1");

        Complete().Move().Succeeded().ShouldBe("v1 stays at 1.10.0, which is newer than 1.4.0.\n");

        desk.At("refs/tags/v1").ShouldBe(newer);
        desk.Verify();
    }

    [Fact]
    public void TagThatSomebodyMoved_IsLookedIntoFirst()
    {
        desk.Checkout.Commit("strange");
        desk.Checkout.Git("push", "-q", desk.Remote, "HEAD:refs/tags/v1");

        Complete().Move().Error.ShouldMatch("^move-major: v1 is at [0-9a-f]{40}, which is no release: somebody moved it. Look into that first\n$");
        desk.Verify();
    }

    [Theory]
    [InlineData("draft", "move-major: v1.4.0 is not published, so v1 stays\n")]
    [InlineData("incomplete", "move-major: the release v1.4.0 is not complete, so v1 stays\n")]
    [InlineData("untagged", "move-major: there is no tag v1.4.0, so v1 stays\n")]
    public void WhatIsNotReleasedAndComplete_MovesNothing(string trouble, string message)
    {
        switch (trouble)
        {
            case "draft":
                desk.Gh.Expect(Releases, $"[{ReleaseDesk.Release("v1.4.0", 7, isDraft: true)}]");
                break;
            case "incomplete":
                desk.Gh.Expect(Releases, $"[{ReleaseDesk.Release("v1.4.0", 7, isDraft: false)}]")
                    .Expect(Files, desk.Assets(asset => asset["state"] = (string?)asset["name"] == "SHA256SUMS" ? "starter" : "uploaded"));
                break;
            default:
                Complete();
                TempRepository.Run(desk.Remote, "update-ref", "-d", "refs/tags/v1.4.0");
                break;
        }

        var output = Move();

        (output.ExitCode, output.Error).ShouldBe((1, message));
        desk.At("refs/tags/v1").ShouldBeNull();
        desk.Verify();
    }

    [Fact]
    public void Image_IsNamedByItsVersion_AndByTheMajorOneWhereTheTagIs()
    {
        var digest = ReleaseDesk.Image.Split('@')[1];
        desk.Docker
            .Expect("buildx imagetools inspect ghcr.io/gates-ci/gates:1.4.0 --format {{.Manifest.Digest}}", exitCode: 1)
            .Expect($"buildx imagetools create --tag ghcr.io/gates-ci/gates:1.4.0 {ReleaseDesk.Image}")
            .Expect("buildx imagetools inspect ghcr.io/gates-ci/gates:1.4.0 …", digest + "\n");
        desk.Run("tag-image", "1.4.0", ReleaseDesk.Image).Succeeded().ShouldBe($"ghcr.io/gates-ci/gates:1.4.0 is {digest}\n");

        desk.Checkout.Git("push", "-q", desk.Remote, $"{released}:refs/tags/v1");
        desk.Docker
            .Expect("buildx imagetools inspect ghcr.io/gates-ci/gates:1.4.0 …", digest)
            .Expect("buildx imagetools create --tag ghcr.io/gates-ci/gates:1.4.0 …")
            .Expect("buildx imagetools inspect ghcr.io/gates-ci/gates:1.4.0 …", digest)
            .Expect($"buildx imagetools create --tag ghcr.io/gates-ci/gates:v1 {ReleaseDesk.Image}")
            .Expect("buildx imagetools inspect ghcr.io/gates-ci/gates:v1 …", digest);
        desk.Run("tag-image", "1.4.0", ReleaseDesk.Image).Succeeded().ShouldEndWith($"ghcr.io/gates-ci/gates:v1 is {digest}\n");
        desk.Verify();
    }

    [Fact]
    public void NameOfAVersion_NeverMovesToAnotherImage()
    {
        var other = "sha256:" + new string('b', 64);
        desk.Docker.Expect("buildx imagetools inspect …", other);

        desk.Run("tag-image", "1.4.0", ReleaseDesk.Image).Error.ShouldBe($"tag-image: ghcr.io/gates-ci/gates:1.4.0 is {other} already, and never moves\n");
        desk.Verify();
    }

    [Theory]
    [InlineData("linux/amd64 linux/arm64 ", 0, "")]
    [InlineData("linux/amd64 ", 1, "is for linux/amd64 , and not for linux/amd64 and linux/arm64\n")]
    public void BothArchitectures_BecomeOneImage(string platforms, int exitCode, string message)
    {
        desk.Docker
            .Expect("buildx imagetools create --tag ghcr.io/gates-ci/gates:build-1 ghcr.io/gates-ci/gates:build-1-x64 ghcr.io/gates-ci/gates:build-1-arm64")
            .Expect("buildx imagetools inspect ghcr.io/gates-ci/gates:build-1 --format {{.Manifest.Digest}}", ReleaseDesk.Image.Split('@')[1])
            .Expect("buildx imagetools inspect ghcr.io/gates-ci/gates:build-1 --format {{range …", platforms);

        var output = desk.Run("join-image", "ghcr.io/gates-ci/gates", "build-1");

        output.ExitCode.ShouldBe(exitCode, output.ToString());
        output.Error.ShouldEndWith(message);
        output.Output.ShouldBe(exitCode == 0 ? ReleaseDesk.Image + "\n" : "");
        desk.Verify();
    }

    private MajorVersionTests Complete()
    {
        desk.Gh.Expect(Releases, $"[{ReleaseDesk.Release("v1.4.0", 7, isDraft: false)}]").Expect(Files, desk.Assets());
        return this;
    }

    private ProgramOutput Move() => desk.Run("move-major", "1.4.0");

    private string Tag(params string[] names)
    {
        var commit = desk.Checkout.Commit(names[0]);
        foreach (var name in names)
        {
            desk.Checkout.Git("push", "-q", "--force", desk.Remote, $"{commit}:refs/tags/{name}");
        }

        return commit;
    }
}
