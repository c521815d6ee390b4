using Gates.Doors.GitHub.Api;
using Shouldly;
using Xunit;
using static Runner.Tests.Doors.GitHub.ScriptedHandler;

namespace Runner.Tests.Doors.GitHub.Api;

public sealed class RateLimitTests
{
    /// <summary>2026-11-22 12:00:00 UTC, when the tests' clock starts.</summary>
    private const long Start = 1795348800;

    public static TheoryData<int, string, string, string, int> Shapes => new()
    {
        { 403, "API rate limit exceeded", "x-ratelimit-reset", $"{Start + 90}", 91 },
        { 429, "API rate limit exceeded", "x-ratelimit-reset", $"{Start + 90}", 91 },
        { 403, "You have exceeded a secondary rate limit.", "Retry-After", "17", 17 },
        { 403, "anything", "Retry-After", "17", 17 },
        { 429, "anything", "Retry-After", "17", 17 },
        { 429, "anything", "Retry-After", "Sun, 22 Nov 2026 12:00:40 GMT", 40 },
        { 429, "anything", "x-unrelated", "1", 60 },
        { 403, "You have exceeded a secondary rate limit.", "x-unrelated", "1", 60 },
        { 403, "You have triggered an abuse detection mechanism.", "x-unrelated", "1", 60 },
        { 422, "was submitted too quickly", "x-unrelated", "1", 60 },
        { 422, "You have exceeded a secondary rate limit", "Retry-After", "5", 5 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task ALimitIsWaitedForEvenByRequestsThatAreNotRepeatedOtherwise(int status, string message, string header, string value, int seconds)
    {
        var remaining = header == "x-ratelimit-reset" ? "0" : "12";
        using var scripted = new Scripted(
            Answer(status, $$"""{"message":"{{message}}"}""", (header, value), ("x-ratelimit-remaining", remaining)), Answer(201, Scripted.Comment(1)));
        await scripted.Client.Comments.CreateAsync(7, "hello", static _ => false, CancellationToken.None);
        scripted.Time.Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
        scripted.Handler.Sent.Select(sent => sent.Line.Split(' ')[0]).ShouldBe(["POST", "POST"]);
    }

    [Fact]
    public async Task ALimitThatHoldsForTooLongIsAnErrorThatSaysUntilWhen()
    {
        using var scripted = new Scripted(Answer(
            403,
            """{"message":"API rate limit exceeded"}""",
            ("x-ratelimit-remaining", "0"),
            ("x-ratelimit-reset", $"{Start + 3000}")));
        var error = await Should.ThrowAsync<RateLimitException>(() => scripted.Client.Comments.ListAsync(7, CancellationToken.None));
        error.Message.ShouldBe("Could not list the comments: GitHub's rate limit holds until 2026-11-22 12:50:00 UTC. Run the job again after that.");
        scripted.Handler.Sent.Count.ShouldBe(1);
        scripted.Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task AnotherRefusalIsNoLimit()
    {
        using var scripted = new Scripted(Answer(
            422,
            """{"message":"Validation Failed","errors":[{"resource":"IssueComment","code":"unprocessable","field":"data"},"Body is too long"]}"""));
        var error = await Should.ThrowAsync<GitHubException>(() => scripted.Client.Comments.CreateAsync(7, "hello", static _ => false, CancellationToken.None));
        error.Message.ShouldBe("Could not write the comment: GitHub answered 422: Validation Failed: unprocessable data; Body is too long");
    }

    [Fact]
    public async Task GraphQlSaysItWithinAGoodAnswer()
    {
        using var scripted = new Scripted(
            Answer(
                200,
                """{"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}""",
                ("x-ratelimit-remaining", "0"),
                ("x-ratelimit-reset", $"{Start + 9}")),
            Answer(200, """{"data":{"viewer":{"login":"github-actions[bot]"}}}"""));
        (await scripted.Client.GraphQl.GetLoginAsync(CancellationToken.None)).ShouldBe("github-actions[bot]");
        scripted.Time.Waits.ShouldBe([TimeSpan.FromSeconds(10)]);
    }
}
