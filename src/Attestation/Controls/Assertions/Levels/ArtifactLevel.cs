namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>What verified provenance shows of a file.</summary>
/// <param name="Artifact">The file.</param>
/// <param name="Level">Of SLSA's build track, 1 to 3; <see langword="null"/> when no provenance holds.</param>
/// <param name="Reason">Why that level and no higher one.</param>
internal sealed record ArtifactLevel(EvidenceItem Artifact, int? Level, string Reason)
{
    /// <value>As the provenance has it.</value>
    public string? Builder { get; init; }

    /// <value>The id of the key, or the address of the workflow.</value>
    public string? Signer { get; init; }

    /// <value>The file with the provenance that counts.</value>
    public EvidenceItem? Provenance { get; init; }
}
