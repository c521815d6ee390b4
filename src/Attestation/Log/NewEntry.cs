namespace Gates.Attestation.Log;

/// <summary>A file that is to be logged; see <see cref="LogLeaf"/>.</summary>
internal sealed record NewEntry(LeafType Type, string Path, string Sha256, string KeyId);
