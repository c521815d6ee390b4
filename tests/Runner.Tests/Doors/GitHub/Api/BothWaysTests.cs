using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.CheckRuns;
using Shouldly;
using Xunit;
using static Runner.Tests.Doors.GitHub.ScriptedHandler;

namespace Runner.Tests.Doors.GitHub.Api;

/// <summary>What holds for each request, whether it is made through Octokit or is our own.</summary>
public sealed class BothWaysTests
{
    private const string Next = "<https://elsewhere.example/?page=2>; rel=\"next\"";

    public enum Way
    {
        Octokit,
        Own,
    }

    public static TheoryData<Way> Ways => [Way.Octokit, Way.Own];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task EachRequestSaysOnceWhoAsksAndWhatVersionIsMeant(Way way)
    {
        List<string> headers = [];
        using var scripted = new Scripted(request =>
        {
            headers.AddRange(request.Headers.Select(header => $"{header.Key}: {string.Join(" | ", header.Value)}"));
            return Answer(200, Empty(way))(request);
        });
        await ListAsync(scripted.Client, way);
        headers.Select(header => header.Split('/')[0]).ShouldBe(
            ["User-Agent: gates", $"Authorization: Bearer {Scripted.Token}", "Accept: application", "X-GitHub-Api-Version: 2022-11-28"]);
        headers.ShouldContain("Accept: application/vnd.github+json");
    }

    [Theory]
    [InlineData(Way.Octokit, "https://api.acme.ghe.com", "https://api.acme.ghe.com/repos/acme/web/")]
    [InlineData(Way.Own, "https://api.acme.ghe.com", "https://api.acme.ghe.com/repos/acme/web/")]
    [InlineData(Way.Octokit, "https://git.acme.example/api/v3", "https://git.acme.example/api/v3/repos/acme/web/")]
    [InlineData(Way.Own, "https://git.acme.example/api/v3/", "https://git.acme.example/api/v3/repos/acme/web/")]
    public async Task AnEnterprisesAddressIsKept(Way way, string api, string expected)
    {
        using var scripted = new Scripted(
            GitHubEndpoint.For(new Uri(api), new Uri(api), "acme/web", new ApiToken(Scripted.Token)), new ApiLimits(), Answer(200, Empty(way)));
        await ListAsync(scripted.Client, way);
        scripted.Handler.Sent.Single().Line.ShouldStartWith($"GET {expected}");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ALimitIsWaitedForAlthoughItLastsLongerThanOctokitWould(Way way)
    {
        using var scripted = new Scripted(Answer(429, "{}", ("Retry-After", "170")), Answer(502), Answer(200, Empty(way)));
        await ListAsync(scripted.Client, way);
        scripted.Time.Waits.Select(wait => wait.TotalSeconds).First().ShouldBe(170);
        scripted.Client.Budget.ToString().ShouldBe("GitHub: 3 requests, 2 retries");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AnErrorOfOursComesThroughAsItIs(Way way)
    {
        using var scripted = new Scripted(Answer(403, "{}", ("Retry-After", "900")));
        var error = await Should.ThrowAsync<RateLimitException>(() => ListAsync(scripted.Client, way));
        error.Message.ShouldEndWith("GitHub's rate limit holds until 2026-11-22 12:15:00 UTC. Run the job again after that.");
        error.InnerException.ShouldBeNull();

        using var refused = new Scripted(Answer(403, """{"message":"Resource not accessible by integration"}"""));
        (await Should.ThrowAsync<MissingPermissionException>(() => WriteAsync(refused.Client, way))).Permission.ShouldEndWith(": write");

        using var lost = new Scripted(Broken());
        (await Should.ThrowAsync<GitHubException>(() => WriteAsync(lost.Client, way))).Message.ShouldEndWith("no answer from api.github.com: connection reset");
    }

    [Theory]
    [InlineData(Way.Octokit, 307)]
    [InlineData(Way.Octokit, 302)]
    [InlineData(Way.Own, 307)]
    [InlineData(Way.Own, 302)]
    public async Task NothingThatIsWrittenGoesToAnotherHost(Way way, int status)
    {
        using var scripted = new Scripted(Answer(status, "", ("Location", "https://elsewhere.example/")));
        await Should.ThrowAsync<GitHubException>(() => WriteAsync(scripted.Client, way));
        scripted.Handler.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task WhatIsReadElsewhereIsAskedForWithoutTheToken(Way way)
    {
        using var scripted = new Scripted(Answer(302, "", ("Location", "https://elsewhere.example/")), Answer(200, Empty(way)));
        await ListAsync(scripted.Client, way);
        scripted.Handler.Sent[1].Line.ShouldBe("GET https://elsewhere.example/");
        (scripted.Handler.Sent[1].Authorization, scripted.Handler.Sent[1].ApiVersion).ShouldBe((null, null));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ANextPageOnAnotherHostIsRefused(Way way)
    {
        using var scripted = new Scripted(Answer(200, Empty(way), ("Link", Next)));
        (await Should.ThrowAsync<GitHubException>(() => ListAsync(scripted.Client, way))).Message.ShouldEndWith("the next page is on another host");
        scripted.Handler.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AListIsReadUpToItsLimitAndSaysSo(Way way)
    {
        var page = 0;
        using var scripted = new Scripted(
            Scripted.Endpoint,
            new ApiLimits { MaximumPages = 3 },
            request => Answer(200, Empty(way), ("Link", $"<https://api.github.com/repositories/1/x?after={++page}>; rel=\"next\""))(request));
        (await ListAsync(scripted.Client, way)).ShouldBeFalse();
        scripted.Handler.Sent.Skip(1).Select(sent => sent.Line)
            .ShouldBe(["GET https://api.github.com/repositories/1/x?after=1", "GET https://api.github.com/repositories/1/x?after=2"]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AnAnswerHasALongestLength(Way way)
    {
        using var scripted = new Scripted(Scripted.Endpoint, new ApiLimits { MaximumAnswer = 20 }, Answer(200, new string(' ', 19) + Empty(way)));
        (await Should.ThrowAsync<GitHubException>(() => ListAsync(scripted.Client, way))).Message.ShouldEndWith("the answer is longer than 20 bytes.");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task CtrlCReachesTheConnection(Way way)
    {
        using var handler = new WaitingHandler();
        using var client = new GitHubClient(Scripted.Endpoint, handler, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(ListAsync(client, way, stop.Token), StopAsync()));
        handler.WasStopped.ShouldBeTrue();

        async Task StopAsync()
        {
            await handler.Reached.Task;
            await stop.CancelAsync();
        }
    }

    private static async Task<bool> ListAsync(GitHubClient client, Way way, CancellationToken cancellationToken = default) => way == Way.Octokit
        ? (await client.Comments.ListAsync(7, cancellationToken)).IsComplete
        : (await client.CheckRuns.ListAsync(Scripted.Sha, null, cancellationToken)).IsComplete;

    private static Task WriteAsync(GitHubClient client, Way way) => way == Way.Octokit
        ? client.Comments.UpdateAsync(3, "hello", CancellationToken.None)
        : client.CheckRuns.UpdateAsync(
            new CheckRun(5, "Gates", Scripted.Sha, "in_progress"),
            new CheckRunDraft("Gates", Scripted.Sha, "run-1", new CheckRunOutput("t", "s")) { Conclusion = CheckConclusion.Success },
            CancellationToken.None);

    private static string Empty(Way way) => way == Way.Octokit ? "[]" : """{"check_runs":[]}""";

    private sealed class WaitingHandler : HttpMessageHandler
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool WasStopped { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Reached.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                WasStopped = true;
                throw;
            }

            return new HttpResponseMessage();
        }
    }
}
