using System.Text;
using System.Text.Json;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>A statement among the evidence, and what its signature is worth.</summary>
/// <param name="Source">The file, with a line where it holds several.</param>
/// <param name="Statement"><see langword="null"/> when it is refused.</param>
/// <param name="Signer">The trusted key that signed it.</param>
/// <param name="Refusal">Why it shows nothing; <see langword="null"/> when it is signed by a trusted key.</param>
internal sealed record SignedStatement(string Source, Statement? Statement, Ed25519PublicKey? Signer, string? Refusal)
{
    private static readonly KeyUse[] Any = [KeyUse.Evidence, KeyUse.Release];

    /// <value>What it says, whether or not anybody who is trusted says so; <see langword="null"/> when it cannot be read.</value>
    public Statement? Claim { get; init; } = Statement;

    /// <summary>The statements of a file: one envelope or bundle, or, in JSON lines, one a line. None when the file is something else.</summary>
    /// <exception cref="EvaluationException">The file is larger than evidence may be.</exception>
    public static IReadOnlyList<SignedStatement> Of(EvidenceItem item, AssertionScope scope)
    {
        if (item.Path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            var lines = Encoding.UTF8.GetString(scope.Evidence.Bytes(item)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return
            [
                .. lines.Select((line, i) => Read(
                    Encoding.UTF8.GetBytes(line),
                    new Place(FormattableString.Invariant($"{item.Path} line {i + 1}"), TimeOf(item, scope)),
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
                    ? OfBundle(SigstoreBundle.Read(content, source), place, scope)
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

    private static SignedStatement OfBundle(SigstoreBundle bundle, Place place, AssertionScope scope) => bundle.Hint is null
        ? new SignedStatement(place.Source, null, null, "is signed keyless, with a certificate, and cannot be verified offline with keys")
        {
            Claim = Gates.Attestation.Statements.Statement.Read(bundle.Envelope, place.Source),
        }
        : Verify(bundle.Envelope, place, scope);

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
