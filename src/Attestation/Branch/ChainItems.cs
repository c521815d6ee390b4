using Gates.Attestation.Chains;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Pipeline;

namespace Gates.Attestation.Branch;

/// <summary>An intact chain of others for the evidence branch: one statement about it, and its files as they are.</summary>
/// <param name="secrets">Looks for what must not get onto a branch that forgets nothing.</param>
/// <param name="key">The evidence key; the caller disposes of it.</param>
/// <param name="time">Now.</param>
internal sealed class ChainItems(IFileSecrets secrets, Ed25519PrivateKey key, DateTimeOffset time)
{
    private const string Name = "chain";

    /// <param name="files">The files, in their order.</param>
    /// <param name="report">What was found; without a fault.</param>
    /// <param name="after">The digest that it continues, if it continues one.</param>
    /// <param name="digestOnly">Whether the files themselves stay away from the branch; those over 5 MiB always do.</param>
    /// <exception cref="UsageException">A file holds a secret.</exception>
    public IReadOnlyList<BranchItem> Of(IReadOnlyList<ChainFile> files, ChainReport report, string? after, bool digestOnly)
    {
        var kept = digestOnly ? [] : files.Where(file => file.Bytes.Length <= ThirdPartyFile.MaxStored).ToList();
        foreach (var file in kept)
        {
            using var content = new MemoryStream(file.Bytes, writable: false);
            ThirdPartyFile.RefuseSecrets(secrets, file.Name, content);
        }

        var statement = ImportedChain.Of(files, report, after, time, file => kept.Contains(file) ? PathOf(file) : null);
        var bundle = SigstoreBundle.Sign(statement.ToBytes(), key).ToBytes();
        var name = $"{Name}-{report.LastDigest[..16]}";
        return
        [
            new BranchItem(name, BundleFolder.PathOf(name, bundle, time, ".json"), bundle, key.KeyId),
            .. kept.DistinctBy(file => file.Sha256).Select(file => new BranchItem(name, PathOf(file), file.Bytes, key.KeyId) { IsBundle = false }),
        ];
    }

    private string PathOf(ChainFile file) => BundleFolder.PathOf(Name, file.Bytes, time, ".file");
}
