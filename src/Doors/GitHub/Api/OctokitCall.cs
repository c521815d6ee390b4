using System.Text.Json;
using Octokit.Internal;

namespace Gates.Doors.GitHub.Api;

/// <summary>One request that is made through Octokit.</summary>
/// <param name="Request">What is sent in place of Octokit's own request; only the body is Octokit's.</param>
/// <param name="Meant">The address that Octokit must ask for, apart from its query.</param>
/// <param name="Shape">What Octokit reads of the answer; <see langword="null"/> when there is no body.</param>
/// <param name="IsList">Whether the answer is a list.</param>
internal sealed record OctokitCall(ApiRequest Request, Uri Meant, AnswerShape? Shape, bool IsList = false)
{
    // Octokit wants a name and an account; the transport has both.
    private static readonly Octokit.ProductHeaderValue Product = new("gates");

    private static readonly InMemoryCredentialStore Nobody = new(Octokit.Credentials.Anonymous);

    private static readonly SimpleJsonSerializer Serializer = new();

    /// <summary>Makes the request, on a connection that is good for nothing else.</summary>
    /// <param name="api">Sends.</param>
    /// <param name="ask">Calls Octokit.</param>
    /// <param name="from">Makes something of its answer and of GitHub's own.</param>
    /// <param name="cancellationToken">Ends the request, whether or not Octokit's method takes one.</param>
    /// <exception cref="GitHubException">No good answer came, or it is not what GitHub documents.</exception>
    public async Task<(T Answer, ApiResponse Response)> RunAsync<TFrom, T>(
        GitHubApi api,
        Func<Octokit.ApiConnection, Task<TFrom>> ask,
        Func<TFrom, JsonElement, T> from,
        CancellationToken cancellationToken)
    {
        using var handler = new GuardedHandler(api, this);
        using var adapter = new GuardedAdapter(handler, cancellationToken);
        try
        {
            var answer = await ask(new Octokit.ApiConnection(new Octokit.Connection(Product, api.Endpoint.Api, Nobody, adapter, Serializer)));
            return (from(answer, handler.Content), handler.Answer ?? throw new InvalidOperationException($"Octokit sent nothing to {Request.Purpose}."));
        }
        catch (Exception e) when (handler.Answer is not null && e is not (GitHubException or OperationCanceledException))
        {
            // Octokit breaks in many ways on an answer that it does not expect, in words that mean nothing to a user.
            throw ApiErrors.Malformed(Request, $"it cannot be read ({e.GetType().Name})", api.Endpoint.Token);
        }
    }
}

/// <summary>Octokit's way to the handler: with the caller's token, and without a limit of 100 seconds, which a wait for a rate limit outlasts.</summary>
internal sealed class GuardedAdapter : HttpClientAdapter, IHttpClient
{
    private readonly CancellationToken cancellationToken;

    public GuardedAdapter(HttpMessageHandler handler, CancellationToken cancellationToken)
        : base(() => handler)
    {
        this.cancellationToken = cancellationToken;
        SetRequestTimeout(Timeout.InfiniteTimeSpan);
    }

    Task<Octokit.IResponse> IHttpClient.Send(IRequest request, CancellationToken ofOctokit, Func<object, object>? preprocessResponseBody)
    {
        ((Request)request).Timeout = TimeSpan.Zero;
        return Send(request, cancellationToken, preprocessResponseBody);
    }
}
