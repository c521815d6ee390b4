using System.Net.Http.Headers;
using System.Text.Json;

namespace Gates.Doors.GitHub.Api;

/// <summary>
/// Below Octokit: takes one request, which must be the one that was meant, and sends it as all of ours are sent. Octokit sees only success, and of the
/// answer only what is asked for: no redirect, no refusal, no header.
/// </summary>
internal sealed class GuardedHandler(GitHubApi api, OctokitCall call) : HttpMessageHandler
{
    private JsonDocument? document;
    private bool isUsed;

    /// <value>GitHub's answer; <see langword="null"/> when there was no good one.</value>
    public ApiResponse? Answer { get; private set; }

    /// <value>Its content, while this is not disposed; undefined when there is none.</value>
    public JsonElement Content => document?.RootElement ?? default;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (method, path) = (call.Request.Method, call.Meant.GetLeftPart(UriPartial.Path));
        if (isUsed || request.Method != method || request.RequestUri?.GetLeftPart(UriPartial.Path) != path)
        {
            throw new InvalidOperationException($"Octokit asks for {request.Method} {request.RequestUri}, which is not the one request {method} {path}.");
        }

        isUsed = true;
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Answer = await api.SendAsync(body is null ? call.Request : call.Request.WithJson(body), cancellationToken);
        return new HttpResponseMessage(Answer.Status) { RequestMessage = request, Content = call.Shape is null ? null : Cut(call.Shape, Answer.Body) };
    }

    protected override void Dispose(bool disposing)
    {
        document?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>An answer that is nested as deeply as would end the program in Octokit is refused here already.</summary>
    private ByteArrayContent Cut(AnswerShape shape, ReadOnlyMemory<byte> body)
    {
        try
        {
            document = JsonDocument.Parse(body);
            return new ByteArrayContent(shape.Cut(Content, call.IsList)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ApiErrors.Malformed(call.Request, e.Message, api.Endpoint.Token);
        }
    }
}
