using Gates.Attestation.Branch;

namespace Gates.Attestation.Lifetime;

/// <summary>Where the evidence is, and how long it is kept.</summary>
internal sealed record RetentionRequest
{
    /// <value>Where the evidence is, and with which log key.</value>
    public required EvidenceRequest Evidence { get; init; }

    /// <value>The evidence key's file; <see langword="null"/> reads the environment.</value>
    public string? Key { get; init; }

    /// <value>How long a year is kept.</value>
    public RetentionRule Rule { get; init; } = RetentionRule.Usual;

    /// <value>Who asked; signed as a commitment.</value>
    public string? By { get; init; }

    /// <value>Why; signed as a commitment.</value>
    public string? Reason { get; init; }
}
