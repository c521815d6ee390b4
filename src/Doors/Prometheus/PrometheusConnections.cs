using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Gates.Doors.Prometheus;

/// <summary>The connections to a Prometheus, and to the token server beside it, which shares neither its authorities nor our certificate.</summary>
internal sealed class PrometheusConnections : IDisposable
{
    private readonly List<SocketsHttpHandler> own = [];

    /// <param name="endpoint">Whom to believe, and what to show.</param>
    /// <param name="handler">Sends all requests and stays the caller's; <see langword="null"/> makes one for each.</param>
    public PrometheusConnections(PrometheusEndpoint endpoint, HttpMessageHandler? handler)
    {
        Prometheus = Client(handler ?? Make(endpoint.Authorities, endpoint.Identity));
        TokenServer = endpoint.Oauth2 is null ? Prometheus : Client(handler ?? Make(null, null));
    }

    public HttpClient Prometheus { get; }

    public HttpClient TokenServer { get; }

    public void Dispose()
    {
        Prometheus.Dispose();
        TokenServer.Dispose();
        own.ForEach(handler => handler.Dispose());
    }

    private static HttpClient Client(HttpMessageHandler handler) => new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    private SocketsHttpHandler Make(X509Certificate2Collection? authorities, X509Certificate2Collection? identity)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };
        own.Add(handler);
        if (authorities is not null)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(authorities);
            handler.SslOptions.CertificateChainPolicy = policy;
        }

        if (identity is not null)
        {
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(identity[0], identity, offline: true);
        }

        return handler;
    }
}
