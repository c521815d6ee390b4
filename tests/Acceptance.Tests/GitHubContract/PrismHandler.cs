using System.Net;
using System.Net.Http.Headers;

namespace Acceptance.Tests.GitHubContract;

/// <summary>
/// Between the client and <see cref="Prism"/>: answers for the storage hosts of the examples, so that no test leaves this machine, and asks for plain
/// JSON, because the description does not list the media type that GitHub recommends.
/// </summary>
internal sealed class PrismHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri!.IsLoopback)
        {
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent("zip"u8.ToArray()), RequestMessage = request };
        }

        request.Headers.Accept.Clear();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var answer = await base.SendAsync(request, cancellationToken);

        // The examples' next pages lie on api.github.com.
        answer.Headers.Remove("Link");
        return answer;
    }
}
