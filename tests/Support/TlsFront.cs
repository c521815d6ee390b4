using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Support;

/// <summary>HTTPS before a server of this process, with a certificate of an authority that nobody knows.</summary>
public sealed class TlsFront : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate;
    private readonly Uri server;
    private readonly string? client;

    /// <param name="server">What stands behind it.</param>
    /// <param name="client">The only certificate, in PEM, with which a client is let through; <see langword="null"/> for any client.</param>
    public TlsFront(string server, string? client = null)
    {
        this.server = new Uri(server);
        this.client = client;
        (Authority, certificate) = Make();
        listener.Start();
        _ = Connections.ServeAsync(listener, ServeAsync);
    }

    public string Address => FormattableString.Invariant($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <value>The authority's certificate in PEM.</value>
    public string Authority { get; }

    public void Dispose()
    {
        listener.Dispose();
        certificate.Dispose();
    }

    /// <summary>One request a connection, because the server answers to its own name only.</summary>
    private async Task ServeAsync(TcpClient client)
    {
        await using var secure = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, shown, _, _) => IsKnown(shown));
        await secure.AuthenticateAsServerAsync(certificate, clientCertificateRequired: this.client is not null, checkCertificateRevocation: false);
        var head = await Connections.ReadHeadAsync(secure);
        using var inner = new TcpClient();
        await inner.ConnectAsync(server.Host, server.Port);
        var lines = head.Split("\r\n")
            .Where(line => !line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase))
            .ToList();
        lines.Insert(1, $"Host: {server.Authority}\r\nConnection: close");
        await inner.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"));
        await Connections.JoinAsync(secure, inner.GetStream());
    }

    private bool IsKnown(X509Certificate? shown) => client is null || (shown as X509Certificate2)?.ExportCertificatePem() == client;

    /// <summary>A client's certificate and its key, in PEM.</summary>
    public static (string Certificate, string Key) MakeClient()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=client", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return (made.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    private static (string Authority, X509Certificate2 Certificate) Make()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=Private authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: true,
            hasPathLengthConstraint: false,
            0,
            critical: true));
        authorityRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        authorityRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authorityRequest.PublicKey, critical: false));
        using var authority = authorityRequest.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, now.AddDays(-1), now.AddDays(1), [1, 2, 3, 4]);
        using var both = signed.CopyWithPrivateKey(key);
        return (authority.ExportCertificatePem(), X509CertificateLoader.LoadPkcs12(both.Export(X509ContentType.Pfx), null));
    }
}
