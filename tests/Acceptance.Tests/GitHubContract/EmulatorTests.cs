using System.Text.Json;
using System.Text.Json.Nodes;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.CheckRuns;
using Gates.Doors.GitHub.Comments;
using Gates.Doors.GitHub.GraphQl;
using Gates.Doors.GitHub.PullRequests;
using Gates.Doors.GitHub.Releases;
using Gates.Doors.GitHub.WorkflowRuns;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.GitHubContract;

/// <summary>The client against a GitHub that remembers, forgets, and breaks; and that GitHub against the description.</summary>
public sealed class EmulatorTests(GitHubTools tools) : IClassFixture<GitHubTools>
{
    private static readonly CheckAnnotation Annotation = new("added.txt", 1, 1, AnnotationLevel.Failure, "No.");

    [Fact]
    public async Task TheEmulatorsAnswersAreWhatGitHubDocuments()
    {
        using var github = new Emulated();
        await EveryRequestAsync(github);
        github.Server.Verify();
        var asked = github.Server.Exchanges.Select(exchange => exchange.Request).Where(request => request != "POST /graphql").ToHashSet(StringComparer.Ordinal);
        JsonSerializer.Deserialize<string[]>(
            System.IO.File.ReadAllText(tools.Find("used-paths.json")))!.Except(asked).ShouldBeEmpty("requests that were not tried");

        using var folder = new TempFolder();
        var exchanges = github.Server.Exchanges.Where(exchange => exchange.Request != "POST /graphql" && exchange.Status != 302)
            .Select(exchange => new JsonObject { ["request"] = exchange.Request, ["status"] = exchange.Status, ["body"] = exchange.Body?.DeepClone() });
        var file = folder.Write("exchanges.json", new JsonArray([.. exchanges]).ToJsonString());
        tools.Describe("check", file).Trim().ShouldBe("");
    }

    [Fact]
    public void TheShapesAreThoseOfTheDescription()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "shapes.json");
        tools.Describe("shapes", file);
        System.IO.File.ReadAllText(file).ShouldBe(System.IO.File.ReadAllText(Repository.Combine("tests", "Support", "GitHubEmulator", "shapes.json")));
    }

    [Fact]
    public async Task AnnotationsArriveOnceAlthoughAnswersGetLost()
    {
        using var github = new Emulated();
        github.Server.Faults.Add(new Fault(FaultKind.LostAnswer, 1, "POST /repos/{owner}/{repo}/check-runs"));
        github.Server.Faults.Add(new Fault(FaultKind.LostAnswer, 1, "PATCH /repos/{owner}/{repo}/check-runs"));
        github.Server.Faults.Add(new Fault(FaultKind.BadGateway, 1, "PATCH /repos/{owner}/{repo}/check-runs"));
        await github.Client.CheckRuns.CreateAsync(Draft(github, 120), CancellationToken.None);
        github.Repository.CheckRuns.Count.ShouldBe(1);
        ((JsonArray)github.Repository.CheckRuns[0]["annotations"]!).Count.ShouldBe(120);
        github.Server.Verify();
    }

    [Fact]
    public async Task ACommentIsWrittenOnceAlthoughTheListLagsBehind()
    {
        using var github = new Emulated { Server = { Lag = 1 } };
        github.Server.Faults.Add(new Fault(FaultKind.Reset, 1, "POST /repos/{owner}/{repo}/issues"));
        github.Server.Faults.Add(new Fault(FaultKind.SecondaryLimit, 1, "POST /repos/{owner}/{repo}/issues"));
        var comment = await github.Client.Comments.CreateAsync(github.Pull.Number, "ours", comment => comment.Body == "ours", CancellationToken.None);
        (await github.Client.Comments.UpdateAsync(comment.Id, "new", CancellationToken.None)).Body.ShouldBe("new");
        github.Pull.Comments.Count.ShouldBe(1);
        comment.User!.Login.ShouldBe(await github.Client.GraphQl.GetLoginAsync(CancellationToken.None));
        github.Time.Waits.ShouldContain(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task ATokenThatMayOnlyReadIsToldWhatItLacks()
    {
        using var github = new Emulated();
        var reader = github.Connect("ghs_reader", "github-actions[bot]", "contents: read");
        var error = await Should.ThrowAsync<MissingPermissionException>(() => reader.CheckRuns.CreateAsync(Draft(github, 1), CancellationToken.None));
        error.Permission.ShouldBe("checks: write");
        github.Repository.CheckRuns.ShouldBeEmpty();
    }

    [Fact]
    public async Task AForksPullRequestIsFoundByItsHeadAndNotByItsCommitAlone()
    {
        using var github = new Emulated();
        (await github.Client.PullRequests.ListByCommitAsync(github.Pull.HeadSha, CancellationToken.None)).ShouldBeEmpty();
        var found = (await github.Client.PullRequests.ListByHeadAsync(github.Pull.HeadSha, CancellationToken.None)).Items.Single();
        found.IsFromFork.ShouldBeTrue();
        var old = github.Pull.HeadSha;
        github.Fork.Commit("topic", ("added.txt", "y\n"));
        github.Pull.Synchronize();
        (await github.Client.PullRequests.ListByHeadAsync(old, CancellationToken.None)).Items.ShouldBeEmpty();
    }

    [Fact]
    public void TheHeadOfAPullRequestIsFetchedAsObjects()
    {
        using var github = new Emulated();
        github.Connect("ghs_reader", "octocat", "contents: read");
        using var clone = new TempRepository();
        clone.Git("fetch", "-q", "--depth=1", github.Repository.CloneAddress, github.Pull.HeadSha);
        clone.Git("show", $"{github.Pull.HeadSha}:added.txt").ShouldBe("x");
        Should.Throw<InvalidOperationException>(() => clone.Git("push", "-q", As("ghs_reader"), $"{github.Pull.HeadSha}:refs/heads/evil"));
        clone.Git("push", "-q", As("ghs_publisher"), $"{github.Pull.HeadSha}:refs/heads/fine");
        github.Repository.Git.Resolve("refs/heads/fine").ShouldBe(github.Pull.HeadSha);

        string As(string token) => github.Repository.CloneAddress.Replace("://", $"://x-access-token:{token}@", StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsPublishedIsNotReplaced()
    {
        using var github = new Emulated();
        var release = await github.Client.Releases.EnsureDraftAsync("v1", github.BaseSha, "v1", "", CancellationToken.None);
        (await github.Client.Releases.EnsureDraftAsync("v1", github.BaseSha, "v1", "", CancellationToken.None)).Id.ShouldBe(release.Id);
        github.Server.Faults.Add(new Fault(FaultKind.LostAnswer, 1, "POST /repos/{owner}/{repo}/releases/"));
        var one = await github.Client.Releases.EnsureAssetAsync(release, File("one"), CancellationToken.None);
        (await github.Client.Releases.EnsureAssetAsync(release, File("one"), CancellationToken.None)).Id.ShouldBe(one.Id);
        var two = await github.Client.Releases.EnsureAssetAsync(release, File("two"), CancellationToken.None);
        two.Id.ShouldNotBe(one.Id);
        var published = await github.Client.Releases.PublishAsync(release, CancellationToken.None);
        (await github.Client.Releases.EnsureAssetAsync(published, File("two"), CancellationToken.None)).Id.ShouldBe(two.Id);
        var error = await Should.ThrowAsync<GitHubException>(() => github.Client.Releases.EnsureAssetAsync(published, File("six"), CancellationToken.None));
        error.Message.ShouldBe("Could not attach pack.zip: the published release v1 has another file of that name. What is published is not replaced; make a new release.");
        (await github.Client.Releases.DownloadAsync(two, 10, CancellationToken.None)).ToArray().ShouldBe("two"u8.ToArray());
        github.Server.Verify();
    }

    [Fact]
    public async Task ABranchThatMovedIsNotCommittedTo()
    {
        using var github = new Emulated();
        CommitFile[] files = [new("audit/a.json", "{}"u8.ToArray())];
        var commit = await github.Client.GraphQl.TryCommitAsync("main", github.BaseSha, "Evidence", files, CancellationToken.None);
        github.Repository.Git.Resolve("refs/heads/main").ShouldBe(commit);
        (await github.Client.GraphQl.TryCommitAsync("main", github.BaseSha, "Evidence", files, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task AnUnknownRequestIsAProblem()
    {
        using var github = new Emulated();
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(github.Server.Api, "repos/acme/web/hooks"));
        Should.Throw<InvalidOperationException>(github.Server.Verify).Message.ShouldContain("GET /api/v3/repos/acme/web/hooks: unknown request");
    }

    private static async Task EveryRequestAsync(Emulated github)
    {
        var (client, number, none) = (github.Client, github.Pull.Number, CancellationToken.None);
        github.Pull.Review("owner", "APPROVED");
        github.Server.Teams["acme/owners"] = ["octocat"];
        var runId = github.Repository.AddWorkflowRun(github.Pull, "failure");
        github.Repository.AddArtifact(runId, "gates", "zip"u8.ToArray());

        var run = await client.CheckRuns.CreateAsync(Draft(github, 1), none);
        await client.CheckRuns.UpdateAsync(run, Draft(github, 1), none);
        (await client.CheckRuns.GetAsync(run.Id, none)).Output!.AnnotationsCount.ShouldBe(2);
        (await client.CheckRuns.FindAsync(github.Pull.HeadSha, "Gates", "run-1", none)).ShouldNotBeNull();
        await client.CodeScanning.UploadAsync(github.Pull.HeadSha, $"refs/pull/{number}/head", "{}"u8.ToArray(), none);
        github.Repository.SarifFiles.Single().Sarif.ShouldBe("{}");
        var comment = await client.Comments.CreateAsync(number, "hello", static _ => false, none);
        await client.Comments.UpdateAsync(comment.Id, "bye", none);
        (await client.Comments.ListAsync(number, none)).Items.Single().Body.ShouldBe("bye");
        await client.Comments.DeleteAsync(comment.Id, none);
        var auditor = github.Connect("ghs_auditor", "github-actions[bot]", "issues: write");
        var issue = await auditor.Issues.CreateAsync("Audit", "hello", "github-actions[bot]", static _ => false, none);
        (await auditor.Issues.UpdateAsync(issue.Number, "bye", open: true, none)).Body.ShouldBe("bye");
        (await auditor.Issues.ListAsync("github-actions[bot]", none)).Items.Single().IsOpen.ShouldBeTrue();
        (await client.CodeOwners.ReadAsync(github.BaseSha, none))!.OwnersOf("a").ShouldBe(["@owner"]);
        (await client.Repositories.ReadFileAsync("src", github.BaseSha, 10, none)).ShouldBeNull();

        var blob = github.Repository.Git.WriteBlob("new"u8.ToArray());
        (await client.GitData.ReadBlobAsync(blob, none)).ShouldBe("new"u8.ToArray());

        github.Repository.Git.Run("tag", "v1", github.BaseSha);
        github.Repository.Git.Run("-c", "user.name=a", "-c", "user.email=a@example.invalid", "tag", "-a", "-m", "x", "v1.0.0", github.BaseSha);
        var tags = await client.GitData.ListTagsAsync("acme", "web", "v1", none);
        tags.Select(tag => $"{tag.Ref} {tag.Object.Type}").ShouldBe(["refs/tags/v1 commit", "refs/tags/v1.0.0 tag"]);
        (await client.GitData.ReadTagAsync("acme", "web", tags[1].Object.Sha, none)).Sha.ShouldBe(github.BaseSha);
        (await client.GitData.ListTagsAsync("acme", "unknown", "v1", none)).ShouldBeEmpty();

        (await client.PullRequests.FindAsync(number, none))!.ChangedFiles.ShouldBe(2);
        (await client.PullRequests.ListByHeadAsync(github.Pull.HeadSha, none)).Items.Count.ShouldBe(1);
        await client.PullRequests.ListByCommitAsync(github.Pull.HeadSha, none);
        (await client.PullRequests.ListReviewsAsync(number, none)).Items.Single().CommitId.ShouldBe(github.Pull.HeadSha);
        await SuggestAsync(github);

        var release = await client.Releases.EnsureDraftAsync("v1", github.BaseSha, "v1", "", none);
        await client.Releases.EnsureAssetAsync(release, File("one"), none);
        var asset = await client.Releases.EnsureAssetAsync(release, File("two"), none);
        await client.Releases.DownloadAsync(asset, 100, none);
        await client.Releases.PublishAsync(release, none);
        (await client.Releases.FindAsync("v1", none))!.Draft.ShouldBeFalse();

        (await client.Repositories.GetAsync(none)).DefaultBranch.ShouldBe("main");
        (await client.Repositories.FindCollaboratorAsync("octocat", none))!.CanWrite.ShouldBeFalse();
        (await client.Repositories.IsTeamMemberAsync("acme", "owners", "octocat", none)).ShouldBeFalse("a job's token cannot see teams");
        var app = github.Connect("ghs_app", "acme[bot]", "members: read");
        (await app.Repositories.IsTeamMemberAsync("acme", "owners", "octocat", none)).ShouldBeTrue();
        (await client.WorkflowRuns.FindAsync(runId, none))!.HeadRepository!.FullName.ShouldBe("mallory/web");
        var artifact = (await client.WorkflowRuns.ListArtifactsAsync(runId, "gates", none)).Items.Single();
        (await client.WorkflowRuns.DownloadArtifactAsync(artifact, 100, none)).ToArray().ShouldBe("zip"u8.ToArray());
    }

    private static async Task SuggestAsync(Emulated github)
    {
        var (client, number, none) = (github.Client, github.Pull.Number, CancellationToken.None);
        github.Pull.Label("owner", "urgent", DateTimeOffset.UnixEpoch);
        var happened = (await client.PullRequests.ListEventsAsync(number, none)).Items.ShouldHaveSingleItem();
        (happened.Event, happened.Label!.Name, happened.Actor!.Type, happened.App).ShouldBe(("labeled", "urgent", "User", null));
        (await client.PullRequests.FindAsync(number, none))!.Labels.ShouldBe(["urgent"]);
        (await client.Repositories.LatestActivityAsync("mallory/web", "topic", none))!.After.ShouldBe(github.Pull.HeadSha);
        (await client.Repositories.LatestActivityAsync("mallory/web", "none", none)).ShouldBeNull();
        (await client.PullRequests.ListFilesAsync(number, none)).Items.Single(file => file.Path == "added.txt").Patch.ShouldBe("@@ -0,0 +1 @@\n+x");
        var review = ContractTests.Review(github.Pull.HeadSha, "added.txt", 1);
        await client.PullRequests.CommentAsync(number, review, static () => Task.FromResult<CreatedReview?>(null), none);
        var thread = (await client.GraphQl.ListThreadsAsync(number, none)).Items.ShouldHaveSingleItem();
        (thread.Author, thread.IsResolved).ShouldBe(("github-actions[bot]", false));
        await client.GraphQl.ResolveAsync(thread, none);
        (await client.GraphQl.ListThreadsAsync(number, none)).Items.ShouldHaveSingleItem().IsResolved.ShouldBeTrue();
        var refused = await Should.ThrowAsync<GitHubException>(() => client.PullRequests.CommentAsync(
            number, ContractTests.Review(github.Pull.HeadSha, "added.txt", 2), static () => Task.FromResult<CreatedReview?>(null), none));
        refused.Message.ShouldContain("Line could not be resolved");
    }

    private static CheckRunDraft Draft(Emulated github, int annotations) => new("Gates", github.Pull.HeadSha, "run-1", new CheckRunOutput("t", "s"))
    {
        Conclusion = CheckConclusion.Failure,
        Annotations = [.. Enumerable.Repeat(Annotation, annotations)],
    };

    private static ReleaseFile File(string text) => new("pack.zip", "application/zip", System.Text.Encoding.UTF8.GetBytes(text));
}
