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
}
