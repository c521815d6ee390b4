using Gates.Attestation.Statements;

namespace Gates.Runner.Commands.Packing;

/// <summary>What <c>gates pack</c> is asked for.</summary>
internal sealed record PackRequest
{
    public required string Tag { get; init; }

    public required DirectoryInfo Workspace { get; init; }

    /// <value>A remote of the evidence branch; see <see cref="Gates.Attestation.Branch.EvidenceRepository.OpenAsync"/>.</value>
    public string? Remote { get; init; }

    /// <value>The folder of the run that judged the release: policies, settings and evidence are taken from there.</value>
    public DirectoryInfo? Results { get; init; }

    /// <value>Where <c>gates attest</c> left its files.</value>
    public DirectoryInfo? Attestation { get; init; }

    /// <value>The control catalogue that was attested.</value>
    public FileInfo? Catalogue { get; init; }

    public IReadOnlyList<Subject> Artefacts { get; init; } = [];
}
