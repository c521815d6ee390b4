using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Gates.Doors.GitHub.Api;

/// <summary>Typed requests to one repository: JSON in and out, lists over all their pages.</summary>
/// <param name="endpoint">Where, and as whom.</param>
/// <param name="transport">Sends.</param>
/// <param name="json">Knows the types of our own requests.</param>
/// <param name="time">For delays and rate limits.</param>
/// <param name="limits">How patient to be.</param>
internal sealed partial class GitHubApi(GitHubEndpoint endpoint, Transport transport, JsonSerializerContext json, TimeProvider time, ApiLimits limits)
{
    /// <summary>Time to let a change show up in GitHub's lists, which lag behind.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    /// <value>Looks for what GitHub said it made: twenty seconds, by then its lists have caught up.</value>
    private const int MaxLooks = 4;

    public GitHubEndpoint Endpoint => endpoint;

    public string Owner => endpoint.Owner;

    public string Name => endpoint.Name;

    /// <summary>A request below the API's base.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Without a leading slash; its parts come from <see cref="ApiPath"/>.</param>
    /// <param name="purpose">For errors.</param>
    /// <param name="permission">For errors.</param>
    public ApiRequest Request(HttpMethod method, string path, string purpose, string permission) =>
        new(method, new Uri(endpoint.Api, path), purpose, permission);

    /// <summary>A path below the repository.</summary>
    public string InRepository(string path) => $"repos/{ApiPath.Segment(endpoint.Owner)}/{ApiPath.Segment(endpoint.Name)}{(path.Length == 0 ? "" : "/")}{path}";

    /// <summary>Sends; any answer but a success throws.</summary>
    /// <exception cref="GitHubException">No good answer came.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var response = await transport.SendAsync(request, cancellationToken);
        return response.IsSuccess && RateLimits.Wait(request, response, time.GetUtcNow()) is null
            ? response
            : throw ApiErrors.From(request, response, endpoint.Token, time.GetUtcNow());
    }

    /// <summary>Sends and reads the answer.</summary>
    public async Task<T> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : class =>
        Read<T>(request, await SendAsync(request, cancellationToken));

    /// <summary>Sends through Octokit and reads the answer.</summary>
    /// <param name="request">What is meant, and all that is sent but its body.</param>
    /// <param name="shape">What is read of the answer.</param>
    /// <param name="ask">The one method of Octokit that makes this request.</param>
    /// <param name="from">Makes its answer one of ours; it also gets GitHub's own, for what Octokit's type lacks.</param>
    /// <param name="cancellationToken">Ends the request, whether or not Octokit's method takes one.</param>
    public async Task<T> AskAsync<TFrom, T>(
        ApiRequest request,
        AnswerShape shape,
        Func<Octokit.ApiConnection, Task<TFrom>> ask,
        Func<TFrom, JsonElement, T> from,
        CancellationToken cancellationToken) =>
        (await new OctokitCall(request, request.Url, shape).RunAsync(this, ask, from, cancellationToken)).Answer;

    /// <summary>Sends through Octokit what is answered without a body.</summary>
    public Task AskAsync(ApiRequest request, Func<Octokit.ApiConnection, Task> ask, CancellationToken cancellationToken) =>
        new OctokitCall(request, request.Url, null).RunAsync(
            this,
            async octokit =>
            {
                await ask(octokit);
                return true;
            },
            static (isDone, _) => isDone,
            cancellationToken);

    /// <summary>Reads a list page by page through Octokit, which never sees where the next page is.</summary>
    public Task<Listing<T>> AskListAsync<TFrom, T>(
        ApiRequest first,
        AnswerShape shape,
        Func<Octokit.ApiConnection, Task<IReadOnlyList<TFrom>>> ask,
        Func<TFrom, JsonElement, T> from,
        CancellationToken cancellationToken) =>
        PagesAsync(
            first,
            request => new OctokitCall(request, first.Url, shape, IsList: true).RunAsync<IReadOnlyList<TFrom>, IReadOnlyList<T>>(
                this, ask, (items, answer) => [.. items.Zip(answer.EnumerateArray(), from)], cancellationToken));

    /// <summary>What is read; <see langword="null"/> when GitHub knows no such thing, or shows it not to this token.</summary>
    public static async Task<T?> OrNoneAsync<T>(Task<T> reading)
        where T : class?
    {
        try
        {
            return await reading;
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Reads a list page by page.</summary>
    /// <param name="first">The first page, without <c>per_page</c>.</param>
    /// <param name="items">What a page holds.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<Listing<T>> ListAsync<TPage, T>(ApiRequest first, Func<TPage, IReadOnlyList<T>> items, CancellationToken cancellationToken)
        where TPage : class =>
        PagesAsync(
            first,
            async request =>
            {
                var response = await SendAsync(request, cancellationToken);
                return (items(Read<TPage>(request, response)), response);
            });

    /// <summary>
    /// Creates something exactly once although an answer may get lost: before creating it again, looks whether it is there. Where GitHub said that it
    /// did it, only in words that cannot be read, it is looked for and never created again.
    /// </summary>
    /// <param name="create">Sends the request that must not be sent blindly twice.</param>
    /// <param name="find">Looks for what an earlier attempt created.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <exception cref="GitHubException">It could not be created, or is not found although it was.</exception>
    public async Task<T> CreateOnceAsync<T>(Func<Task<T>> create, Func<Task<T?>> find, CancellationToken cancellationToken)
        where T : class
    {
        GitHubException? done = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (done is null)
                {
                    return await create();
                }
            }
            catch (GitHubException e) when (e.MayHaveHappened && attempt <= limits.Retries)
            {
                done = e.HasHappened ? e : null;
            }

            if (done is not null && attempt > Math.Min(limits.Retries, MaxLooks))
            {
                throw new GitHubException($"{done.Message} It was looked for and not found; it is not made a second time.", done) { HasHappened = true };
            }

            await Task.Delay(Settling * attempt, time, cancellationToken);
            if (await find() is { } found)
            {
                return found;
            }
        }
    }

    /// <summary>Content that GitHub encodes with line breaks.</summary>
    public byte[] FromBase64(ApiRequest request, string content)
    {
        try
        {
            return Convert.FromBase64String(content);
        }
        catch (FormatException e)
        {
            throw ApiErrors.Malformed(request, e.Message, endpoint.Token);
        }
    }

    /// <summary>A request with a body.</summary>
    public ApiRequest With<T>(ApiRequest request, T body) => request.WithJson(JsonSerializer.SerializeToUtf8Bytes(body, Of<T>()));

    private JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))!;

    private T Read<T>(ApiRequest request, ApiResponse response)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(response.Body.Span, Of<T>()) ?? throw ApiErrors.Malformed(request, "it is null", endpoint.Token);
        }
        catch (JsonException e)
        {
            throw ApiErrors.Malformed(request, e.Message, endpoint.Token);
        }
    }

    private async Task<Listing<T>> PagesAsync<T>(ApiRequest first, Func<ApiRequest, Task<(IReadOnlyList<T> Items, ApiResponse Response)>> read)
    {
        var result = new List<T>();
        var address = first.Url.AbsoluteUri;
        Uri? next = new(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "per_page=100");
        for (var page = 0; page < limits.MaximumPages && next is not null; page++)
        {
            var request = first with { Url = next };
            var (items, response) = await read(request);
            result.AddRange(items);
            next = Next(request, response);
        }

        return new Listing<T>(result, next is null);
    }

    private Uri? Next(ApiRequest request, ApiResponse response)
    {
        if (response.Header("Link") is not { } header || NextLink().Match(header) is not { Success: true } match)
        {
            return null;
        }

        return Uri.TryCreate(match.Groups[1].Value, UriKind.Absolute, out var next) && HostFamily.IsSameOrigin(endpoint.Api, next) && next != request.Url
            ? next
            : throw ApiErrors.Malformed(request, "the next page is on another host", endpoint.Token);
    }

    [GeneratedRegex("""<([^<>]+)>\s*;\s*rel="next"(?:\s|,|;|$)""", RegexOptions.NonBacktracking)]
    private static partial Regex NextLink();
}
