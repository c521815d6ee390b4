using Gates.Attestation.Envelopes;
using Gates.Attestation.Sigstore;
using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>Each file of evidence is signed by a trusted key: itself an envelope or a bundle, or with a bundle beside it that names its digest.</summary>
internal sealed class SignedBy : Assertion
{
    [Option("The ids of the keys that may have signed. Default: every trusted key.")]
    public IReadOnlyList<string> Keys { get; set; } = [];

    [Option("Whose keyless signature counts: an e-mail address, or the address of a workflow with its ref. A pattern: * stands for any characters but "
        + "/ and @, ** for any at all. Default: nobody's, unless `source-repository` or `workflow` is given.")]
    public string? Identity { get; set; }

    [Option("Who must vouch for that identity, exactly, such as https://token.actions.githubusercontent.com. Needed with each of the others: an "
        + "identity alone means nothing.")]
    public string? Issuer { get; set; }

    [Option("The repository that the signing workflow ran for, as its certificate has it, such as https://github.com/acme/app. A pattern.")]
    public string? SourceRepository { get; set; }

    [Option("The ref that the signing workflow ran for, such as refs/tags/v*. A pattern.")]
    public string? SourceRef { get; set; }

    [Option("The workflow that signed, which is a called one where one is: its address with its ref. A pattern.")]
    public string? Workflow { get; set; }

    [Option("Where the signing workflow ran, such as github-hosted.")]
    public string? RunnerEnvironment { get; set; }

    [Option("What started the signing workflow, such as push.")]
    public string? BuildTrigger { get; set; }

    private SignerPolicy? Signer => Issuer is null ? null : new SignerPolicy
    {
        Identity = Identity,
        Issuer = Issuer,
        SourceRepository = SourceRepository,
        SourceRef = SourceRef,
        Workflow = Workflow,
        RunnerEnvironment = RunnerEnvironment,
        BuildTrigger = BuildTrigger,
    };

    public override IEnumerable<(string Key, string Message)> Problems() =>
        Keys.Where(key => !IsKeyId(key))
            .Select(key => ("keys", $"{Say.Quote(key)} is not the id of a key, which is the base64 of 32 bytes, as `gates keys list` shows it"))
            .Concat(KeylessProblems());

    private IEnumerable<(string Key, string Message)> KeylessProblems()
    {
        if (Issuer is null)
        {
            foreach (var (key, _) in KeylessOptions().Where(one => one.Value is not null))
            {
                yield return (key, "means nothing without `issuer`, who vouches for it");
            }
        }
        else if (Identity is null && SourceRepository is null && Workflow is null)
        {
            yield return ("issuer", "vouches for anybody; say who may sign with `identity`, `source-repository` or `workflow`");
        }
    }

    private IEnumerable<(string Key, string? Value)> KeylessOptions() =>
    [
        ("identity", Identity), ("source-repository", SourceRepository), ("source-ref", SourceRef), ("workflow", Workflow),
        ("runner-environment", RunnerEnvironment), ("build-trigger", BuildTrigger),
    ];

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var complaints = new List<string>();
        var signers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in context.Items)
        {
            var own = SignedStatement.Of(item, context.Scope);
            IReadOnlyList<SignedStatement> statements = [.. (own.Count > 0 ? own : Beside(item, context.Scope)).Select(Judge)];
            var refusal = Refuse(item, own.Count > 0, statements);
            if (refusal is not null)
            {
                complaints.Add($"{item.Path} {refusal}");
            }

            signers.UnionWith(statements.Select(one => one.SignerName).OfType<string>());
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

        if (!isSigned && !statements.Any(one => one.Statement!.Subjects.Any(item.IsOf)))
        {
            return $"is not what {beside} is about: another digest was signed";
        }

        return statements.FirstOrDefault(one => one.Signer is { } key && !Takes(key.KeyId)) is { } other
            ? Keys.Count > 0 ? $"is signed by {other.Signer}, which is not among `keys`" : $"is signed with the key {other.Signer}, where `issuer` "
                + "asks for a keyless signature"
            : null;
    }

    private bool Takes(string keyId) => Keys.Count > 0 ? Keys.Contains(keyId, StringComparer.Ordinal) : Signer is null;

    private SignedStatement Judge(SignedStatement statement) => Signer is { } wanted ? statement.Judged(wanted.Refusal) : statement;

    private static IReadOnlyList<SignedStatement> Beside(EvidenceItem item, AssertionScope scope) =>
        scope.Evidence.Find(item.Path + SigstoreBundle.Extension) is { } bundle ? SignedStatement.Of(bundle, scope) : [];

    private static bool IsKeyId(string text) => Convert.TryFromBase64String(text, new byte[64], out var length) && length == 32;
}
