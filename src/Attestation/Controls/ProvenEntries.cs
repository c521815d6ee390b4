using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Log;

namespace Gates.Attestation.Controls;

/// <summary>Where evidence stands in the log, by the proofs that lie among it.</summary>
/// <param name="Indexes">Entries by the SHA-256 of what they log.</param>
/// <param name="Checkpoint">The checkpoint of the newest proof, as it was signed; <see langword="null"/> without any.</param>
internal sealed record ProvenEntries(IReadOnlyDictionary<string, long> Indexes, string? Checkpoint)
{
    /// <value>When the files were logged, by their SHA-256; the log's key answers for it.</value>
    public IReadOnlyDictionary<string, DateTimeOffset> Times { get; init; } = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <param name="scope">The evidence, and whose log keys count; without any key no proof says anything.</param>
    /// <exception cref="LogException">A proof does not hold.</exception>
    public static ProvenEntries From(AssertionScope scope)
    {
        var indexes = new Dictionary<string, long>(StringComparer.Ordinal);
        var times = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        (string? Text, long Size) newest = (null, -1);
        foreach (var item in scope.Trust is null ? [] : scope.Evidence.Match("**/*" + TlogProof.Extension))
        {
            var proof = TlogProof.Parse(scope.Evidence.Bytes(item), item.Path);
            var keys = scope.Trust!.ForLog(proof.Note, item.Path);
            var leaf = proof.Demand(keys, item.Path);
            indexes[leaf.Sha256] = leaf.Sequence;
            times[leaf.Sha256] = leaf.Time;
            if (proof.CheckpointOf(keys, item.Path).Size is var size && size > newest.Size)
            {
                newest = (proof.Note.Text, size);
            }
        }

        return new ProvenEntries(indexes, newest.Text) { Times = times };
    }
}
