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
                var store = new BranchLog(repository, tip, year);
                var log = store.Open(trust);
                var cosigned = await CosignedNotes.ReadAsync(repository, tip, log, store, trust, cancellationToken);
                found.AddRange(Of(commit, log, cosigned, files));
            }
        }

        return found;
    }

    private static IEnumerable<PackedBundle> Of(string commit, LogReader log, IReadOnlyList<(long Size, SignedNote Note)> cosigned, BranchFiles files)
    {
        for (var first = 0L; first < log.Size; first += Tile.Full)
        {
            var leaves = log.Bundle(first)
                .Select(entry => LogLeaf.Parse(entry, "the log of " + log.Checkpoint.Origin))
                .Where(leaf => leaf.Type == LeafType.Evidence)
                .ToList();
            foreach (var (leaf, content) in leaves.Zip(files.ReadAll([.. leaves.Select(leaf => leaf.Path)])))
            {
                if (content is not null && IsAbout(commit, content, leaf.Path))
                {
                    yield return new PackedBundle(Path.GetFileNameWithoutExtension(leaf.Path), content, Proof(log, leaf.Sequence, cosigned).Bytes);
                }
            }
        }
    }

    /// <summary>By the first checkpoint that has the entry and that a witness saw, else by the newest.</summary>
    private static TlogProof Proof(LogReader log, long index, IReadOnlyList<(long Size, SignedNote Note)> cosigned) =>
        cosigned.FirstOrDefault(one => one.Size > index) is { Note: { } note } first ? log.Proof(index, note, first.Size) : log.Proof(index);

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
