namespace Gates.Formats.Documents;

/// <summary>What could be read of a file whose own readers are less strict than we are.</summary>
internal sealed record LenientDocuments
{
    /// <value>
    /// The documents that could be read, in order. Of a key that stands twice the last comes first among a map's entries, so that it is what a look-up gives.
    /// </value>
    public IReadOnlyList<DocumentNode> Documents { get; init; } = [];

    /// <value>The keys that stand again in their map.</value>
    public IReadOnlyList<DuplicateKey> Duplicates { get; init; } = [];

    /// <value>Why the other documents could not be read; empty when all could.</value>
    public IReadOnlyList<DocumentException> Broken { get; init; } = [];
}
