namespace Gates.Attestation.Log;

/// <summary>What an entry of the log is about.</summary>
internal enum LeafType
{
    /// <summary>A file of evidence.</summary>
    Evidence,

    /// <summary>Personal data of an earlier entry was erased.</summary>
    Tombstone,

    /// <summary>The keyring changed.</summary>
    Key,

    /// <summary>The last checkpoint of the year before.</summary>
    Shard,
}
