using Gates.Attestation.Branch;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Lifetime;

/// <summary>What an erasure is about, as the branches and the openings are now.</summary>
internal sealed record ErasePlan
{
    /// <value>Openings that go, with their years.</value>
    public required IReadOnlyList<(int Year, Opening Opening)> Openings { get; init; }

    /// <value>Entries that lose something, with their years.</value>
    public required IReadOnlyList<(int Year, ErasedEntry Entry)> Entries { get; init; }

    /// <value>Files that are still there, with their years.</value>
    public required IReadOnlyList<(int Year, string Path)> Files { get; init; }

    /// <value>How many other openings hold one of the values among other words.</value>
    public required int Near { get; init; }

    /// <value>What of it tombstones of earlier days say already.</value>
    public required IReadOnlyList<Tombstone> Said { get; init; }

    /// <value>The hold that keeps it from being erased.</value>
    public required PlacedHold? Held { get; init; }

    /// <value>Commitments that nobody can open any more.</value>
    public IReadOnlySet<string> Commitments => Openings.Select(one => one.Opening.Disclosure.Digest).ToHashSet(StringComparer.Ordinal);

    public bool IsEmpty => Openings.Count == 0 && Files.Count == 0 && Unsaid([]).Count == 0;

    /// <summary>The entries that no tombstone names yet.</summary>
    /// <param name="more">Tombstones that have come since.</param>
    public IReadOnlyList<ErasedEntry> Unsaid(IEnumerable<Tombstone> more)
    {
        var said = Said.Concat(more).SelectMany(tombstone => tombstone.Erased).ToList();
        return [.. Entries.Select(one => one.Entry).Where(entry => !said.Exists(other => IsSaid(entry, other)))];
    }

    /// <param name="request">What is asked for.</param>
    /// <param name="openings">What is kept.</param>
    /// <param name="shards">All years.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="UsageException">A file is none that can be erased.</exception>
    public static async Task<ErasePlan> MakeAsync(
        EraseRequest request, Openings openings, IReadOnlyList<EvidenceShard> shards, CancellationToken cancellationToken)
    {
        var meant = openings.All.Where(one => request.Person.IsMeant(one.Opening.Value)).ToList();
        var entries = new List<(int Year, ErasedEntry Entry)>();
        foreach (var shard in shards)
        {
            var commitments = meant.Where(one => one.Year == shard.Year).Select(one => one.Opening.Disclosure.Digest).ToHashSet(StringComparer.Ordinal);
            entries.AddRange((commitments.Count == 0 ? [] : await shard.HoldersAsync(commitments, cancellationToken)).Select(entry => (shard.Year, entry)));
        }

        var files = request.Files.Select(path => Find(path, shards)).ToList();
        entries.AddRange(files.Select(file => (file.Shard.Year, file.Entry)));
        var there = new List<(int Year, string Path)>();
        foreach (var (shard, entry) in files)
        {
            there.AddRange(await shard.HasAsync(entry.Path, cancellationToken) ? [(shard.Year, entry.Path)] : []);
        }

        var holds = LegalHolds.Read(shards);
        return new ErasePlan
        {
            Openings = meant,
            Entries = entries,
            Files = there,
            Near = openings.All.Except(meant).Count(one => request.Person.IsNamedIn(one.Opening.Value)),
            Said = [.. shards.SelectMany(shard => shard.Tombstones()).Select(logged => Tombstone.Read(logged.Statement, logged.Leaf.Path))],
            Held = entries.Select(one => one.Year).Concat(meant.Select(one => one.Year)).Distinct()
                .Select(holds.Covering).FirstOrDefault(hold => hold is not null),
        };
    }

    private static (EvidenceShard Shard, ErasedEntry Entry) Find(string path, IReadOnlyList<EvidenceShard> shards)
    {
        if (!Tombstone.MayErase(path))
        {
            throw new UsageException(
                $"--file {path}: only files that a statement is about can be erased ({BranchFiles.Folder}/…{Tombstone.Payload}): "
                + "a statement, a decision, a manifest or the keyring never");
        }

        foreach (var shard in shards)
        {
            if (shard.Find(path) is { Type: LeafType.Evidence } leaf)
            {
                return (shard, new ErasedEntry(shard.Log.Checkpoint.Origin, leaf.Sequence, leaf.Path, leaf.Sha256) { IsFile = true });
            }
        }

        throw new UsageException($"--file {path}: no entry of any log names it");
    }

    private static bool IsSaid(ErasedEntry entry, ErasedEntry other) =>
        entry.Log == other.Log
        && entry.Sequence == other.Sequence
        && entry.IsFile == other.IsFile
        && entry.Commitments.All(commitment => other.Commitments.Contains(commitment, StringComparer.Ordinal));
}
