using System.Net;

namespace Acceptance.Tests.GitHubContract;

/// <summary>Answers for the storage hosts of the description's examples, so that no test leaves this machine; everything else goes on.</summary>
internal sealed class StorageStub(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => request.RequestUri!.IsLoopback
        ? await base.SendAsync(request, cancellationToken)
        : new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent("zip"u8.ToArray()), RequestMessage = request };
}
