using System.Text;
using System.Text.Json;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Statements;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>A statement among the evidence, and what its signature is worth.</summary>
/// <param name="Source">The file, with a line where it holds several.</param>
/// <param name="Statement"><see langword="null"/> when it is refused.</param>
/// <param name="Signer">The trusted key that signed it.</param>
/// <param name="Refusal">Why it shows nothing; <see langword="null"/> when it is signed by a trusted key.</param>
internal sealed record SignedStatement(string Source, Statement? Statement, IPublicKey? Signer, string? Refusal)
{
    private static readonly KeyUse[] Any = [KeyUse.Evidence, KeyUse.Release];

    /// <value>What it says, whether or not anybody who is trusted says so; <see langword="null"/> when it cannot be read.</value>
    public Statement? Claim { get; init; } = Statement;

    /// <value>
    /// Who signed without a key of their own: the signature holds, and an assertion that says whom it believes so accepts it; <see langword="null"/> for a key.
    /// </value>
    public FulcioCertificate? Keyless { get; init; }

    /// <value>Who signed, for people.</value>
    public string? SignerName => Signer?.KeyId ?? (Refusal is null ? Keyless?.Identity : null);

    /// <summary>The same, once somebody says whose keyless signatures count; what a key signed stays what it is.</summary>
    /// <param name="refusal">Why this signer is not believed; <see langword="null"/> when it is.</param>
    public SignedStatement Judged(Func<FulcioCertificate, string?> refusal) => Keyless is not { } signer ? this
        : refusal(signer) is { } reason ? this with { Refusal = reason }
        : this with { Statement = Claim, Refusal = null };

    /// <summary>The statements of a file: one envelope or bundle, or, in JSON lines, one a line. None when the file is something else.</summary>
    /// <exception cref="EvaluationException">The file is larger than evidence may be.</exception>
    public static IReadOnlyList<SignedStatement> Of(EvidenceItem item, AssertionScope scope)
    {
        if (item.Path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            var lines = Encoding.UTF8.GetString(scope.Evidence.Bytes(item)).Split('\n', StringSplitOptions.TrimEntries);
            return
            [
                .. lines.Index().Where(line => line.Item.Length > 0).Select(line => Read(
                    Encoding.UTF8.GetBytes(line.Item),
                    new Place(FormattableString.Invariant($"{item.Path} line {line.Index + 1}"), TimeOf(item, scope)),
                    scope,
                    mustBe: true))
                    .OfType<SignedStatement>(),
            ];
        }

        var isNamed = item.Path.EndsWith(SigstoreBundle.Extension, StringComparison.OrdinalIgnoreCase)
            || item.Path.EndsWith(".intoto.json", StringComparison.OrdinalIgnoreCase);
        return (isNamed || item.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            && Read(scope.Evidence.Bytes(item), new Place(item.Path, TimeOf(item, scope)), scope, isNamed) is { } one ? [one] : [];
    }

    private static DateTimeOffset TimeOf(EvidenceItem item, AssertionScope scope) => scope.Logged.TryGetValue(item.Sha256, out var logged) ? logged : scope.Now;

    private static SignedStatement? Read(byte[] content, Place place, AssertionScope scope, bool mustBe)
    {
        var source = place.Source;
        try
        {
            var root = EvidenceJson.ParseElement(content, source);
            return root.ValueKind != JsonValueKind.Object ? NotOne()
                : root.TryGetProperty("mediaType", out var type)
                    && type.ValueKind == JsonValueKind.String
                    && type.GetString()!.StartsWith("application/vnd.dev.sigstore.bundle", StringComparison.Ordinal)
                    ? OfBundle(content, root, place, scope)
                : root.TryGetProperty("payloadType", out _) ? Verify(DsseEnvelope.Read(root, source), place, scope)
                : root.TryGetProperty("_type", out _) && root.TryGetProperty("predicateType", out _)
                    ? new SignedStatement(source, null, null, "is a statement without any signature")
                : root.TryGetProperty("base64Signature", out _) ? new SignedStatement(source, null, null, "is a signature over a file and carries no statement")
                : NotOne();
        }
        catch (EvidenceFormatException e)
        {
            return new SignedStatement(
                source,
                null,
                null,
                e.Message.StartsWith(source, StringComparison.Ordinal) ? e.Message[source.Length..].TrimStart(':', ' ') : e.Message);
        }

        SignedStatement? NotOne() => mustBe ? new SignedStatement(source, null, null, "is neither a DSSE envelope nor a Sigstore bundle") : null;
    }

    private static SignedStatement OfBundle(byte[] content, JsonElement root, Place place, AssertionScope scope)
    {
        if (root.TryGetProperty("messageSignature", out _))
        {
            return OfFile(content, place, scope) ?? new SignedStatement(place.Source, null, null, "is a signature over a file and carries no statement");
        }

        var bundle = SigstoreBundle.Read(content, place.Source);
        return bundle.Hint is null ? OfCertificate(content, place, scope) : Verify(bundle.Envelope, Stamped(content, bundle.Envelope, place, scope), scope);
    }

    /// <summary>The place with an earlier time, where an authority that is trusted vouches for one.</summary>
    private static Place Stamped(byte[] content, DsseEnvelope envelope, Place place, AssertionScope scope)
    {
        if (scope.Sigstore is not { } roots
            || content.AsSpan().IndexOf("\"timestampVerificationData\""u8) < 0
            || scope.Trust?.All.FirstOrDefault(envelope.IsSignedBy) is not { } key)
        {
            return place;
        }

        try
        {
            var known = SigstoreKey.From(key.SubjectPublicKeyInfo.Span);
            var time = BundleVerifier.ProvenTime(ForeignBundle.Read(content, place.Source), known, roots, null);
            return time < place.Time ? place with { Time = time.Value } : place;
        }
        catch (SigstoreRefusal e)
        {
            throw new EvidenceFormatException($"{place.Source}: {e.Message}", e);
        }
    }

    private static SignedStatement OfCertificate(byte[] content, Place place, AssertionScope scope)
    {
        if (scope.Sigstore is not { } roots)
        {
            return new SignedStatement(
                place.Source,
                null,
                null,
                $"is signed keyless, with a certificate, and no trusted root of Sigstore is known; `gates trust import` keeps one in {TrustedRoots.Path}");
        }

        var bundle = ForeignBundle.Read(content, place.Source);
        return Verify(bundle, place, roots, null, Gates.Attestation.Statements.Statement.Read(bundle.Envelope!, place.Source));
    }

    /// <summary>A keyless signature over the file beside it, which says as much of it as a statement of its digest.</summary>
    private static SignedStatement? OfFile(byte[] content, Place place, AssertionScope scope)
    {
        var name = place.Source.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal) ? place.Source[..^SigstoreBundle.Extension.Length] : place.Source;
        return scope.Sigstore is { } roots
            && ForeignBundle.Read(content, place.Source) is { Certificate: not null } bundle
            && scope.Evidence.Find(name) is { } file && name != place.Source
                ? Verify(
                    bundle,
                    place,
                    roots,
                    SignedArtifact.Of(name, scope.Evidence.Bytes(file)),
                    new Gates.Attestation.Statements.Statement([Subject.File(name, file.Sha256)], "", EvidenceJson.ParseElement("{}"u8.ToArray(), name)))
                : null;
    }

    private static SignedStatement Verify(ForeignBundle bundle, Place place, TrustedRoots roots, SignedArtifact? artifact, Statement statement)
    {
        try
        {
            var signer = BundleVerifier.Verify(bundle, roots, artifact).Signer;
            var refusal = $"is signed keyless by {Say.Path(signer.Identity)}, and the assertion does not say that this is who may sign";
            return new SignedStatement(place.Source, null, null, refusal) { Claim = statement, Keyless = signer };
        }
        catch (SigstoreRefusal e)
        {
            return new SignedStatement(place.Source, null, null, $"is signed keyless, and does not hold: {e.Message}") { Claim = statement };
        }
    }

    private static SignedStatement Verify(DsseEnvelope envelope, Place place, AssertionScope scope)
    {
        var statement = Gates.Attestation.Statements.Statement.Read(envelope, place.Source);
        if (scope.Trust is not { } trust)
        {
            return new SignedStatement(place.Source, null, null, "cannot be verified: no keys are trusted") { Claim = statement };
        }

        var verdicts = UsesOf(statement).Select(use => trust.Check(envelope, use, place.Time)).ToList();
        return verdicts.Find(verdict => verdict.Signer is not null)?.Signer is { } signer
            ? new SignedStatement(place.Source, statement, signer, null)
            : new SignedStatement(place.Source, null, null, verdicts[0].Problem) { Claim = statement };
    }

    /// <summary>What a run says of itself needs an evidence key, what is said of a release the release's; of other tools' statements either will do.</summary>
    private static KeyUse[] UsesOf(Statement statement) => StatementKinds.IsOurs(statement) ? [StatementKinds.UseOf(statement)] : Any;

    /// <param name="Source">The file, with a line where it holds several.</param>
    /// <param name="Time">When its signature is known to have been there.</param>
    private sealed record Place(string Source, DateTimeOffset Time);
}
