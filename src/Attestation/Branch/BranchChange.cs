namespace Gates.Attestation.Branch;

/// <summary>What is to become of an evidence branch in one commit.</summary>
/// <param name="Items">The files to log.</param>
internal sealed record BranchChange(IReadOnlyList<BranchItem> Items)
{
    /// <value>Files to remove: their entries stay.</value>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <value>
    /// Whether the commits before stay reachable from the branch. Without them a removed file is in no commit of it: the log alone says what was before.
    /// </value>
    public bool KeepsHistory { get; init; } = true;
}
