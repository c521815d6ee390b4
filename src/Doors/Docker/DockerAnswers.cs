using Docker.DotNet.Handler.Abstractions;
using Gates.Doors.Http;

namespace Gates.Doors.Docker;

/// <summary>
/// Looks at each answer before the package does, which takes a redirect for an answer, and any page at all for an engine's answer to a ping.
/// </summary>
internal sealed class DockerAnswers(int maxAnswer, DockerFailures failures) : IAuthProvider
{
    public bool TlsEnabled => false;

    public HttpMessageHandler ConfigureHandler(HttpMessageHandler handler) => new BoundedAnswers(maxAnswer, Inspect) { InnerHandler = handler };

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
}
