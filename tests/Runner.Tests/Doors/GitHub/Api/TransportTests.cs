using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.WorkflowRuns;
using Shouldly;
using Xunit;
using static Runner.Tests.Doors.GitHub.ScriptedHandler;

namespace Runner.Tests.Doors.GitHub.Api;

public sealed class TransportTests
{
    private static readonly Artifact Artifact = new(9, "gates", 3, Expired: false);

    [Fact]
    public async Task ADownloadIsFollowedToStorageWithoutTheToken()
    {
        using var scripted = new Scripted(Answer(302, "", ("Location", "https://storage.example/zip?sig=1")), Answer(200, "zip"));
        var zip = await scripted.Client.WorkflowRuns.DownloadArtifactAsync(Artifact, 10, CancellationToken.None);
        zip.ToArray().ShouldBe("zip"u8.ToArray());
        scripted.Handler.Sent.Select(sent => (sent.Line, sent.Authorization)).ShouldBe(
        [
            ("GET https://api.github.com/repos/acme/web/actions/artifacts/9/zip", $"Bearer {Scripted.Token}"),
            ("GET https://storage.example/zip?sig=1", null),
        ]);
    }

    [Fact]
    public async Task ARequestThatWasSentAwayNeverGetsTheTokenBack()
    {
        using var scripted = new Scripted(
            Answer(302, "", ("Location", "https://storage.example/zip")), Answer(302, "", ("Location", "https://api.github.com/user")), Answer(200, "zip"));
        await scripted.Client.WorkflowRuns.DownloadArtifactAsync(Artifact, 10, CancellationToken.None);
        scripted.Handler.Sent.Skip(1).ShouldAllBe(sent => sent.Authorization == null);
    }

    [Fact]
    public async Task ARenamedRepositoryIsFollowedWithTheToken()
    {
        using var scripted = new Scripted(
            Answer(301, "", ("Location", "https://api.github.com/repositories/1")),
            Answer(200, """{"id":1,"full_name":"acme/new","default_branch":"main","fork":false,"private":false}"""));
        (await scripted.Client.Repositories.GetAsync(CancellationToken.None)).FullName.ShouldBe("acme/new");
        scripted.Handler.Sent.ShouldAllBe(sent => sent.Authorization != null);
    }

    [Theory]
    [InlineData("http://storage.example/zip")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//[")]
    public async Task ARedirectToAnUnsafeAddressIsNotFollowed(string location)
    {
        using var scripted = new Scripted(Answer(302, "", ("Location", location)));
        await Should.ThrowAsync<GitHubException>(() => scripted.Client.WorkflowRuns.DownloadArtifactAsync(Artifact, 10, CancellationToken.None));
        scripted.Handler.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(302, "https://api.github.com/elsewhere")]
    [InlineData(307, "https://elsewhere.example/")]
    public async Task WhatIsWrittenIsNotSentElsewhere(int status, string location)
    {
        using var scripted = new Scripted(Answer(status, "", ("Location", location)));
        await Should.ThrowAsync<GitHubException>(() => scripted.Client.Comments.UpdateAsync(3, "hello", CancellationToken.None));
        scripted.Handler.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task RedirectsInACircleEnd()
    {
        using var scripted = new Scripted(Answer(302, "", ("Location", "https://api.github.com/again")));
        await Should.ThrowAsync<GitHubException>(() => scripted.Client.Repositories.GetAsync(CancellationToken.None));
        scripted.Handler.Sent.Count.ShouldBe(6);
    }

    [Fact]
    public async Task AnUnchangedAnswerComesFromTheCache()
    {
        using var scripted = new Scripted(Answer(200, $"[{Scripted.Comment(1)}]", ("ETag", "\"one\"")), Answer(304, ""));
        await scripted.Client.Comments.ListAsync(7, CancellationToken.None);
        (await scripted.Client.Comments.ListAsync(7, CancellationToken.None)).Items.Single().Id.ShouldBe(1);
        scripted.Handler.Sent[1].IfNoneMatch.ShouldBe("\"one\"");
        scripted.Client.Budget.ToString().ShouldBe("GitHub: 2 requests, 1 from cache");
    }

    [Fact]
    public async Task AllPagesAreRead()
    {
        const string Second = "https://api.github.com/repositories/1/issues/7/comments?per_page=100&page=2";
        using var scripted = new Scripted(
            Answer(200, $"[{Scripted.Comment(1)}]", ("Link", $"<{Second}>; rel=\"next\", <https://api.github.com/x?page=2>; rel=\"last\"")),
            Answer(200, $"[{Scripted.Comment(2)}]", ("Link", "<https://api.github.com/x?page=1>; rel=\"prev\"")));
        var comments = await scripted.Client.Comments.ListAsync(7, CancellationToken.None);
        comments.Items.Select(comment => comment.Id).ShouldBe([1, 2]);
        comments.IsComplete.ShouldBeTrue();
        scripted.Handler.Sent.Select(sent => sent.Line).ShouldBe(["GET https://api.github.com/repos/acme/web/issues/7/comments?per_page=100", $"GET {Second}"]);
    }

    [Fact]
    public async Task AListWithTooManyPagesSaysThatItIsNotComplete()
    {
        var page = 1;
        using var scripted = new Scripted(request => Answer(200, "[]", ("Link", $"<https://api.github.com/x?page={++page}>; rel=\"next\""))(request));
        (await scripted.Client.Comments.ListAsync(7, CancellationToken.None)).IsComplete.ShouldBeFalse();
        scripted.Handler.Sent.Count.ShouldBe(new ApiLimits().MaximumPages);
    }

    [Fact]
    public async Task ANextPageOnAnotherHostIsRefused()
    {
        using var scripted = new Scripted(Answer(200, "[]", ("Link", "<https://evil.example/?page=2>; rel=\"next\"")));
        await Should.ThrowAsync<GitHubException>(() => scripted.Client.Comments.ListAsync(7, CancellationToken.None));
        scripted.Handler.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AnAnswerThatIsTooLongIsRefused()
    {
        using var scripted = new Scripted(Answer(200, new string('x', 11)));
        var error = await Should.ThrowAsync<GitHubException>(() => scripted.Client.WorkflowRuns.DownloadArtifactAsync(Artifact, 10, CancellationToken.None));
        error.Message.ShouldBe("Could not download the run's artifact: the answer is longer than 10 bytes.");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""[{"id":1}]""")]
    [InlineData("""[{"id":null,"user":null,"body":"x","html_url":null,"created_at":"2026-01-01T00:00:00Z"}]""")]
    public async Task AnAnswerThatGitHubDoesNotDocumentIsRefused(string body)
    {
        using var scripted = new Scripted(Answer(200, body));
        var error = await Should.ThrowAsync<GitHubException>(() => scripted.Client.Comments.ListAsync(7, CancellationToken.None));
        error.Message.ShouldStartWith("Could not list the comments: the answer from api.github.com is not what GitHub documents: ");
    }

    [Fact]
    public async Task ExceptionsNeverHoldTheTokenOrMoreThanOneLine()
    {
        var hostile = $"::error::{Scripted.Token}\\n\\u001b[31m{new string('x', 5000)}";
        using var scripted = new Scripted(Answer(418, $$"""{"message":"{{hostile}}"}"""));
        var error = await Should.ThrowAsync<GitHubException>(() => scripted.Client.Repositories.GetAsync(CancellationToken.None));
        error.ToString().ShouldNotContain(Scripted.Token);
        error.Message.ShouldContain("***");
        error.Message.Length.ShouldBeLessThan(500);
        error.Message.Any(char.IsControl).ShouldBeFalse();

        using var broken = new Scripted(Broken($"could not connect with {Scripted.Token}"));
        (await Should.ThrowAsync<GitHubException>(() => broken.Client.Repositories.GetAsync(CancellationToken.None))).Message.ShouldNotContain(Scripted.Token);
        Scripted.Endpoint.ToString().ShouldNotContain(Scripted.Token);
    }

    [Theory]
    [InlineData(403, """{"message":"Resource not accessible by integration"}""")]
    [InlineData(404, """{"message":"Not Found"}""")]
    public async Task AMissingPermissionIsNamed(int status, string body)
    {
        using var scripted = new Scripted(Answer(status, body));
        var error = await Should.ThrowAsync<MissingPermissionException>(() => scripted.Client.Comments.CreateAsync(
            7,
            "hello",
            static _ => false,
            CancellationToken.None));
        error.Permission.ShouldBe("pull-requests: write");
        error.Message.ShouldBe("Could not write the comment: the token lacks the permission `pull-requests: write`. Add it under `permissions:` of the job; a pull request from a fork never gets write permissions, so there it belongs into the publishing workflow.");
    }

    [Fact]
    public async Task WhatIsNotThereIsNullForAReader()
    {
        using var scripted = new Scripted(Answer(404, """{"message":"Not Found"}"""));
        (await scripted.Client.PullRequests.FindAsync(7, CancellationToken.None)).ShouldBeNull();
    }
}
