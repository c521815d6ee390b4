using Gates.Attestation.Keys;
using Gates.Attestation.Sigstore;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>What all assertions of one evaluation share.</summary>
internal sealed record AssertionScope
{
    public required EvidenceFolder Evidence { get; init; }

    /// <value>The time of the attestation, from which ages count.</value>
    public required DateTimeOffset Now { get; init; }

    /// <value>The commit that evidence must be about; <see langword="null"/> where it is not known.</value>
    public string? Commit { get; init; }

    /// <value>The release's tag; <see langword="null"/> where there is none.</value>
    public string? Tag { get; init; }

    /// <value>Where the repository is, as its remote or its job says; <see langword="null"/> where neither does.</value>
    public string? Repository { get; init; }

    /// <value>When a file was logged, by its SHA-256: its signature is judged by the keys of that time. What nothing proves is judged by those of <see
    /// cref="Now"/>.</value>
    public IReadOnlyDictionary<string, DateTimeOffset> Logged { get; init; } = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <value>The files of the release.</value>
    public IReadOnlyList<EvidenceItem> Artefacts { get; init; } = [];

    /// <value>The keys that signatures are held against; <see langword="null"/> when none are trusted.</value>
    public TrustedKeys? Trust { get; init; }

    /// <value>The instances of Sigstore that keyless signatures are held against; <see langword="null"/> when none is trusted.</value>
    public TrustedRoots? Sigstore { get; init; }

    /// <value>Runs policy scripts; <see langword="null"/> where none can run.</value>
    public IPolicyScripts? Scripts { get; init; }

    /// <value>Where policy scripts stand.</value>
    public ISourceTree? Policies { get; init; }
}
