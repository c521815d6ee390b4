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
        return await base.SendAsync(request, cancellationToken);
    }
}
