using System.Net.Http.Headers;

namespace Gates.Doors.GitHub.Api;

/// <summary>One request before it is sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">Absolute.</param>
/// <param name="Purpose">What an error says could not be done, for example <c>create the check run</c>.</param>
/// <param name="Permission">What the token needs, as a workflow writes it: <c>checks: write</c>.</param>
internal sealed record ApiRequest(HttpMethod Method, Uri Url, string Purpose, string Permission)
{
    /// <value>Makes the body anew for each attempt.</value>
    public Func<HttpContent>? Content { get; init; }

    /// <value>Whether sending it twice does no more than sending it once, so that it may be repeated when the answer was lost.</value>
    public bool IsIdempotent { get; init; } = Method != HttpMethod.Post;

    /// <value>Whether it changes something.</value>
    public bool IsWrite { get; init; } = Method != HttpMethod.Get;

    /// <value>The longest answer that is read, in bytes; <see langword="null"/> for the client's own limit.</value>
    public long? MaximumAnswer { get; init; }

    public string Accept { get; init; } = "application/vnd.github+json";

    /// <value>Whether a refusal can come as a success.</value>
    public bool IsGraphQl { get; init; }

    /// <summary>The same request with a body.</summary>
    public ApiRequest WithJson(byte[] body) =>
        this with { Content = () => new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
}
