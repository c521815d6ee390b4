using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Docker;

/// <summary>The certificates for an engine that is spoken to in TLS: whom to believe, and as whom to come. Nothing is believed unchecked.</summary>
internal sealed class DockerTls
{
    private readonly X509Certificate2Collection authorities = [];
    private X509Certificate2? client;

    private DockerTls()
    {
    }

    /// <summary>Reads <c>ca.pem</c>, and <c>cert.pem</c> with <c>key.pem</c> where they are, as <c>docker</c> does.</summary>
    /// <param name="folder">As in <c>DOCKER_CERT_PATH</c>.</param>
    /// <exception cref="UsageException">They are not there, or are no certificates.</exception>
    public static DockerTls Read(string folder)
    {
        var (authority, certificate, key) = (Path.Combine(folder, "ca.pem"), Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"));
        try
        {
            var tls = new DockerTls();
            tls.authorities.ImportFromPemFile(authority);
            if (tls.authorities.Count == 0)
            {
                throw new CryptographicException("ca.pem holds no certificate");
            }

            if (File.Exists(certificate) || File.Exists(key))
            {
                tls.client = X509Certificate2.CreateFromPemFile(certificate, key);
            }

            return tls;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new UsageException(
                $"DOCKER_CERT_PATH: {Escape.Cut(Escape.OneLine(folder), 200)}: the certificates for Docker cannot be read: {Escape.OneLine(e.Message)}; "
                    + "ca.pem must be there, and cert.pem with key.pem where the engine asks for them");
        }
    }

    /// <summary>How a host is spoken to.</summary>
    public SslClientAuthenticationOptions Options(string host)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return new SslClientAuthenticationOptions
        {
            TargetHost = host,
            CertificateChainPolicy = policy,
            ClientCertificates = client is null ? [] : [client],
        };
    }
}
