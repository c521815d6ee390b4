using System.Globalization;
using Gates.Attestation.Log;

namespace Gates.Attestation.Lifetime;

/// <summary>What tombstones excuse: files that are missing because they were erased, and nothing else.</summary>
internal sealed class ErasedFiles
{
    private readonly Dictionary<(string Log, long Sequence), ErasedFile> files = [];
    private readonly HashSet<(string Log, long Sequence)> fields = [];

    /// <value>How many tombstones there are.</value>
    public int Tombstones { get; private set; }

    /// <value>Entries whose personal fields were erased.</value>
    public int Fields => fields.Count;

    public IReadOnlyCollection<ErasedFile> All => files.Values;

    /// <param name="logged">A statement that a log names as a tombstone.</param>
    /// <exception cref="EvidenceFormatException">It is none, or says of something that it was erased that never may be.</exception>
    public void Add(LoggedStatement logged)
    {
        var place = logged.Leaf.Path;
        if (logged.Leaf.Type != LeafType.Tombstone)
        {
            throw new EvidenceFormatException($"{place}: not logged as a tombstone");
        }

        var tombstone = Tombstone.Read(logged.Statement, place);
        foreach (var entry in tombstone.Erased)
        {
            if (!IsBefore(entry, logged))
            {
                throw new EvidenceFormatException(FormattableString.Invariant(
                    $"{place}: names entry {entry.Sequence} of {entry.Log}, which is not before it: entry {logged.Leaf.Sequence} of {logged.Log}"));
            }

            if (entry.IsFile && !Tombstone.MayErase(entry.Path))
            {
                throw new EvidenceFormatException(
                    $"{place}: says that {entry.Path} was erased. "
                    + "Only files that a statement is about can be: never a statement, a decision, a manifest or the keyring");
            }
        }

        Tombstones++;
        foreach (var entry in tombstone.Erased)
        {
            if (entry.IsFile)
            {
                files.TryAdd((entry.Log, entry.Sequence), new ErasedFile(entry, tombstone, logged));
            }
            else
            {
                fields.Add((entry.Log, entry.Sequence));
            }
        }
    }

    /// <summary>What excuses that an entry's file is missing; <see langword="null"/> when nothing does.</summary>
    /// <param name="log">The log's name.</param>
    /// <param name="leaf">The entry.</param>
    public ErasedFile? Find(string log, LogLeaf leaf) =>
        leaf.Type == LeafType.Evidence
        && Tombstone.MayErase(leaf.Path)
        && files.TryGetValue((log, leaf.Sequence), out var erased)
        && erased.Entry.Path == leaf.Path
        && erased.Entry.Sha256 == leaf.Sha256
        && erased.Logged.Leaf.Time >= leaf.Time
            ? erased
            : null;

    private static bool IsBefore(ErasedEntry entry, LoggedStatement logged)
    {
        var (named, own) = (Split(entry.Log), Split(logged.Log));
        return named.Name == own.Name
            && (named.Year < own.Year || (named.Year == own.Year && entry.Sequence >= 0 && entry.Sequence < logged.Leaf.Sequence));
    }

    private static (string Name, int Year) Split(string log)
    {
        var at = log.LastIndexOf('/');
        return int.TryParse(log.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? (log[..Math.Max(0, at)], year) : (log, -1);
    }
}

/// <summary>A file that was erased.</summary>
/// <param name="Entry">Which.</param>
/// <param name="Tombstone">What says so.</param>
/// <param name="Logged">Where that is.</param>
internal sealed record ErasedFile(ErasedEntry Entry, Tombstone Tombstone, LoggedStatement Logged)
{
    /// <value>One line for people.</value>
    public string Shown => string.Create(
        CultureInfo.InvariantCulture,
        $"{Entry.Path}: erased at {EvidenceTime.Write(Tombstone.Time)} ({Tombstone.LegalBasis}), says entry {Logged.Leaf.Sequence} of {Logged.Log}; "
            + $"entry {Entry.Sequence} of {Entry.Log} keeps its SHA-256");
}
