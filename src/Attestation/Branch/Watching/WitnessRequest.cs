namespace Gates.Attestation.Branch.Watching;

/// <summary>Which log a witness looks at, as whom, and what it remembers.</summary>
internal sealed record WitnessRequest
{
    /// <value>A repository of the witness's own, beside whose objects the other's are kept.</value>
    public required DirectoryInfo Workspace { get; init; }

    /// <value>See <see cref="EvidenceRepository.OpenAsync"/>.</value>
    public required string Remote { get; init; }

    /// <value>The log's keys: a keyring, or public keys in PEM, as the witness got them.</value>
    public required string Trust { get; init; }

    /// <value>The file of <see cref="WitnessState"/>, in full.</value>
    public required string State { get; init; }

    /// <value>Under which the witness signs; <see langword="null"/> takes the name that the workspace's keyring has for its key.</value>
    public string? Name { get; init; }

    /// <value>The witness's private key; <see langword="null"/> reads <c>GATES_WITNESS_KEY</c>.</value>
    public string? Key { get; init; }

    /// <value>The log's name without its year; <see langword="null"/> takes the remote's host and path.</value>
    public string? Origin { get; init; }

    /// <value>The log's year; <see langword="null"/> means this one and the one before.</value>
    public int? Year { get; init; }

    /// <value>Whether a log that the state does not know is taken as it is.</value>
    public bool Begin { get; init; }

    /// <value>A folder for the cosigned checkpoints; <see langword="null"/> puts them on the evidence branch.</value>
    public string? Out { get; init; }
}
