using System.Text.Json.Nodes;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>A tag's release gets the run's results, once, and never when the run did not pass.</summary>
public sealed class ReleaseStories : IDisposable
{
    private const string Tag = "refs/tags/v1.2.0";

    private static readonly string[] Results = ["gates-report.html", "gates-results.json", "gates-results.sarif"];

    private readonly PublishingJob job = new((".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n"));

    public ReleaseStories() => job.Repository.Git.Run("update-ref", Tag, "refs/heads/main");

    public void Dispose() => job.Dispose();

    [Fact]
    public void PassedTag_IsReleasedWithItsResults_AndASecondAttemptChangesNothing()
    {
        using var pack = new TempFolder();
        pack.Write("evidence-pack-v1.2.0.zip", "PK");

        var (run, published) = job.RunAndPublish("push", [], Tag, "--release", "publish", "--assets", pack.Path);

        (run.ExitCode, published.ExitCode).ShouldBe((0, 0), published.ToString());
        published.Output.ShouldContain("Release v1.2.0: 4 files attached, published. ");
        var release = job.Repository.Releases.ShouldHaveSingleItem();
        ((string?)release["tag_name"], (bool?)release["draft"], (bool?)release["prerelease"]).ShouldBe(("v1.2.0", false, false));
        Names(release).ShouldBe(["evidence-pack-v1.2.0.zip", .. Results]);
        var before = release["assets"]!.ToJsonString();

        var again = job.RunAndPublish("push", [], Tag, "--release", "publish", "--assets", pack.Path).Published;

        again.ExitCode.ShouldBe(0, again.ToString());
        job.Repository.Releases.ShouldHaveSingleItem()["assets"]!.ToJsonString().ShouldBe(before);
        again.Output.ShouldContain("the published release v1.2.0 has another file of that name");
        job.Server.Verify();
    }

    [Fact]
    public void FailedTag_IsNotReleased()
    {
        job.Repository.Commit("main", ("src/app.env", $"TOKEN={Planted.GitHubToken}\n"));
        job.Repository.Git.Run("update-ref", Tag, "refs/heads/main");

        var (run, published) = job.RunAndPublish("push", [], Tag, "--release", "publish");

        (run.ExitCode, published.ExitCode).ShouldBe((1, 1), published.ToString());
        published.Output.ShouldContain("Release v1.2.0: left as it is, because the run failed.");
        job.Repository.Releases.ShouldBeEmpty();
        ((string?)job.Repository.CheckRuns.ShouldHaveSingleItem()["conclusion"]).ShouldBe("failure");
    }

    [Fact]
    public void Draft_GetsFilesThatDiffer_AndStaysADraftWhenOnlyAttachIsAsked()
    {
        job.RunAndPublish("push", [], Tag, "--release", "attach").Published.Output.ShouldContain("Release v1.2.0: 3 files attached, still a draft.");
        var first = Ids(job.Repository.Releases[0]);

        job.RunAndPublish("push", [], Tag, "--release", "attach").Published.ExitCode.ShouldBe(0);

        var release = job.Repository.Releases.ShouldHaveSingleItem();
        ((bool?)release["draft"]).ShouldBe(true);
        Names(release).ShouldBe(Results);
        Ids(release)["gates-results.json"].ShouldNotBe(first["gates-results.json"], "its times differ");
    }

    [Fact]
    public void UploadThatBrokeOff_IsDoneAgain()
    {
        job.Server.Faults.Add(new Fault(FaultKind.HalfUpload, 1, "POST /repos/{owner}/{repo}/releases/"));

        var published = job.RunAndPublish("push", [], Tag, "--release", "publish").Published;

        published.ExitCode.ShouldBe(0, published.ToString());
        var release = job.Repository.Releases.ShouldHaveSingleItem();
        Names(release).ShouldBe(Results);
        release["assets"]!.AsArray().ShouldAllBe(asset => (string?)asset!["state"] == "uploaded");
    }

    [Fact]
    public void ImmutableRelease_IsPublishedLast_AndOneThatIsAlreadyOutIsSaidToBeSo()
    {
        job.Repository.HasImmutableReleases = true;
        job.RunAndPublish("push", [], Tag, "--release", "publish").Published.ExitCode.ShouldBe(0);
        Names(job.Repository.Releases.ShouldHaveSingleItem()).ShouldBe(Results);
        job.Repository.Releases[0]["assets"] = new JsonArray();
        var payload = new JsonObject { ["release"] = job.Repository.Releases[0].DeepClone() };

        var late = job.RunAndPublish("release", payload, Tag, "--release", "attach").Published;

        late.ExitCode.ShouldBe(3, late.ToString());
        late.Error.ShouldContain("release v1.2.0 is published and immutable, so gates-report.html cannot be attached. Leave it a draft, and let `gates publish --release publish` publish it.");
    }

    [Fact]
    public void PrereleaseByItsTag_DoesNotBecomeTheLatest()
    {
        job.Repository.Git.Run("update-ref", "refs/tags/v2.0.0-rc.1", "refs/heads/main");

        job.RunAndPublish("push", [], "refs/tags/v2.0.0-rc.1", "--release", "publish").Published.ExitCode.ShouldBe(0);

        ((bool?)job.Repository.Releases.ShouldHaveSingleItem()["prerelease"]).ShouldBe(true);
    }

    [Fact]
    public void BranchPush_HasNoRelease() =>
        job.RunAndPublish(
            "push",
            [],
            "refs/heads/main",
            "--release",
            "publish").Published.Output.ShouldContain("No release: this push event is not about a tag.");

    [Fact]
    public void ResultsOfAnotherCommit_AreNotReleased()
    {
        var clone = job.CheckOut(Tag);
        GatesProcess.Run(clone, ["run"], job.Variables("push", [], Tag, permissions: null)).ExitCode.ShouldBe(0);
        var other = job.Repository.Commit("main", ("b.txt", "x\n"));
        job.Repository.Git.Run("update-ref", Tag, other);

        var published = GatesProcess.Run(clone, ["publish", "--release", "publish"], job.Variables("push", [], Tag, permissions: null));

        published.ExitCode.ShouldBe(3, published.ToString());
        published.Error.ShouldContain("the results are about ");
        job.Repository.Releases.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gates-results.json", "has the name under which this run's own results are attached; rename it")]
    [InlineData("my pack.zip", "has a name that GitHub would change")]
    public void FileThatCannotBeAttached_IsRefusedBeforeAnythingIsPublished(string name, string expected)
    {
        using var pack = new TempFolder();
        pack.Write(name, "x");

        var published = job.RunAndPublish("push", [], Tag, "--release", "publish", "--assets", pack.Path).Published;

        published.ExitCode.ShouldBe(2, published.ToString());
        published.Error.ShouldContain(expected);
        (job.Repository.CheckRuns.Count, job.Repository.Releases.Count).ShouldBe((0, 0));
    }

    private static IEnumerable<string?> Names(JsonObject release) =>
        release["assets"]!.AsArray().Select(asset => (string?)asset!["name"]).Order(StringComparer.Ordinal);

    private static Dictionary<string, long> Ids(JsonObject release) =>
        release["assets"]!.AsArray().ToDictionary(asset => (string)asset!["name"]!, asset => (long)asset!["id"]!, StringComparer.Ordinal);
}
