using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gates.Formats.Documents;

namespace Gates.Attestation.Sigstore;

/// <summary>What a signing certificate says of the signer: the identity of its subject, and the claims of the token that it was issued for.</summary>
internal sealed record FulcioCertificate
{
    private const string Fulcio = "1.3.6.1.4.1.57264.1.";
    private const string SubjectAlternativeName = "2.5.29.17";
    private const string UserName = Fulcio + "7";
    private const string CodeSigning = "1.3.6.1.5.5.7.3.3";

    /// <value>An e-mail address, a URI such as that of a workflow, or a user name.</value>
    public required string Identity { get; init; }

    /// <value>Who vouched for the identity.</value>
    public required string Issuer { get; init; }

    public string? SourceRepository { get; init; }

    public string? SourceCommit { get; init; }

    public string? SourceRef { get; init; }

    /// <value>The workflow that signed: a called one, where one is.</value>
    public string? Workflow { get; init; }

    /// <value>The workflow that was started.</value>
    public string? CallingWorkflow { get; init; }

    public string? RunnerEnvironment { get; init; }

    public string? BuildTrigger { get; init; }

    public string? Run { get; init; }

    /// <exception cref="SigstoreRefusal">It cannot be one that signs.</exception>
    public static FulcioCertificate Read(X509Certificate2 certificate)
    {
        try
        {
            Demand(certificate);
            var claims = certificate.Extensions.Where(one => one.Oid?.Value?.StartsWith(Fulcio, StringComparison.Ordinal) == true)
                .ToDictionary(one => one.Oid!.Value![Fulcio.Length..], Text, StringComparer.Ordinal);
            var (issuer, old) = (claims.GetValueOrDefault("8"), claims.GetValueOrDefault("1"));
            if (issuer is not null && old is not null && issuer != old)
            {
                throw Refuse($"its certificate names two issuers, {Say.Path(issuer)} and {Say.Path(old)}");
            }

            return new FulcioCertificate
            {
                Identity = IdentityOf(certificate),
                Issuer = issuer ?? old ?? throw Refuse("its certificate does not say who vouched for the identity (no issuer extension)"),
                SourceRepository = claims.GetValueOrDefault("12") ?? (claims.GetValueOrDefault("5") is { } path ? "https://github.com/" + path : null),
                SourceCommit = claims.GetValueOrDefault("13") ?? claims.GetValueOrDefault("3"),
                SourceRef = claims.GetValueOrDefault("14") ?? claims.GetValueOrDefault("6"),
                Workflow = claims.GetValueOrDefault("9"),
                CallingWorkflow = claims.GetValueOrDefault("18"),
                RunnerEnvironment = claims.GetValueOrDefault("11"),
                BuildTrigger = claims.GetValueOrDefault("20") ?? claims.GetValueOrDefault("2"),
                Run = claims.GetValueOrDefault("21"),
            };
        }
        catch (Exception e) when (e is AsnContentException or DecoderFallbackException or ArgumentException or CryptographicException)
        {
            throw new SigstoreRefusal(VerificationStep.Certificate, "an extension of its certificate is damaged, or there twice", e);
        }
    }

    private static void Demand(X509Certificate2 certificate)
    {
        if (TrustedAuthority.IsAuthority(certificate))
        {
            throw Refuse("its certificate is that of an authority, which signs certificates and nothing else");
        }

        if (certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage
            && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature))
        {
            throw Refuse("its certificate is not for signatures (key usage)");
        }

        if (!certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(one => one.EnhancedKeyUsages.Cast<Oid>().Any(use => use.Value == CodeSigning)))
        {
            throw Refuse("its certificate is not for code signing (extended key usage)");
        }
    }

    /// <summary>The first six are bare texts, the later ones UTF8String.</summary>
    private static string Text(X509Extension extension)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        return int.TryParse(extension.Oid!.Value![Fulcio.Length..], out var number) && number is > 0 and < 7
            ? strict.GetString(extension.RawData)
            : number is 7 ? "" : new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadCharacterString(UniversalTagNumber.UTF8String);
    }

    private static string IdentityOf(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.FirstOrDefault(one => one.Oid?.Value == SubjectAlternativeName)
            ?? throw Refuse("its certificate names no identity (no subject alternative name)");
        var names = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
        var found = new List<string>();
        while (names.HasData)
        {
            var tag = names.PeekTag();
            found.Add(tag.TagValue switch
            {
                0 => UserNameOf(names.ReadSequence(tag)),
                1 or 2 or 6 => names.ReadCharacterString(UniversalTagNumber.IA5String, tag),
                _ => Skip(names),
            });
        }

        return found is [{ Length: > 0 } only]
            ? only
            : throw Refuse(found.Count > 1 ? "its certificate names several identities: "
                + $"{string.Join(", ", found.Select(Say.Path))}" : "its certificate names no identity that is known");
    }

    private static string UserNameOf(AsnReader other) => other.ReadObjectIdentifier() == UserName
        ? other.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadCharacterString(UniversalTagNumber.UTF8String)
        : "";

    private static string Skip(AsnReader names)
    {
        _ = names.ReadEncodedValue();
        return "";
    }

    private static SigstoreRefusal Refuse(string message) => new(VerificationStep.Certificate, message);
}
