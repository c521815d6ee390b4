using Gates.Attestation.Envelopes;
using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>Each file of evidence is signed by a trusted key: itself an envelope or a bundle, or with a bundle beside it that names its digest.</summary>
internal sealed class SignedBy : Assertion
{
    [Option("The ids of the keys that may have signed. Default: every trusted key.")]
    public IReadOnlyList<string> Keys { get; set; } = [];

    public override IEnumerable<(string Key, string Message)> Problems() =>
        Keys.Where(key =>
            !IsKeyId(key)).Select(key => ("keys", $"{Say.Quote(key)} is not the id of a key, which is the base64 of 32 bytes, as `gates keys list` shows it"));

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var complaints = new List<string>();
        var signers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in context.Items)
        {
            var own = SignedStatement.Of(item, context.Scope);
            var statements = own.Count > 0 ? own : Beside(item, context.Scope);
            var refusal = Refuse(item, own.Count > 0, statements);
            if (refusal is not null)
            {
                complaints.Add($"{item.Path} {refusal}");
            }

            signers.UnionWith(statements.Select(one => one.Signer?.KeyId).OfType<string>());
        }

        return AssertionFinding.From(
            complaints,
            FormattableString.Invariant($"{(context.Items.Count == 1 ? "the file is" : FormattableString.Invariant($"all {context.Items.Count} files are"))} signed, by {string.Join(", ", signers)}"));
    }

    private string? Refuse(EvidenceItem item, bool isSigned, IReadOnlyList<SignedStatement> statements)
    {
        var beside = item.Path + SigstoreBundle.Extension;
        if (statements.Count == 0)
        {
            return $"is not signed, and there is no {beside}";
        }

        if (statements.FirstOrDefault(one => one.Refusal is not null) is { } refused)
        {
            return $"{(isSigned ? "" : $"has {beside}, which ")}{refused.Refusal}";
        }

        if (!isSigned && !statements.Any(one => one.Statement!.Subjects.Any(subject => subject.Digest.GetValueOrDefault("sha256") == item.Sha256)))
        {
            return $"is not what {beside} is about: another digest was signed";
        }

        return statements.FirstOrDefault(one => Keys.Count > 0 && !Keys.Contains(one.Signer!.KeyId, StringComparer.Ordinal)) is { } other
            ? $"is signed by {other.Signer}, which is not among `keys`"
            : null;
    }

    private static IReadOnlyList<SignedStatement> Beside(EvidenceItem item, AssertionScope scope) =>
        scope.Evidence.Find(item.Path + SigstoreBundle.Extension) is { } bundle ? SignedStatement.Of(bundle, scope) : [];

    private static bool IsKeyId(string text) => Convert.TryFromBase64String(text, new byte[64], out var length) && length == 32;
}
