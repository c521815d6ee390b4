using System.Net;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.CheckRuns;
using Gates.Doors.GitHub.Comments;
using Shouldly;
using Support;
using Xunit;
using static Runner.Tests.Doors.GitHub.ScriptedHandler;

namespace Runner.Tests.Doors.GitHub.Api;

public sealed class RetryTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task ReadingIsRepeatedAfterAnAnswerThatSaysNothing(int status)
    {
        using var scripted = new Scripted(Answer(status, "<html>"), Answer(status, "<html>"), Answer(200, "[]"));
        (await scripted.Client.Comments.ListAsync(7, CancellationToken.None)).Items.ShouldBeEmpty();
        scripted.Handler.Sent.Count.ShouldBe(3);
        scripted.Client.Budget.ToString().ShouldBe("GitHub: 3 requests, 2 retries");
    }

    [Fact]
    public async Task ReadingOutlastsAMinuteOfBadAnswersAndThenGivesUp()
    {
        using var scripted = new Scripted(Answer(502, "<html>"));
        var error = await Should.ThrowAsync<GitHubException>(() => scripted.Client.Comments.ListAsync(7, CancellationToken.None));
        error.Message.ShouldBe("Could not list the comments: GitHub answered 502: no reason given");
        error.Status.ShouldBe(HttpStatusCode.BadGateway);
        error.MayHaveHappened.ShouldBeFalse();
        scripted.Handler.Sent.Count.ShouldBe(7);
    }

    [Fact]
    public async Task ReadingIsRepeatedAfterTheConnectionBroke()
    {
        using var scripted = new Scripted(Broken(), Answer(200, "[]"));
        (await scripted.Client.Comments.ListAsync(7, CancellationToken.None)).IsComplete.ShouldBeTrue();
        scripted.Client.Budget.Retries.ShouldBe(1);
    }

    [Fact]
    public async Task ReadingIsRepeatedWhenNoConnectionIsMadeInTime()
    {
        var attempts = 0;
        using var handler = Transport.Handler();
        handler.ConnectTimeout = TimeSpan.FromMilliseconds(100);
        handler.ConnectCallback = async (_, cancelled) =>
        {
            attempts++;
            await Task.Delay(Timeout.Infinite, cancelled);
            return Stream.Null;
        };
        var endpoint = GitHubEndpoint.For(new Uri("http://127.0.0.1/"), new Uri("http://127.0.0.1/graphql"), "acme/web", new ApiToken("t"));
        using var client = new GitHubClient(endpoint, handler, new ImpatientTime(new ApiLimits().Timeout));

        var error = await Should.ThrowAsync<GitHubException>(() => client.Comments.ListAsync(7, CancellationToken.None));

        error.Message.ShouldStartWith("Could not list the comments: no answer from 127.0.0.1: ");
        attempts.ShouldBe(7);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"id\":9}")]
    [InlineData("{\"id\": ")]
    [InlineData("null")]
    [InlineData("<html>")]
    public async Task WhatWasCreatedInWordsThatCannotBeRead_IsLookedForAndNotCreatedAgain(string answer)
    {
        using var scripted = new Scripted(Answer(201, answer), Answer(200, "[]"), Answer(200, "[]"), Answer(200, $"[{Scripted.Comment(9)}]"));

        (await scripted.Client.Comments.CreateAsync(7, "hello", static comment => comment.Id == 9, CancellationToken.None)).Id.ShouldBe(9);

        scripted.Handler.Sent.Count(request => request.Line.StartsWith("POST ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task WhatWasCreatedAndIsNotFound_IsAnErrorAndNotCreatedAgain()
    {
        using var scripted = new Scripted(Answer(201, "{}"), Answer(200, "[]"));

        var error = await Should.ThrowAsync<GitHubException>(() => scripted.Client.Comments.CreateAsync(7, "hello", static _ => true, CancellationToken.None));

        error.Message.ShouldEndWith("It was looked for and not found; it is not made a second time.");
        scripted.Handler.Sent.Count(request => request.Line.StartsWith("POST ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task CheckRunWhoseAnswerLacksItsId_IsFoundByItsExternalId()
    {
        using var scripted = new Scripted(Answer(201, "{\"name\":\"Gates\"}"), Answer(200, $$"""{"total_count":1,"check_runs":[{{Scripted.CheckRun(5)}}]}"""));
        var draft = new CheckRunDraft("Gates", Scripted.Sha, "run-1", new CheckRunOutput("t", "s", null)) { Conclusion = CheckConclusion.Success };

        (await scripted.Client.CheckRuns.CreateAsync(draft, CancellationToken.None)).Id.ShouldBe(5);

        scripted.Handler.Sent.Count(request => request.Line.StartsWith("POST ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(422)]
    [InlineData(501)]
    public async Task ARefusalIsNotRepeated(int status)
    {
        using var scripted = new Scripted(Answer(status, """{"message":"No."}"""));
        await Should.ThrowAsync<GitHubException>(() => scripted.Client.Comments.ListAsync(7, CancellationToken.None));
        scripted.Handler.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ACommentWhoseAnswerWasLostIsLookedForBeforeItIsWrittenAgain()
    {
        using var scripted = new Scripted(Answer(502, "<html>"), Answer(200, $"[{Scripted.Comment(1)},{Scripted.Comment(2, "ours")}]"));
        (await CommentAsync(scripted)).Id.ShouldBe(2);
        scripted.Handler.Sent.Select(sent => sent.Line.Split(' ')[0]).ShouldBe(["POST", "GET"]);
    }

    [Fact]
    public async Task ACommentThatNeverArrivedIsWrittenAgain()
    {
        using var scripted = new Scripted(Broken(), Answer(200, "[]"), Answer(201, Scripted.Comment(3, "ours")));
        (await CommentAsync(scripted)).Id.ShouldBe(3);
        scripted.Handler.Sent.Select(sent => sent.Line.Split(' ')[0]).ShouldBe(["POST", "GET", "POST"]);
    }

    [Fact]
    public async Task APermanentlyBrokenApiEndsTheAttempts()
    {
        using var scripted = new Scripted(request => request.Method == HttpMethod.Post ? Answer(502, "<html>")(request) : Answer(200, "[]")(request));
        (await Should.ThrowAsync<GitHubException>(() => CommentAsync(scripted))).MayHaveHappened.ShouldBeTrue();
        scripted.Handler.Sent.Count(sent => sent.Line.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(7);
    }

    [Fact]
    public async Task UpdatesAreRepeatedBecauseTheyCarryTheWholeState()
    {
        using var scripted = new Scripted(Answer(502, "<html>"), Answer(200, Scripted.Comment(3)));
        (await scripted.Client.Comments.UpdateAsync(3, "hello", CancellationToken.None)).Id.ShouldBe(3);
        scripted.Handler.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ACancelledRunStopsAtOnce()
    {
        using var cancelled = new CancellationTokenSource();
        using var scripted = new Scripted(request =>
        {
            cancelled.Cancel();
            return Answer(502)(request);
        });
        await Should.ThrowAsync<OperationCanceledException>(() => scripted.Client.Comments.ListAsync(7, cancelled.Token));
        scripted.Handler.Sent.Count.ShouldBe(1);
    }

    private static Task<IssueComment> CommentAsync(Scripted scripted) =>
        scripted.Client.Comments.CreateAsync(7, "ours", comment => comment.Body == "ours", CancellationToken.None);
}
