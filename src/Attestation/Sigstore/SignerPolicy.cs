using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.Attestation.Sigstore;

/// <summary>
/// Whom a keyless signature must be of. In patterns <c>*</c> stands for any characters but <c>/</c> and <c>@</c>, so that it never reaches over a part of an
/// address into the next, and <c>**</c> for any at all.
/// </summary>
internal sealed record SignerPolicy
{
    /// <value>Who vouches for the identities of GitHub's workflows.</value>
    public const string GitHubIssuer = "https://token.actions.githubusercontent.com";

    /// <value>A pattern; <see langword="null"/> for any identity that the issuer vouches for and the rest allows.</value>
    public string? Identity { get; init; }

    /// <value>Exactly: an identity means nothing without who vouches for it.</value>
    public required string Issuer { get; init; }

    /// <value>A pattern, as are those that follow.</value>
    public string? SourceRepository { get; init; }

    public string? SourceRef { get; init; }

    public string? Workflow { get; init; }

    public string? RunnerEnvironment { get; init; }

    public string? BuildTrigger { get; init; }

    /// <summary>Why a signer is not the one who is wanted; <see langword="null"/> when it is.</summary>
    public string? Refusal(FulcioCertificate signer)
    {
        if (signer.Issuer != Issuer)
        {
            return $"is signed by {Say.Path(signer.Identity)}, for whom {Say.Path(signer.Issuer)} vouches, not {Say.Path(Issuer)}";
        }

        (string What, string? Pattern, string? Value)[] asked =
        [
            ("identity", Identity, signer.Identity),
            ("source repository", SourceRepository, signer.SourceRepository),
            ("source ref", SourceRef, signer.SourceRef),
            ("workflow", Workflow, signer.Workflow ?? signer.CallingWorkflow),
            ("runner environment", RunnerEnvironment, signer.RunnerEnvironment),
            ("build trigger", BuildTrigger, signer.BuildTrigger),
        ];
        return asked.FirstOrDefault(one => one.Pattern is { } asks && (one.Value is not { } has || !Fits(asks, has))) is (var what, { } pattern, var value)
            ? value is null
                ? $"is signed by {Say.Path(signer.Identity)}, whose certificate names no {what}; {Say.Path(pattern)} is wanted"
                : $"is signed with the {what} {Say.Path(value)}, not {Say.Path(pattern)}"
            : null;
    }

    public static bool Fits(string pattern, string value) => Regex.IsMatch(
        value,
        "^" + Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/@]*", StringComparison.Ordinal) + @"\z",
        RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);
}
