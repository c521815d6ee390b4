using Gates.Attestation.Log;

namespace Gates.Attestation.Verification;

/// <summary>
/// What the logs and the proofs among the files say: whole logs entry by entry, single entries by their proofs, and the checkpoints that a new year keeps
/// of the last.
/// </summary>
/// <param name="verification">The files, and what is found.</param>
/// <param name="seen">Checkpoints of earlier days, as proofs: there must be a log that continues each.</param>
/// <param name="logName">What the names of the logs must begin with; <see langword="null"/> where nothing trusted says it.</param>
internal sealed class LoggedFilesCheck(VerificationRun verification, IReadOnlyList<(string Source, byte[] Proof)> seen, string? logName)
{
    private readonly List<(string Source, Checkpoint Checkpoint)> seenBefore = [];
    private readonly List<(string Source, Checkpoint Checkpoint)> proven = [];
    private readonly List<Action> checks = [];
    private readonly HashSet<string> origins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (LogLeaf Leaf, string Origin, string Place)> shards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Checkpoint> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Checkpoint> opened = new(StringComparer.Ordinal);
    private readonly HashSet<string> entries = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<LogFolder> folders = LogFolder.In(verification.Files.Paths);

    /// <value>The logs that are here whole and that a trusted key signed, by year.</value>
    public IReadOnlyDictionary<string, Checkpoint> Opened => opened;

    /// <value>The files that entries of those logs name.</value>
    public IReadOnlySet<string> Entries => entries;

    /// <value>Whether every whole log that is here could be opened; where one could not, that is a problem of its own.</value>
    public bool AllOpened => folders.Where(folder => folder.IsWhole).All(folder => opened.ContainsKey(folder.Year));

    /// <summary>Reads what is logged, and leaves the checks of whole logs for later: they can go on beside other work.</summary>
    /// <returns>Those checks.</returns>
    public Action Read()
    {
        foreach (var (source, bytes) in seen)
        {
            verification.Try(() => seenBefore.Add((source, VerifyProof(source, bytes))));
        }

        foreach (var path in verification.Files.Paths.Where(path => path.EndsWith(TlogProof.Extension, StringComparison.Ordinal)))
        {
            verification.Try(() => proven.Add((path, VerifyProof(path, verification.Files.Read(path)!))));
        }

        foreach (var folder in folders.Where(folder => folder.IsWhole))
        {
            verification.Try(() => ReadLog(folder));
        }

        foreach (var folder in folders.Where(folder => !folder.IsWhole))
        {
            verification.Try(() => ReadKept(folder));
        }

        seenBefore.ForEach(one => verification.Try(() => DemandLogOf(one.Source, one.Checkpoint)));
        verification.Notes.Enqueue(origins.Count == 0
            ? "times: this machine's clock, because nothing here is in a log"
            : $"times: the entries of {string.Join(", ", origins.Order(StringComparer.Ordinal))}; its log key answers for them");
        return () => checks.ForEach(verification.Try);
    }

    private Checkpoint VerifyProof(string source, byte[] bytes)
    {
        var proof = TlogProof.Parse(bytes, source);
        var leaf = proof.Demand(verification.Trust.ForLog(proof.Note, source), source);
        var checkpoint = Checkpoint.Parse(proof.Note.Text, source);
        Add(leaf, checkpoint.Origin, source);

        // A proof lies beside what it proves, under its name; a bundle's other forms may lie there too.
        var about = source[..^Math.Min(TlogProof.Extension.Length, source.Length)];
        var beside = ((string[])[about + Gates.Attestation.Envelopes.SigstoreBundle.Extension, about, about + ".json"])
            .Where(path => verification.Digest(path) is not null)
            .ToList();
        if (beside.Count > 0 && !beside.Exists(path => verification.Digest(path) == leaf.Sha256))
        {
            verification.Add(LogFault.EvidenceEdited, $"{beside[0]}: its SHA-256 is {verification.Digest(beside[0])}; {source} proves {leaf.Sha256}");
        }

        return checkpoint;
    }

    private void ReadLog(LogFolder folder)
    {
        var store = new Store(verification.Files, folder.Path);
        var bytes = store.Read(LogReader.CheckpointFile) ?? throw new LogException(LogFault.Missing, $"{folder.Checkpoint}: missing: there is no log");
        var note = SignedNote.Parse(bytes, folder.Checkpoint);
        var keys = verification.Trust.ForLog(note, folder.Checkpoint);
        var before = seenBefore.Concat(proven).Where(one => IsOf(one.Checkpoint.Origin, folder.Year)).ToList();
        checks.Add(() => VerifyLog(store, keys, new LogCheck { Files = new Digested(verification), Seen = before }));
        if (LogReader.Open(store, keys) is not { } log)
        {
            return;
        }

        DemandName(log.Checkpoint.Origin, folder);
        opened[folder.Year] = log.Checkpoint;
        for (var first = 0L; first < log.Size; first += Tile.Full)
        {
            var start = first;
            verification.Try(() => AddAll(log, start));
        }
    }

    /// <summary>A log's name says its repository and its year: one of another year or repository may be signed by the same key.</summary>
    private void DemandName(string origin, LogFolder folder)
    {
        var expected = logName ?? opened.Values.Select(other => NameOf(other.Origin)).FirstOrDefault() ?? NameOf(origin);
        if (origin != $"{expected}/{folder.Year}")
        {
            throw new LogException(LogFault.WrongOrigin, $"{folder.Checkpoint}: the log of {origin}; expected the log of {expected}/{folder.Year}");
        }
    }

    private void VerifyLog(Store store, IReadOnlyList<NoteVerifier> keys, LogCheck check)
    {
        foreach (var problem in new LogVerifier(store, keys).Verify(check))
        {
            verification.Add(problem.Fault, problem.Message);
        }
    }

    private void AddAll(LogReader log, long first)
    {
        var bundle = log.Bundle(first);
        for (var i = 0; i < bundle.Count; i++)
        {
            var place = log.Place(first + i);
            var leaf = LogLeaf.Parse(bundle[i], place);
            Add(leaf, log.Checkpoint.Origin, place);
            entries.Add(leaf.Path);
            if (leaf.Type == LeafType.Shard)
            {
                shards[leaf.Path] = (leaf, log.Checkpoint.Origin, place);
            }
        }
    }

    /// <summary>
    /// The last checkpoint of the year before, which the first entry of a log names: its digest is compared with that of every entry's file, its
    /// signature here.
    /// </summary>
    private void ReadKept(LogFolder folder)
    {
        if (!shards.TryGetValue(folder.Checkpoint, out var shard))
        {
            throw new LogException(
                LogFault.Missing,
                $"{folder.Path}: has a checkpoint and no tiles, and no first entry of a later log keeps it: the log is gone");
        }

        var note = SignedNote.Parse(verification.Files.Read(folder.Checkpoint)!, folder.Checkpoint);
        var last = LogReader.Verified(note, verification.Trust.ForLog(note, folder.Checkpoint), folder.Checkpoint);
        if (last.Origin != $"{NameOf(shard.Origin)}/{folder.Year}")
        {
            throw new LogException(
                LogFault.WrongOrigin,
                $"{folder.Checkpoint}: the log of {last.Origin}; {shard.Place} keeps the log of {NameOf(shard.Origin)}/{folder.Year}");
        }

        kept[folder.Year] = last;
        foreach (var (source, before) in seenBefore.Concat(proven).Where(one => one.Checkpoint.Origin == last.Origin))
        {
            if (before.Size > last.Size)
            {
                verification.Add(LogFault.RolledBack, FormattableString.Invariant(
                    $"{folder.Checkpoint}: {last.Size} entries, and {source} saw {before.Size}: the end of the log was cut off"));
            }
            else if (before.Size == last.Size && !before.Root.AsSpan().SequenceEqual(last.Root))
            {
                verification.Add(LogFault.SplitView, FormattableString.Invariant(
                    $"{folder.Checkpoint}: its {last.Size} entries are not those that {source} saw: the log was rewritten"));
            }
        }
    }

    /// <summary>Who has seen a log must find one that continues it; nothing of it is no answer.</summary>
    private void DemandLogOf(string source, Checkpoint before)
    {
        var year = before.Origin.Split('/')[^1];
        var isTheKeptOne = kept.TryGetValue(year, out var last) && last.Origin == before.Origin && last.Size == before.Size;
        if (!isTheKeptOne && !folders.Any(folder => folder.IsWhole && folder.Year == year))
        {
            throw new LogException(LogFault.Missing, FormattableString.Invariant(
                $"log/{year}/{LogReader.CheckpointFile}: missing: there is no log of {before.Origin} here, and {source} is of one with {before.Size} entries; it belongs to the branch gates-evidence/{year}"));
        }
    }

    private void Add(LogLeaf leaf, string origin, string source)
    {
        origins.Add(origin);
        verification.AddLogged(leaf.Sha256, new LoggedEntry(origin, leaf.Sequence, leaf.Time, source));
    }

    private static bool IsOf(string origin, string year) => origin.EndsWith("/" + year, StringComparison.Ordinal);

    private static string NameOf(string origin) => origin[..Math.Max(0, origin.LastIndexOf('/'))];

    private sealed class Store(IEvidenceFiles files, string folder) : ILogStore
    {
        public string Folder => folder;

        public byte[]? Read(string path) => files.Read(folder + path);
    }

    /// <summary>The files for the log's entries; which files no entry names is asked of all logs together, by <see cref="BranchContents"/>.</summary>
    private sealed class Digested(VerificationRun verification) : IEvidenceFiles
    {
        public IReadOnlyList<string> Paths => [];

        public byte[]? Read(string path) => verification.Files.Read(path);

        public IReadOnlyList<string?> Digests(IReadOnlyList<string> paths) => verification.Digests(paths);
    }
}
