using System.Collections.Concurrent;
using System.Text;

namespace Gates.Attestation.Log;

/// <summary>A log whose checkpoint a trusted key signed. Nothing is handed out that does not lead to its root.</summary>
internal sealed class LogReader
{
    /// <value>The file that says how long the log is.</value>
    public const string CheckpointFile = "checkpoint";

    /// <value>Where checkpoints are kept that witnesses cosigned, below the log's folder: a later append replaces the newest one.</value>
    public const string CosignedFolder = "cosigned/";

    private readonly ILogStore store;
    private readonly MerkleTree tree;
    private readonly ConcurrentDictionary<long, IReadOnlyList<(LogLeaf? Leaf, LogException? Problem)>> leaves = new();

    private LogReader(ILogStore store, SignedNote note, Checkpoint checkpoint)
    {
        this.store = store;
        tree = new MerkleTree(store, checkpoint.Size);
        Note = note;
        Checkpoint = checkpoint;
    }

    public SignedNote Note { get; }

    public Checkpoint Checkpoint { get; }

    /// <value>How many entries it has.</value>
    public long Size => Checkpoint.Size;

    /// <summary>Where the cosigned checkpoint of a size is kept.</summary>
    public static string CosignedPath(long size) => FormattableString.Invariant($"{CosignedFolder}{size}");

    /// <summary>Opens a log and checks its signature, its name, and that its newest tiles are those that were signed.</summary>
    /// <param name="store">The files.</param>
    /// <param name="trusted">The log's keys: today's, and those before it while they are still accepted.</param>
    /// <param name="origin">The name that the log must have; <see langword="null"/> takes any that a trusted key signed for.</param>
    /// <returns><see langword="null"/> when there is no log at all.</returns>
    /// <exception cref="LogException">It does not hold.</exception>
    public static LogReader? Open(ILogStore store, IReadOnlyCollection<NoteVerifier> trusted, string? origin = null)
    {
        var place = store.Folder + CheckpointFile;
        if (store.Read(CheckpointFile) is not { } bytes)
        {
            return null;
        }

        var note = SignedNote.Parse(bytes, place);
        if (origin is not null && Checkpoint.Parse(note.Text, place).Origin is var found && found != origin)
        {
            throw new LogException(LogFault.WrongOrigin, $"{place}: the log of {found}; expected the log of {origin}");
        }

        var log = new LogReader(store, note, Verified(note, trusted, place));
        return log.tree.Root(log.Size).AsSpan().SequenceEqual(log.Checkpoint.Root)
            ? log
            : throw new LogException(
                LogFault.Altered,
                FormattableString.Invariant($"{place}: the tiles of its {log.Size} entries do not add up to the root that was signed"));
    }

    /// <summary>A note's checkpoint, signed by a trusted key of the very log that it names.</summary>
    /// <exception cref="LogException">It is not.</exception>
    public static Checkpoint Verified(SignedNote note, IReadOnlyCollection<NoteVerifier> trusted, string place)
    {
        var signers = note.Demand(trusted, place);
        var checkpoint = Checkpoint.Parse(note.Text, place);
        return signers.Any(signer => signer.Name == checkpoint.Origin)
            ? checkpoint
            : throw new LogException(LogFault.WrongOrigin, $"{place}: the log of {checkpoint.Origin}, signed by {string.Join(", ", signers)}");
    }

    /// <summary>An entry, proven to be in the log.</summary>
    /// <exception cref="LogException">It is not what was signed, or cannot be read.</exception>
    public LogLeaf Leaf(long index) => LogLeaf.Parse(Entry(index), Place(index));

    /// <summary>An entry's bytes, proven to be in the log.</summary>
    /// <inheritdoc cref="Leaf" path="/exception"/>
    public ReadOnlyMemory<byte> Entry(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        var entry = Bundle(index)[(int)(index % Tile.Full)];
        return MerkleProof.IsIncluded(MerkleHash.Leaf(entry.Span), index, Size, tree.Inclusion(index), Checkpoint.Root)
            ? entry
            : throw new LogException(LogFault.Altered, $"{Place(index)}: not the entry that was signed");
    }

    /// <summary>All entries of the bundle that holds an index, as they stand in its file: proven only one by one, by <see cref="Entry"/>.</summary>
    /// <exception cref="LogException">The file is missing or torn.</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>> Bundle(long index)
    {
        var tile = Tile.Holding(Tile.Entries, index, Size);
        var place = store.Folder + tile.Path;
        var bytes = store.Read(tile.Path)
            ?? throw new LogException(LogFault.Missing, FormattableString.Invariant($"{place}: missing, and a log of {Size} entries has it"));
        return EntryBundle.Parse(bytes, tile, place);
    }

    /// <summary>
    /// The entries of the bundle that begins at an index, read once; of each that is none, why not. <see cref="Bundle"/> says what they prove.
    /// </summary>
    /// <inheritdoc cref="Bundle" path="/exception"/>
    public IReadOnlyList<(LogLeaf? Leaf, LogException? Problem)> Leaves(long first) => leaves.GetOrAdd(first, Parse);

    /// <summary>All entries, as they stand in the files; <see cref="Leaf"/> proves one.</summary>
    /// <inheritdoc cref="Leaf" path="/exception"/>
    public IEnumerable<LogLeaf> All()
    {
        for (var first = 0L; first < Size; first += Tile.Full)
        {
            foreach (var (leaf, problem) in Leaves(first))
            {
                yield return leaf ?? throw problem!;
            }
        }
    }

    private (LogLeaf? Leaf, LogException? Problem)[] Parse(long first)
    {
        var place = store.Folder + Tile.Holding(Tile.Entries, first, Size).Path;
        return [.. Bundle(first).Select((entry, i) => Parse(entry, FormattableString.Invariant($"{place}: entry {first + i}")))];
    }

    private static (LogLeaf? Leaf, LogException? Problem) Parse(ReadOnlyMemory<byte> entry, string place)
    {
        try
        {
            return (LogLeaf.Parse(entry, place), null);
        }
        catch (LogException e)
        {
            return (null, e);
        }
    }

    /// <summary>Where a file was logged, looked for from the end: what is asked for is nearly always new.</summary>
    /// <param name="sha256">The file's digest.</param>
    /// <param name="path">Its path.</param>
    /// <returns>The entry's index, or <see langword="null"/>.</returns>
    /// <inheritdoc cref="Leaf" path="/exception"/>
    public long? FindLast(string sha256, string path)
    {
        for (var end = Size; end > 0; end = (end - 1) / Tile.Full * Tile.Full)
        {
            var bundle = Bundle(end - 1);
            for (var i = bundle.Count - 1; i >= 0; i--)
            {
                var index = ((end - 1) / Tile.Full * Tile.Full) + i;
                if (bundle[i].Span.IndexOf(Encoding.UTF8.GetBytes(sha256)) >= 0
                    && LogLeaf.Parse(bundle[i], Place(index)) is var leaf
                    && leaf.Sha256 == sha256
                    && leaf.Path == path)
                {
                    return index;
                }
            }
        }

        return null;
    }

    /// <summary>What a holder of an entry needs to prove it without the log.</summary>
    /// <inheritdoc cref="Leaf" path="/exception"/>
    public TlogProof Proof(long index) => new(Entry(index).ToArray(), index, tree.Inclusion(index), Note);

    /// <summary>The same by a checkpoint of an earlier day, such as one that witnesses cosigned.</summary>
    /// <param name="index">The entry.</param>
    /// <param name="note">That checkpoint's note; the log must continue it, which is not asked here.</param>
    /// <param name="size">Its size.</param>
    /// <inheritdoc cref="Leaf" path="/exception"/>
    public TlogProof Proof(long index, SignedNote note, long size) => new(Entry(index).ToArray(), index, tree.Inclusion(index, size), note);

    /// <summary>What shows that this log begins with the one that had so many entries.</summary>
    /// <inheritdoc cref="Leaf" path="/exception"/>
    public IReadOnlyList<byte[]> Consistency(long oldSize) => tree.Consistency(oldSize);

    /// <summary>Demands that this log continues one that was seen before.</summary>
    /// <param name="seen">Its checkpoint, from a trusted source.</param>
    /// <param name="source">Where it was seen, for messages.</param>
    /// <exception cref="LogException">Entries were cut off or replaced.</exception>
    public void DemandContinues(Checkpoint seen, string source)
    {
        var place = store.Folder + CheckpointFile;
        if (seen.Origin != Checkpoint.Origin)
        {
            throw new LogException(LogFault.WrongOrigin, $"{place}: the log of {Checkpoint.Origin}; {source} is of {seen.Origin}");
        }

        if (seen.Size > Size)
        {
            throw new LogException(
                LogFault.RolledBack,
                FormattableString.Invariant($"{place}: {Size} entries, and {source} saw {seen.Size}: the end of the log was cut off"));
        }

        if (!MerkleProof.IsConsistent(seen.Size, seen.Root, Size, Checkpoint.Root, Consistency(seen.Size)))
        {
            throw new LogException(
                LogFault.SplitView,
                FormattableString.Invariant($"{place}: its first {seen.Size} entries are not those that {source} saw: the log was rewritten"));
        }
    }

    /// <summary>The checkpoint that the log had, or would have had, with so many entries: this log is shown to continue it.</summary>
    /// <inheritdoc cref="Leaf" path="/exception"/>
    public Checkpoint CheckpointAt(long size)
    {
        var then = new Checkpoint(Checkpoint.Origin, size, tree.Root(size));
        DemandContinues(then, "its own beginning");
        return then;
    }

    /// <summary>An entry's name in messages.</summary>
    public string Place(long index) => FormattableString.Invariant($"{store.Folder}{Tile.Holding(Tile.Entries, index, Size).Path}: entry {index}");
}
