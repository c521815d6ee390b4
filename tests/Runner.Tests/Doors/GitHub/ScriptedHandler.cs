using System.Net;
using System.Text;

namespace Runner.Tests.Doors.GitHub;

/// <summary>Answers with what the test wrote down, in that order; the last answer repeats.</summary>
internal sealed class ScriptedHandler(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
{
    public List<SentRequest> Sent { get; } = [];

    public static Func<HttpRequestMessage, HttpResponseMessage> Answer(int status, string body = "{}", params (string Name, string Value)[] headers) => _ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    };

    public static Func<HttpRequestMessage, HttpResponseMessage> Broken(string message = "connection reset") => _ => throw new HttpRequestException(message);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Sent.Add(new SentRequest(
            $"{request.Method} {request.RequestUri!.AbsoluteUri}",
            request.Headers.Authorization?.ToString(),
            request.Headers.IfNoneMatch.ToString(),
            body)
        { ApiVersion = request.Headers.TryGetValues("X-GitHub-Api-Version", out var versions) ? string.Join(',', versions) : null });
        return answers[Math.Min(Sent.Count, answers.Length) - 1](request);
    }
}
