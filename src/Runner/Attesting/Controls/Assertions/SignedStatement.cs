using System.Text;
using System.Text.Json;
using Gates.Runner.Attesting.Cryptography;
using Gates.Runner.Attesting.Envelopes;
using Gates.Runner.Attesting.Keys;
using Gates.Runner.Attesting.Statements;

namespace Gates.Runner.Attesting.Controls.Assertions;

/// <summary>A statement among the evidence, and what its signature is worth.</summary>
/// <param name="Source">The file, with a line where it holds several.</param>
/// <param name="Statement"><see langword="null"/> when it is refused.</param>
/// <param name="Signer">The trusted key that signed it.</param>
/// <param name="Refusal">Why it shows nothing; <see langword="null"/> when it is signed by a trusted key.</param>
internal sealed record SignedStatement(string Source, Statement? Statement, Ed25519PublicKey? Signer, string? Refusal)
{
    private static readonly KeyUse[] Uses = [KeyUse.Evidence, KeyUse.Release];

    /// <summary>The statements of a file: one envelope or bundle, or, in JSON lines, one a line. None when the file is something else.</summary>
    /// <exception cref="EvaluationException">The file is larger than evidence may be.</exception>
    public static IReadOnlyList<SignedStatement> Of(EvidenceItem item, AssertionScope scope)
    {
        if (item.Path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            var lines = Encoding.UTF8.GetString(scope.Evidence.Bytes(item)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return [.. lines.Select((line, i) => Read(Encoding.UTF8.GetBytes(line), FormattableString.Invariant($"{item.Path} line {i + 1}"), scope, mustBe: true)).OfType<SignedStatement>()];
        }

        var isNamed = item.Path.EndsWith(SigstoreBundle.Extension, StringComparison.OrdinalIgnoreCase) || item.Path.EndsWith(".intoto.json", StringComparison.OrdinalIgnoreCase);
        return (isNamed || item.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) && Read(scope.Evidence.Bytes(item), item.Path, scope, isNamed) is { } one ? [one] : [];
    }

    private static SignedStatement? Read(byte[] content, string source, AssertionScope scope, bool mustBe)
    {
        try
        {
            var root = EvidenceJson.ParseElement(content, source);
            return root.ValueKind != JsonValueKind.Object ? NotOne()
                : root.TryGetProperty("mediaType", out var type) && type.ValueKind == JsonValueKind.String && type.GetString()!.StartsWith("application/vnd.dev.sigstore.bundle", StringComparison.Ordinal)
                    ? OfBundle(SigstoreBundle.Read(content, source), source, scope)
                : root.TryGetProperty("payloadType", out _) ? Verify(DsseEnvelope.Read(root, source), source, scope)
                : root.TryGetProperty("_type", out _) && root.TryGetProperty("predicateType", out _) ? new SignedStatement(source, null, null, "is a statement without any signature")
                : root.TryGetProperty("base64Signature", out _) ? new SignedStatement(source, null, null, "is a signature over a file and carries no statement")
                : NotOne();
        }
        catch (EvidenceFormatException e)
        {
            return new SignedStatement(source, null, null, e.Message.StartsWith(source, StringComparison.Ordinal) ? e.Message[source.Length..].TrimStart(':', ' ') : e.Message);
        }

        SignedStatement? NotOne() => mustBe ? new SignedStatement(source, null, null, "is neither a DSSE envelope nor a Sigstore bundle") : null;
    }

    private static SignedStatement OfBundle(SigstoreBundle bundle, string source, AssertionScope scope) => bundle.Hint is null
        ? new SignedStatement(source, null, null, "is signed keyless, with a certificate, and cannot be verified offline with keys")
        : Verify(bundle.Envelope, source, scope);

    private static SignedStatement Verify(DsseEnvelope envelope, string source, AssertionScope scope)
    {
        if (scope.Trust is not { } trust)
        {
            return new SignedStatement(source, null, null, "cannot be verified: no keys are trusted");
        }

        var verdicts = Uses.Select(use => trust.Check(envelope, use, scope.Now)).ToList();
        return verdicts.Find(verdict => verdict.Signer is not null)?.Signer is { } signer
            ? new SignedStatement(source, Statement.Read(envelope, source), signer, null)
            : new SignedStatement(source, null, null, verdicts[0].Problem);
    }
}
