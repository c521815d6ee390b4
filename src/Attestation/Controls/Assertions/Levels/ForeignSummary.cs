using Gates.Attestation.Sigstore;
using Gates.Attestation.Statements;
using Gates.Formats.Documents;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>
/// Whose summary is believed, and of what: a verifier is believed by a fixed pair of its name and who signs, never by its name alone. The order of the
/// questions is SLSA v1.2's, "How to verify".
/// </summary>
internal sealed record ForeignSummary
{
    /// <value>Exactly.</value>
    public required string Verifier { get; init; }

    /// <value>The ids of its keys; empty where it signs keyless.</value>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <value>Its identity, where it signs keyless.</value>
    public SignerPolicy? Signer { get; init; }

    /// <summary>What is wrong with these; <see langword="null"/> when nothing is.</summary>
    public static (string Key, string Message)? Refuse(IReadOnlyList<string> keys, string? identity, string? issuer) =>
        keys.Count > 0 && (identity ?? issuer) is not null ? ("keys", "a verifier signs with a key or keyless; give `keys`, or `identity` and `issuer`")
        : keys.Count > 0 ? null
        : identity is null ? ("verifier", "anybody can call themselves so: say who signs for it, with `keys`, or with `identity` and `issuer`")
        : issuer is null ? ("identity", "means nothing without `issuer`, who vouches for it")
        : null;

    /// <summary>Who may sign, made of an assertion's options.</summary>
    public static ForeignSummary Of(string verifier, IReadOnlyList<string> keys, string? identity, string? issuer) => new()
    {
        Verifier = verifier,
        Keys = keys,
        Signer = identity is null ? null : new SignerPolicy { Identity = identity, Issuer = issuer! },
    };

    /// <summary>Why a statement is not believed up to its predicate; <see langword="null"/> when it is.</summary>
    /// <param name="read">The statement.</param>
    /// <param name="isAbout">Whether a subject is the one that is asked about.</param>
    /// <param name="types">The types of predicate that will do.</param>
    /// <param name="verifier">The verifier that the predicate names.</param>
    public string? Refusal(SignedStatement read, Func<Subject, bool> isAbout, IReadOnlyList<string> types, string? verifier)
    {
        var signed = Signer is { } wanted ? read.Judged(wanted.Refusal) : read;
        if (signed.Refusal is { } refusal)
        {
            return refusal;
        }

        var statement = signed.Statement!;
        return !statement.Subjects.Any(isAbout) ? "is about something else: no subject has the digest"
            : !types.Contains(statement.PredicateType, StringComparer.Ordinal) ? $"is {Say.Path(statement.PredicateType)}, not {types[0]}"
            : signed.Signer is { } key && !Keys.Contains(key.KeyId, StringComparer.Ordinal)
                ? $"is signed with the key {key.KeyId}, which is not paired with the verifier {Verifier}"
            : verifier != Verifier ? $"is of the verifier {Say.Path(verifier ?? "of no name")}, not {Verifier}"
            : null;
    }
}
