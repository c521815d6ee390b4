namespace Gates.Attestation.Keys;

/// <summary>What a key may sign. One key never serves two uses: a signature must not be able to stand for something else.</summary>
internal enum KeyUse
{
    /// <summary>Statements about gate results.</summary>
    Evidence,

    /// <summary>Checkpoints of the log.</summary>
    Log,

    /// <summary>What is said about a release: its pack and its control attestation.</summary>
    Release,

    /// <summary>Cosignatures of a witness, which watches another repository's log. It has a name, and is never the log's own key.</summary>
    Witness,
}
