using Gates.Attestation.Auditing;

namespace Gates.Runner.Commands.Audit;

/// <summary>What <c>gates audit</c> was asked to do.</summary>
internal sealed record AuditRequest
{
    public required Quarter Quarter { get; init; }

    public required DirectoryInfo Workspace { get; init; }

    /// <value>See <see cref="Gates.Attestation.Branch.EvidenceRepository.OpenAsync"/>.</value>
    public string? Remote { get; init; }

    /// <value>A file of trusted keys; <see langword="null"/> for the keyring at the default branch.</value>
    public string? Trust { get; init; }

    /// <value>The folder with the releases' packs.</value>
    public DirectoryInfo? Packs { get; init; }

    /// <value>Checkpoints that witnesses cosigned.</value>
    public IReadOnlyList<string> Cosigned { get; init; } = [];

    /// <value>The file with the witnesses' keys.</value>
    public string? Witnesses { get; init; }

    /// <value>The evidence key; <see langword="null"/> for that of the environment.</value>
    public string? Key { get; init; }

    /// <value>Where the report goes.</value>
    public required string Output { get; init; }

    /// <value>Whether it is shown as an issue, and packs are taken from the releases on GitHub.</value>
    public bool Issue { get; init; }

    /// <value>As whom the token writes issues.</value>
    public required string Author { get; init; }
}
