using System.Reflection;
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

    /// <summary>A rate limit may hold for longer than the hundred seconds after which Octokit and the platform's client give up.</summary>
    [Fact]
    public async Task NoClockButOursEndsARequest()
    {
        using var handler = new ScriptedHandler(Answer(200, "{}"));
        var adapter = Activator.CreateInstance(typeof(GuardedHandler).Assembly.GetType("Gates.Doors.GitHub.Api.GuardedAdapter")!, handler, CancellationToken.None)!;
        var request = RawOctokit.New("Internal.Request");
        (request.Method, request.BaseAddress, request.Endpoint) = (HttpMethod.Get, Scripted.Endpoint.Api, new Uri("user", UriKind.Relative));
        await (Task)RawOctokit.Type("Internal.IHttpClient").GetMethod("Send")!.Invoke(adapter, [(object)request, CancellationToken.None, null])!;

        ((TimeSpan)request.Timeout).ShouldBe(TimeSpan.Zero, "which is Octokit's word for none");
        var client = (HttpClient)RawOctokit.Type("Internal.HttpClientAdapter").GetField("_http", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(adapter)!;
        client.Timeout.ShouldBe(Timeout.InfiniteTimeSpan);
    }

    private static GuardedHandler Guarded(Transport transport)
    {
        var api = new GitHubApi(Scripted.Endpoint, transport, TimeProvider.System, new ApiLimits());
        var request = new ApiRequest(HttpMethod.Get, Meant, "list the comments", "pull-requests: read");
        return new GuardedHandler(api, new OctokitCall(request, Meant, null));
    }
}
