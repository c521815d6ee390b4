namespace Gates.Attestation.Bundles;

/// <summary>A file to write beside a run's results.</summary>
/// <param name="Name">Relative to the output folder.</param>
/// <param name="IsPrivate">Whether nobody but its owner may read it.</param>
internal sealed record BundleFile(string Name, byte[] Content, bool IsPrivate = false);
