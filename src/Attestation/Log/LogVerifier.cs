using Gates.Formats.Foundation;

namespace Gates.Attestation.Log;

/// <summary>Checks a whole log, entry by entry, against its checkpoint, its evidence and what was seen of it before.</summary>
/// <param name="store">The log's files.</param>
/// <param name="trusted">The log's keys.</param>
internal sealed class LogVerifier(ILogStore store, IReadOnlyCollection<NoteVerifier> trusted)
{
    private const int MaxProblems = 100;

    private readonly List<LogProblem> problems = [];
    private readonly List<LogLeaf> leaves = [];
    private LogReader? log;

    /// <returns>What is wrong, the first hundred of it; empty when the log holds.</returns>
    public IReadOnlyList<LogProblem> Verify(LogCheck check)
    {
        VerifyLog(check);
        return check.Files is { } files ? VerifyFiles(files, check.IsErased) : problems;
    }

    /// <summary>The log alone.</summary>
    /// <param name="check">What it is compared with; its files are not looked at.</param>
    /// <param name="opened">The log, if it is open already.</param>
    /// <inheritdoc cref="Verify" path="/returns"/>
    public IReadOnlyList<LogProblem> VerifyLog(LogCheck check, LogReader? opened = null)
    {
        problems.Clear();
        leaves.Clear();
        log = null;
        Try(() =>
        {
            log = opened ?? LogReader.Open(store, trusted, check.Origin)
                ?? throw new LogException(LogFault.Missing, $"{store.Folder}{LogReader.CheckpointFile}: missing: there is no log");
            VerifyEntries(log);
            VerifyUpperTiles(log);
            foreach (var (source, checkpoint) in check.Seen)
            {
                Try(() => log.DemandContinues(checkpoint, source));
            }
        });
        return problems;
    }

    /// <summary>The files that the entries name, after <see cref="VerifyLog"/>.</summary>
    /// <param name="files">Where they are.</param>
    /// <param name="isErased">See <see cref="LogCheck.IsErased"/>.</param>
    /// <inheritdoc cref="Verify" path="/returns"/>
    public IReadOnlyList<LogProblem> VerifyFiles(IEvidenceFiles files, Predicate<LogLeaf>? isErased)
    {
        if (log is null)
        {
            return problems;
        }

        foreach (var some in leaves.Where(leaf => leaf.Type is LeafType.Evidence or LeafType.Shard or LeafType.Tombstone).Chunk(IEvidenceFiles.AtOnce))
        {
            VerifyFiles(some, log, (files, isErased));
        }

        var logged = files.Paths.Count == 0 ? [] : leaves.Select(leaf => leaf.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in files.Paths.Where(path => !logged.Contains(path)))
        {
            Add(LogFault.NotLogged, $"{path}: no entry of the log names this file");
        }

        return problems;
    }

    private void VerifyEntries(LogReader log)
    {
        var tree = new MerkleTree(store, log.Size);
        var previous = LogLeaf.NoPrevious;
        for (var first = 0L; first < log.Size; first += Tile.Full)
        {
            IReadOnlyList<ReadOnlyMemory<byte>> entries = [];
            IReadOnlyList<(LogLeaf? Leaf, LogException? Problem)> read = [];
            byte[] hashes = [];
            var start = first;
            Try(() =>
            {
                entries = log.Bundle(start);
                read = log.Leaves(start);
                hashes = tree.Read(Tile.Holding(0, start, log.Size));
            });
            for (var i = 0; i < entries.Count && hashes.Length > 0 && problems.Count < MaxProblems; i++)
            {
                var (index, entry, before) = (first + i, entries[i], previous);
                previous = Sha256Hex.Of(entry.Span);
                if (!MerkleHash.Leaf(entry.Span).AsSpan().SequenceEqual(hashes.AsSpan(i * MerkleHash.Size, MerkleHash.Size)))
                {
                    Add(LogFault.Altered, $"{log.Place(index)}: not the entry that was signed");
                }

                if (read[i].Leaf is { } leaf)
                {
                    leaves.Add(leaf.Sequence == index ? leaf : leaf with { Sequence = index });
                    VerifyChain(leaf, index, before, log);
                }
                else
                {
                    Add(read[i].Problem!.Fault, read[i].Problem!.Message);
                }
            }
        }
    }

    private void VerifyChain(LogLeaf leaf, long index, string previous, LogReader log)
    {
        if (leaf.Sequence != index)
        {
            Add(
                LogFault.BrokenChain,
                FormattableString.Invariant($"{log.Place(index)}: says that it is number {leaf.Sequence}: an entry was removed, added or moved"));
        }

        if (leaf.Previous != previous)
        {
            Add(
                LogFault.BrokenChain,
                FormattableString.Invariant($"{log.Place(index)}: names {leaf.Previous[..12]}… as the entry before, which is {previous[..12]}…: an entry was changed, removed or moved"));
        }
    }

    private void VerifyFiles(LogLeaf[] some, LogReader log, (IEvidenceFiles Files, Predicate<LogLeaf>? IsErased) check)
    {
        IReadOnlyList<string?> digests;
        try
        {
            digests = check.Files.Digests([.. some.Select(leaf => leaf.Path)]);
        }
        catch (EvidenceFormatException) when (some.Length > 1)
        {
            Array.ForEach(some, leaf => VerifyFiles([leaf], log, check));
            return;
        }
        catch (EvidenceFormatException e)
        {
            Add(LogFault.Malformed, e.Message);
            return;
        }

        foreach (var (leaf, digest) in some.Zip(digests))
        {
            if (digest is null && check.IsErased?.Invoke(leaf) != true)
            {
                Add(LogFault.EvidenceEdited, $"{leaf.Path}: missing; {log.Place(leaf.Sequence)} names it");
            }
            else if (digest is not null && digest != leaf.Sha256)
            {
                Add(LogFault.EvidenceEdited, $"{leaf.Path}: its SHA-256 is {digest}; {log.Place(leaf.Sequence)} logged {leaf.Sha256}");
            }
        }
    }

    /// <summary>Each hash above the first level is that of a full tile below.</summary>
    private void VerifyUpperTiles(LogReader log)
    {
        var tree = new MerkleTree(store, log.Size);
        foreach (var tile in Tile.All(log.Size).Where(tile => tile.Level > 0))
        {
            Try(() =>
            {
                var hashes = tree.Read(tile);
                for (var i = 0; i < tile.Width; i++)
                {
                    var below = new Tile(tile.Level - 1, (tile.Index * Tile.Full) + i, Tile.Full);
                    if (!MerkleHash.Subtree(tree.Read(below)).AsSpan().SequenceEqual(hashes.AsSpan(i * MerkleHash.Size, MerkleHash.Size)))
                    {
                        Add(
                            LogFault.Altered,
                            FormattableString.Invariant($"{store.Folder}{tile.Path}: hash {i}, at byte {i * MerkleHash.Size}, is not that of {below.Path}"));
                    }
                }
            });
        }
    }

    private void Try(Action check)
    {
        try
        {
            check();
        }
        catch (LogException e)
        {
            Add(e.Fault, e.Message);
        }
    }

    private void Add(string fault, string message)
    {
        if (problems.Count < MaxProblems)
        {
            problems.Add(new LogProblem(fault, message));
        }
    }
}

/// <summary>What a log is compared with.</summary>
internal sealed record LogCheck
{
    /// <value>The name it must have; <see langword="null"/> takes any that a trusted key signed for.</value>
    public string? Origin { get; init; }

    /// <value>The evidence itself; <see langword="null"/> checks the log alone.</value>
    public IEvidenceFiles? Files { get; init; }

    /// <value>Whether an entry's file may be missing, since a tombstone says that it was erased; <see langword="null"/>: none may.</value>
    public Predicate<LogLeaf>? IsErased { get; init; }

    /// <value>Checkpoints that were seen before, each with where: released proofs, other clones. Their signatures are checked already.</value>
    public IReadOnlyList<(string Source, Checkpoint Checkpoint)> Seen { get; init; } = [];
}

/// <summary>One thing that is wrong with a log.</summary>
/// <param name="Fault">One of <see cref="LogFault"/>.</param>
/// <param name="Message">Where and what, in one line.</param>
internal sealed record LogProblem(string Fault, string Message);
