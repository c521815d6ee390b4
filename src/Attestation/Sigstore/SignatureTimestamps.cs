using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;

namespace Gates.Attestation.Sigstore;

/// <summary>Timestamps over a signature (RFC 3161): that it existed at a time that an authority vouches for.</summary>
internal static class SignatureTimestamps
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Sha384 = "2.16.840.1.101.3.4.2.2";
    private const string Sha512 = "2.16.840.1.101.3.4.2.3";

    /// <param name="response">The DER of a TimeStampResp.</param>
    /// <param name="signature">What it must be about.</param>
    /// <param name="authorities">Whose word counts.</param>
    /// <returns><see langword="null"/> when it is of an authority that is not known: it proves nothing, and harms nothing.</returns>
    /// <exception cref="SigstoreRefusal">It is damaged, about another signature, or forged in the name of a known authority.</exception>
    public static DateTimeOffset? Read(byte[] response, byte[] signature, IReadOnlyList<TrustedAuthority> authorities)
    {
        try
        {
            return ReadToken(response, signature, authorities);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            throw new SigstoreRefusal(VerificationStep.Time, "its timestamp is damaged", e);
        }
    }

    private static DateTimeOffset? ReadToken(byte[] response, byte[] signature, IReadOnlyList<TrustedAuthority> authorities)
    {
        var token = Token(response);
        var info = token.TokenInfo;
        if (HashOf(info.HashAlgorithmId.Value) is not { } hash)
        {
            throw Refuse($"its timestamp is over a digest of the kind {info.HashAlgorithmId.Value}; SHA-256, SHA-384 and SHA-512 count");
        }

        var digest = CryptographicOperations.HashData(hash, signature);
        if (!info.GetMessageHash().Span.SequenceEqual(digest))
        {
            throw Refuse("its timestamp is about another signature (message imprint)");
        }

        X509Certificate2Collection candidates = [.. authorities.SelectMany(authority => authority.Chain)];
#pragma warning disable CA2000 // Dispose objects before losing scope: it may be the trusted root's own.
        if (!token.VerifySignatureForHash(digest, hash, out var signer, candidates))
#pragma warning restore CA2000
        {
            return NamesKnown(token, candidates)
                ? throw Refuse("its timestamp's signature is bad, or of a certificate that may not sign timestamps then")
                : null;
        }

        var problems = authorities.Select(authority => Problem(authority, signer, token, info.Timestamp)).ToList();
        return problems.Contains(null) ? info.Timestamp
            : problems.Find(problem => problem!.Length > 0) is { } reason ? throw Refuse(reason)
            : null;
    }

    /// <returns><see langword="null"/> when it may have signed, and an empty text when it is not this authority's.</returns>
    private static string? Problem(TrustedAuthority authority, X509Certificate2 signer, Rfc3161TimestampToken token, DateTimeOffset time)
    {
        var isIt = authority.Signer?.RawDataMemory.Span.SequenceEqual(signer.RawData);
        if (isIt == false)
        {
            return "";
        }

        var (key, problem) = CertificatePath.Find(signer, authority, token.AsSignedCms().Certificates, CertificatePath.TimeStamping, time);
        return key is null
            ? isIt == true || signer.IssuerName.RawData.AsSpan().SequenceEqual(authority.Root.SubjectName.RawData)
                ? $"its timestamp by {authority.Name} does not hold at {EvidenceTime.Write(time)}: {problem}"
                : ""
            : authority.Validity.Contains(time)
                ? null
                : $"the timestamp authority {authority.Name} counted {authority.Validity}, and its timestamp is of {EvidenceTime.Write(time)}";
    }

    private static Rfc3161TimestampToken Token(byte[] response)
    {
        var outer = new AsnReader(response, AsnEncodingRules.BER);
        var parts = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        if (!parts.ReadSequence().TryReadInt32(out var status) || status is not (0 or 1) || !parts.HasData)
        {
            throw Refuse("its timestamp is an authority's refusal to make one");
        }

        var encoded = parts.ReadEncodedValue();
        parts.ThrowIfNotEmpty();
        if (!Rfc3161TimestampToken.TryDecode(encoded, out var token, out var length) || length != encoded.Length)
        {
            throw Refuse("its timestamp is damaged, or its signature is bad");
        }

        return token.AsSignedCms().SignerInfos is [{ DigestAlgorithm.Value: { } digest }] && HashOf(digest) is not null
            ? token
            : throw Refuse("its timestamp is signed with a digest that does not count, or more than once");
    }

    private static bool NamesKnown(Rfc3161TimestampToken token, X509Certificate2Collection candidates) =>
        token.AsSignedCms().SignerInfos[0].SignerIdentifier is { Type: SubjectIdentifierType.IssuerAndSerialNumber, Value: X509IssuerSerial named }
            ? candidates.Any(one => one.SerialNumber == named.SerialNumber && one.Issuer == named.IssuerName)
            : candidates.Count > 0;

    private static HashAlgorithmName? HashOf(string? algorithm) => algorithm switch
    {
        Sha256 => HashAlgorithmName.SHA256,
        Sha384 => HashAlgorithmName.SHA384,
        Sha512 => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static SigstoreRefusal Refuse(string message) => new(VerificationStep.Time, message);
}
