using System.Net;
using System.Text.Json.Nodes;
using Support;

namespace Acceptance.Tests.Canary;

/// <summary>
/// Stands before a Prometheus as a service that speaks its API does: Mimir's tenants under a prefix, a rate limit, a lost store. It counts what it was asked.
/// </summary>
internal sealed class PrometheusFront : IDisposable
{
    private readonly HttpListener listener;
    private readonly HttpClient client = new();
    private readonly string server;
    private int queries;
    private readonly Func<HttpListenerRequest, int, (int Status, string Body)?> refuse;

    /// <param name="server">The real one.</param>
    /// <param name="refuse">What a request is answered instead, by how many queries there were before it.</param>
    public PrometheusFront(string server, Func<HttpListenerRequest, int, (int Status, string Body)?> refuse)
    {
        (listener, var port) = LocalListener.Open("127.0.0.1");
        Address = FormattableString.Invariant($"http://127.0.0.1:{port}");
        this.server = server;
        this.refuse = refuse;
        _ = LocalListener.ServeAsync(listener, ServeAsync);
    }

    public string Address { get; }

    /// <value>Paths under which nothing is but the API.</value>
    public string Prefix { get; init; } = "";

    /// <value>What stands under <c>warnings</c> of every answer.</value>
    public string? Warning { get; init; }

    public int Queries => queries;

    public void Dispose()
    {
        listener.Close();
        client.Dispose();
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        var (status, body) = await AnswerAsync(context.Request);
        context.Response.StatusCode = status;
        context.Response.AddHeader("Retry-After", "1");
        context.Response.Close(System.Text.Encoding.UTF8.GetBytes(body), willBlock: false);
    }

    private async Task<(int Status, string Body)> AnswerAsync(HttpListenerRequest request)
    {
        if (!request.Url!.AbsolutePath.StartsWith(Prefix + "/api/v1/", StringComparison.Ordinal))
        {
            return (404, "404 page not found");
        }

        if (refuse(request, Interlocked.Increment(ref queries) - 1) is { } refusal)
        {
            return refusal;
        }

        using var reader = new StreamReader(request.InputStream);
        using var content = new StringContent(await reader.ReadToEndAsync(), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync(new Uri(server + request.Url.AbsolutePath[Prefix.Length..]), content);
        var body = await answer.Content.ReadAsStringAsync();
        if (Warning is not null && answer.IsSuccessStatusCode)
        {
            var json = JsonNode.Parse(body)!;
            json["warnings"] = new JsonArray(Warning);
            body = json.ToJsonString();
        }

        return ((int)answer.StatusCode, body);
    }
}
