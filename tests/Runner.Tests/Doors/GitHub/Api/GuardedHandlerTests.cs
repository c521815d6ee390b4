using System.Reflection;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Shouldly;
using Xunit;
using static Runner.Tests.Doors.GitHub.ScriptedHandler;

namespace Runner.Tests.Doors.GitHub.Api;

public sealed class GuardedHandlerTests
{
    private static readonly Uri Meant = new("https://api.github.com/repos/acme/web/issues/7/comments");

    [Theory]
    [InlineData("GET", "https://api.github.com/repos/acme/web/issues/8/comments")]
    [InlineData("GET", "https://api.github.com/repos/acme/web/issues/7/comments/")]
    [InlineData("GET", "https://elsewhere.example/repos/acme/web/issues/7/comments")]
    [InlineData("GET", "http://api.github.com/repos/acme/web/issues/7/comments")]
    [InlineData("POST", "https://api.github.com/repos/acme/web/issues/7/comments")]
    [InlineData("DELETE", "https://api.github.com/repos/acme/web/issues/7/comments")]
    public async Task WhatWasNotMeantIsNotSent(string method, string address)
    {
        using var handler = new ScriptedHandler(Answer(200, "[]"));
        using var transport = new Transport(Scripted.Endpoint, handler, TimeProvider.System, new ApiLimits());
        using var guarded = new HttpMessageInvoker(Guarded(transport));
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        (await Should.ThrowAsync<InvalidOperationException>(() => guarded.SendAsync(request, CancellationToken.None))).Message
            .ShouldBe($"Octokit asks for {method} {address}, which is not the one request GET {Meant}.");
        handler.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task OnlyOneRequestIsSent_AndItIsTheOneThatWasMeant()
    {
        using var handler = new ScriptedHandler(Answer(200, "[]", ("Link", "<https://api.github.com/x>; rel=\"next\"")));
        using var transport = new Transport(Scripted.Endpoint, handler, TimeProvider.System, new ApiLimits());
        using var guarded = new HttpMessageInvoker(Guarded(transport));
        using (var first = new HttpRequestMessage(HttpMethod.Get, $"{Meant}?sort=created&per_page=1"))
        {
            using var answer = await guarded.SendAsync(first, CancellationToken.None);
            answer.Headers.ShouldBeEmpty();
        }

        using var second = new HttpRequestMessage(HttpMethod.Get, Meant);
        await Should.ThrowAsync<InvalidOperationException>(() => guarded.SendAsync(second, CancellationToken.None));
        handler.Sent.Single().Line.ShouldBe($"GET {Meant}");
    }

    /// <summary>Octokit escapes nothing but '#', so it is given what is escaped already.</summary>
    [Theory]
    [InlineData("plain.txt")]
    [InlineData("a?b#c%d&e=f+g")]
    [InlineData("%2F%2e%2e")]
    [InlineData("{0} [bot] <é> 😀 'x' ~!*();:@$,")]
    [InlineData("...")]
    public async Task APartOfAnAddressArrivesAsOurPathHasIt(string text)
    {
        using var scripted = new Scripted(Answer(404));
        (await scripted.Client.Repositories.ReadFileAsync($"dir/{text}", Scripted.Sha, 9, CancellationToken.None)).ShouldBeNull();
        (await scripted.Client.Repositories.FindCollaboratorAsync(text, CancellationToken.None)).ShouldBeNull();
        await Should.ThrowAsync<GitHubException>(() => scripted.Client.Releases.FindAsync($"v1/{text}", CancellationToken.None));
        var escaped = Uri.EscapeDataString(text);
        scripted.Handler.Sent.Select(sent => sent.Line["GET https://api.github.com/repos/acme/web/".Length..]).ShouldBe(
        [
            $"contents/dir/{escaped}?ref={Scripted.Sha}",
            $"collaborators/{escaped}/permission",
            $"releases/tags/v1/{escaped}",
            "releases?per_page=100",
        ]);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("a//b")]
    [InlineData("a\nb")]
    public async Task APartThatWouldLeaveItsPlaceIsRefused(string path)
    {
        using var scripted = new Scripted(Answer(200));
        await Should.ThrowAsync<ArgumentException>(() => scripted.Client.Repositories.ReadFileAsync(path, Scripted.Sha, 9, CancellationToken.None));
        await Should.ThrowAsync<ArgumentException>(() => scripted.Client.Releases.FindAsync(path, CancellationToken.None));
        scripted.Handler.Sent.ShouldBeEmpty();
    }

    /// <summary>A rate limit may hold for longer than the hundred seconds after which Octokit and the platform's client give up.</summary>
    [Fact]
    public async Task NoClockButOursEndsARequest()
    {
        using var handler = new ScriptedHandler(Answer(200, "{}"));
        var type = typeof(GuardedHandler).Assembly.GetType("Gates.Doors.GitHub.Api.GuardedAdapter")!;
        var adapter = Activator.CreateInstance(type, handler, CancellationToken.None)!;
        var request = RawOctokit.New("Internal.Request");
        (request.Method, request.BaseAddress, request.Endpoint) = (HttpMethod.Get, Scripted.Endpoint.Api, new Uri("user", UriKind.Relative));
        await (Task)RawOctokit.Type("Internal.IHttpClient").GetMethod("Send")!.Invoke(adapter, [(object)request, CancellationToken.None, null])!;

        ((TimeSpan)request.Timeout).ShouldBe(TimeSpan.Zero, "which is Octokit's word for none");
        var client = RawOctokit.Type("Internal.HttpClientAdapter").GetField("_http", BindingFlags.NonPublic | BindingFlags.Instance)!;
        ((HttpClient)client.GetValue(adapter)!).Timeout.ShouldBe(Timeout.InfiniteTimeSpan);
    }

    private static GuardedHandler Guarded(Transport transport)
    {
        var api = new GitHubApi(Scripted.Endpoint, transport, GitHubJson.Default, TimeProvider.System, new ApiLimits());
        var request = new ApiRequest(HttpMethod.Get, Meant, "list the comments", "pull-requests: read");
        return new GuardedHandler(api, new OctokitCall(request, Meant, null));
    }
}
