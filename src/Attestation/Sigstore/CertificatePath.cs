using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gates.Attestation.Sigstore;

/// <summary>The way from a certificate to a trusted root, at a time: nothing of the machine's own trust counts, and nothing is downloaded.</summary>
internal static class CertificatePath
{
    public const string CodeSigning = "1.3.6.1.5.5.7.3.3";
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    /// <returns>The key of the certificate's issuer (SubjectPublicKeyInfo), or why there is no such way.</returns>
    public static (byte[]? IssuerKey, string? Problem) Find(
        X509Certificate2 certificate, TrustedAuthority authority, IEnumerable<X509Certificate2> further, string use, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.Add(authority.Root);
        policy.ExtraStore.AddRange((X509Certificate2[])[.. authority.Chain, .. further]);
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.VerificationTimeIgnored = false;
        policy.VerificationTime = at.UtcDateTime;
        policy.ApplicationPolicy.Add(new Oid(use));
        try
        {
            return chain.Build(certificate) && chain.ChainElements.Count > 1
                ? (chain.ChainElements[1].Certificate.PublicKey.ExportSubjectPublicKeyInfo(), null)
                : (null, Describe(chain.ChainStatus));
        }
        catch (CryptographicException)
        {
            return (null, "it is damaged");
        }
        finally
        {
            foreach (var element in chain.ChainElements)
            {
                element.Certificate.Dispose();
            }
        }
    }

    private static string Describe(X509ChainStatus[] problems) => problems.Length == 0
        ? "it is a root itself"
        : string.Join(", ", problems.Select(problem => problem.Status switch
        {
            X509ChainStatusFlags.NotTimeValid => "a certificate of the chain did not count then",
            X509ChainStatusFlags.PartialChain or X509ChainStatusFlags.UntrustedRoot => "no way leads to a trusted root",
            X509ChainStatusFlags.NotValidForUsage => "a certificate of the chain is not for this use",
            X509ChainStatusFlags.NotSignatureValid => "a signature in the chain is bad",
            var status => status.ToString(),
        }).Distinct(StringComparer.Ordinal));
}
