using Gates.Attestation.Branch;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Packs;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Packing;

/// <summary>Finds what the evidence branches know about one commit.</summary>
internal sealed class LoggedBundles(EvidenceRepository repository, TrustedKeys trust)
{
    /// <returns>The statements about the commit, the oldest first, each with its proof in the log of today.</returns>
    /// <exception cref="EvaluationException">A branch cannot be read, or its log does not hold.</exception>
    public async Task<IReadOnlyList<PackedBundle>> AboutAsync(string commit, int firstYear, int lastYear, CancellationToken cancellationToken)
    {
        var found = new List<PackedBundle>();
        for (var year = firstYear; year <= lastYear; year++)
        {
            if (await repository.TipAsync(LogIdentity.Branch(year), cancellationToken) is { } tip)
            {
                var files = await BranchFiles.OpenAsync(repository, tip, cancellationToken);
                found.AddRange(Of(commit, new BranchLog(repository, tip, year), files));
            }
        }

        return found;
    }

    private IEnumerable<PackedBundle> Of(string commit, BranchLog store, BranchFiles files)
    {
        var log = store.Open(trust);
        for (var first = 0L; first < log.Size; first += Tile.Full)
        {
            var leaves = log.Bundle(first)
                .Select(entry => LogLeaf.Parse(entry, store.Folder + LogReader.CheckpointFile))
                .Where(leaf => leaf.Type == LeafType.Evidence)
                .ToList();
            foreach (var (leaf, content) in leaves.Zip(files.ReadAll([.. leaves.Select(leaf => leaf.Path)])))
            {
                if (content is not null && IsAbout(commit, content, leaf.Path))
                {
                    yield return new PackedBundle(Path.GetFileNameWithoutExtension(leaf.Path), content, log.Proof(leaf.Sequence).Bytes);
                }
            }
        }
    }

    /// <summary>
    /// Most entries are of other commits: those are not even parsed. What was said of a release, such as an earlier pack's manifest, is no evidence of
    /// it.
    /// </summary>
    private static bool IsAbout(string commit, byte[] content, string path)
    {
        if (content.AsSpan().IndexOf("\"dsseEnvelope\""u8) < 0)
        {
            return false;
        }

        var statement = Statement.Read(SigstoreBundle.Read(content, path).Envelope, path);
        return StatementKinds.UseOf(statement) == KeyUse.Evidence && statement.Commits.Contains(commit);
    }
}
