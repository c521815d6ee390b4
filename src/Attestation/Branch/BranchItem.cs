using Gates.Attestation.Log;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Branch;

/// <summary>A file for the evidence branch.</summary>
/// <param name="Name">What people call it: the gate.</param>
/// <param name="Path">Where it goes; holds the digest, so that the same file never goes to two places.</param>
/// <param name="Bytes">The file.</param>
/// <param name="KeyId">Who signed it, or for a file of another tool the statement about it.</param>
internal sealed record BranchItem(string Name, string Path, byte[] Bytes, string KeyId)
{
    /// <value>Whether it is a signed bundle, rather than the file that one is about.</value>
    public bool IsBundle { get; init; } = true;

    /// <value>What the entry about it says that it is.</value>
    public LeafType Type { get; init; } = LeafType.Evidence;

    public NewEntry Entry => new(Type, Path, Sha256Hex.Of(Bytes), KeyId);
}
