using System.Net;
using System.Net.Http.Headers;
using Gates.Doors.Files;
using Gates.Doors.Http;
using Polly;

namespace Gates.Doors.GitHub.Api;

/// <summary>Sends requests and follows redirects; the token goes to GitHub's own hosts only.</summary>
internal sealed class Transport : IDisposable
{
    private const int MaximumRedirects = 5;

    private readonly GitHubEndpoint endpoint;
    private readonly HttpClient client;
    private readonly ApiLimits limits;
    private readonly AnswerCache cache;
    private readonly ResiliencePipeline<ApiResponse> pipeline;

    /// <param name="endpoint">Where, and as whom.</param>
    /// <param name="handler">Must not follow redirects on its own; <see cref="Handler"/> makes one.</param>
    /// <param name="time">For delays and rate limits.</param>
    /// <param name="limits">How patient to be.</param>
    public Transport(GitHubEndpoint endpoint, HttpMessageHandler handler, TimeProvider time, ApiLimits limits)
    {
        this.endpoint = endpoint;
        this.limits = limits;
        client = new HttpClient(handler, disposeHandler: false) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        cache = new AnswerCache(limits.MaximumCache);
        pipeline = RetryRules.Pipeline(limits, time, Budget);
    }

    public RequestBudget Budget { get; } = new();

    /// <summary>A handler that leaves redirects, cookies and proxies' authentication to nobody.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Sends, waits for rate limits, and retries where that is harmless.</summary>
    /// <returns>The last answer, good or bad.</returns>
    /// <exception cref="GitHubException">No answer came.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RetryRules.Request, request);
        try
        {
            return await pipeline.ExecuteAsync(
                static async (context, state) => await state.Transport.AttemptAsync(state.Request, context.CancellationToken),
                context,
                (Transport: this, Request: request));
        }
        catch (Exception e) when (RetryRules.IsLost(e))
        {
            throw ApiErrors.NoAnswer(request, e, endpoint.Token);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<ApiResponse> AttemptAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var url = request.Url;
        var mayKnow = HostFamily.IsSameOrigin(endpoint.Api, url) || HostFamily.AcceptsUploads(endpoint.Api, url);
        for (var hops = 0; ; hops++)
        {
            var response = await OnceAsync(request, url, mayKnow, cancellationToken);
            if ((int)response.Status is not (301 or 302 or 303 or 307 or 308) || response.Header("Location") is not { } location)
            {
                return response;
            }

            if (hops == MaximumRedirects || !Uri.TryCreate(url, location, out var target) || !MayFollow(request, response, url, target))
            {
                throw new GitHubException($"Could not {request.Purpose}: {endpoint.Api.Authority} answered with a redirect that is not followed.")
                {
                    Status = response.Status
                };
            }

            mayKnow &= HostFamily.IsSameOrigin(url, target);
            url = target;
        }
    }

    /// <summary>Downloads lie on storage hosts, which change; what is written stays with GitHub.</summary>
    private bool MayFollow(ApiRequest request, ApiResponse response, Uri from, Uri to) => request.IsWrite
        ? HostFamily.IsSameOrigin(from, to) && (int)response.Status is 307 or 308
        : HostFamily.IsSameOrigin(from, to)
            || to.Scheme == "https"
            || (to is { Scheme: "http", IsLoopback: true } && endpoint.Api is { Scheme: "http", IsLoopback: true });

    private async Task<ApiResponse> OnceAsync(ApiRequest request, Uri url, bool mayKnow, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, url) { Content = request.Content?.Invoke() };
        message.Headers.TryAddWithoutValidation("User-Agent", $"gates/{ToolVersion.Short(ToolVersion.Text)}");
        ApiResponse? kept = null;
        if (mayKnow)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", endpoint.Token.Reveal());
            message.Headers.TryAddWithoutValidation("Accept", request.Accept);
            message.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", "2022-11-28");
            if (!request.IsWrite && cache.TryGet(Key(request, url), out kept))
            {
                message.Headers.TryAddWithoutValidation("If-None-Match", kept.ETag);
            }
        }

        Budget.CountRequest();
        using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotModified && kept is not null)
        {
            Budget.CountFromCache();
            return kept;
        }

        var response = new ApiResponse(answer.StatusCode, answer.Headers, await ReadAsync(request, answer, cancellationToken));
        if (!request.IsWrite && response is { Status: HttpStatusCode.OK, ETag: not null } && mayKnow)
        {
            cache.Keep(Key(request, url), response);
        }

        return response;
    }

    /// <summary>A change of which GitHub has said that it happened is not asked for again, whatever becomes of the rest of the answer.</summary>
    private async Task<ReadOnlyMemory<byte>> ReadAsync(ApiRequest request, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var hasHappened = request is { IsWrite: true, IsIdempotent: false } && answer.IsSuccessStatusCode;
        var maximum = request.MaximumAnswer ?? limits.MaximumAnswer;
        try
        {
            return await BoundedBody.ReadAsync(answer.Content, maximum, cancellationToken)
                ?? throw new GitHubException($"Could not {request.Purpose}: the answer is longer than {maximum} bytes.")
                {
                    MayHaveHappened = request.IsWrite,
                    HasHappened = hasHappened
                };
        }
        catch (Exception e) when (hasHappened && e is HttpRequestException or IOException)
        {
            throw ApiErrors.Broken(request, e.Message, endpoint.Token);
        }
    }

    private static string Key(ApiRequest request, Uri url) => $"{request.Accept} {url.AbsoluteUri}";
}
