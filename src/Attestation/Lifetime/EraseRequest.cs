using Gates.Attestation.Branch;

namespace Gates.Attestation.Lifetime;

/// <summary>What to erase, and what the tombstone says of it.</summary>
internal sealed record EraseRequest
{
    /// <value>Where the evidence is, and with which log key.</value>
    public required EvidenceRequest Evidence { get; init; }

    /// <value>The evidence key's file, which signs the tombstone; <see langword="null"/> reads the environment.</value>
    public string? Key { get; init; }

    /// <value>Whose openings go.</value>
    public PersonValues Person { get; init; } = PersonValues.Nobody;

    /// <value>Files of evidence branches that go.</value>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <value>Why, such as <c>GDPR Art. 17(1)(b)</c>; signed as it stands.</value>
    public required string LegalBasis { get; init; }

    /// <value>Who asked; signed as a commitment. <see langword="null"/> in a dry run.</value>
    public string? By { get; init; }

    /// <value>Whether only to show what would go.</value>
    public bool IsDryRun { get; init; }

    /// <value>Whether commits that hold an erased file stay reachable from their branch.</value>
    public bool KeepsHistory { get; init; }
}
