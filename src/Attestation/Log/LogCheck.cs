namespace Gates.Attestation.Log;

/// <summary>What a log is compared with.</summary>
internal sealed record LogCheck
{
    /// <value>The name it must have; <see langword="null"/> takes any that a trusted key signed for.</value>
    public string? Origin { get; init; }

    /// <value>The evidence itself; <see langword="null"/> checks the log alone.</value>
    public IEvidenceFiles? Files { get; init; }

    /// <value>Checkpoints that were seen before, each with where: released proofs, other clones. Their signatures are checked already.</value>
    public IReadOnlyList<(string Source, Checkpoint Checkpoint)> Seen { get; init; } = [];
}
