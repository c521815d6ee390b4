using Docker.DotNet.Handler.Abstractions;
using Gates.Doors.Http;

namespace Gates.Doors.Docker;

/// <summary>
/// Looks at each answer before the package does, which takes a redirect for an answer, and any page at all for an engine's answer to a ping.
/// </summary>
/// <param name="maxAnswer">Of one answer, in bytes; <see langword="null"/> where answers are streams that their reader bounds.</param>
/// <param name="isTls">Whether the engine is spoken to in TLS.</param>
/// <param name="failures">What is wrong, in our words.</param>
internal sealed class DockerAnswers(int? maxAnswer, bool isTls, DockerFailures failures) : IAuthProvider
{
    public bool TlsEnabled => isTls;

    public HttpMessageHandler ConfigureHandler(HttpMessageHandler handler) => maxAnswer is { } most
        ? new BoundedAnswers(most, Inspect) { InnerHandler = handler }
        : new InspectedAnswers(Inspect) { InnerHandler = handler };

    private void Inspect(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (status is >= 300 and < 400)
        {
            throw failures.NotDocker($"it answered {status} with a redirect");
        }

        if (status == 200 && answer.RequestMessage?.RequestUri?.AbsolutePath == "/_ping" && !answer.Headers.Contains("Api-Version"))
        {
            throw failures.NotDocker("its answer to a ping names no version of the API");
        }
    }

    /// <summary>A refusal is short, so it is read whole; what is no refusal comes as it comes.</summary>
    private sealed class InspectedAnswers(Action<HttpResponseMessage> inspect) : DelegatingHandler
    {
        private const int MaxRefusal = 1 << 20;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            try
            {
                inspect(answer);
                if (!answer.IsSuccessStatusCode)
                {
                    answer.Content = new ByteArrayContent(
                        await BoundedBody.ReadAsync(answer.Content, MaxRefusal, cancellationToken) ?? throw new AnswerTooLargeException());
                }

                return answer;
            }
            catch
            {
                answer.Dispose();
                throw;
            }
        }
    }
}
