using Gates.Attestation.Lifetime;
using Gates.Attestation.Log;
using Gates.Attestation.Verification.Witnesses;

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
    private readonly List<(LogVerifier Verifier, Predicate<LogLeaf> IsErased)> verifiers = [];
    private readonly HashSet<string> origins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (LogLeaf Leaf, string Origin, string Place)> shards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Checkpoint> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Checkpoint> opened = new(StringComparer.Ordinal);
    private readonly List<(LogReader Log, long Index)> tombstones = [];
    private readonly HashSet<string> entries = new(StringComparer.Ordinal);
    private readonly List<(string Source, long Index, string Origin)> unwitnessed = [];
    private readonly WitnessedLogs witnesses = new(verification.Trust);
    private readonly IReadOnlyList<LogFolder> folders = LogFolder.In(verification.Files.Paths);

    /// <value>The logs that are here whole and that a trusted key signed, by year.</value>
    public IReadOnlyDictionary<string, Checkpoint> Opened => opened;

    /// <value>The last checkpoints of earlier years that those logs keep, by year.</value>
    public IReadOnlyDictionary<string, Checkpoint> Kept => kept;

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
            verification.Try(() => seenBefore.Add((source, VerifySeen(source, bytes))));
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

        tombstones.ForEach(one => verification.Try(() => AddErased(one.Log, one.Index)));
        seenBefore.ForEach(one => verification.Try(() => DemandLogOf(one.Source, one.Checkpoint)));
        verification.Times = origins.Count == 0
            ? null
            : $"times: the entries of {string.Join(", ", origins.Order(StringComparer.Ordinal))}; its log key answers for them";
        new WitnessDemand(verification, witnesses).Verify(opened.Values, unwitnessed);
        return () => checks.ForEach(verification.Try);
    }

    private Checkpoint VerifySeen(string source, byte[] bytes)
    {
        if (TlogProof.IsOne(bytes))
        {
            return VerifyProof(source, bytes);
        }

        var note = SignedNote.Parse(bytes, source);
        var checkpoint = LogReader.Verified(note, verification.Trust.ForLog(note, source), source);
        witnesses.Add(checkpoint, witnesses.Read(note, source));
        return checkpoint;
    }

    private Checkpoint VerifyProof(string source, byte[] bytes)
    {
        var proof = TlogProof.Parse(bytes, source);
        var leaf = proof.Demand(verification.Trust.ForLog(proof.Note, source), source);
        var checkpoint = Checkpoint.Parse(proof.Note.Text, source);
        var cosignatures = witnesses.Read(proof.Note, source);
        witnesses.Add(checkpoint, cosignatures);
        var witnessed = witnesses.Enough(cosignatures);
        Add(leaf, checkpoint.Origin, source, witnessed);
        if (witnessed is null)
        {
            unwitnessed.Add((source, leaf.Sequence, checkpoint.Origin));
        }

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
        var store = new EvidenceLogStore(verification.Files, folder.Path);
        var bytes = store.Read(LogReader.CheckpointFile) ?? throw new LogException(LogFault.Missing, $"{folder.Checkpoint}: missing: there is no log");
        var note = SignedNote.Parse(bytes, folder.Checkpoint);
        var keys = verification.Trust.ForLog(note, folder.Checkpoint);
        var before = seenBefore.Concat(proven).Where(one => IsOf(one.Checkpoint.Origin, folder.Year))
            .Concat(CosignedFiles.Read(verification, folder, witnesses)).ToList();
        var verifier = new LogVerifier(store, keys);
        verifiers.Add((verifier, IsErased(note, folder.Checkpoint)));
        LogReader? log = null;
        checks.Add(() => Add(verifier.VerifyLog(new LogCheck { Seen = before }, log)));
        log = LogReader.Open(store, keys)!;
        DemandName(log.Checkpoint.Origin, folder);
        opened[folder.Year] = log.Checkpoint;
        witnesses.Add(log.Checkpoint, witnesses.Read(note, folder.Checkpoint));
        long[] starts = [.. Enumerable.Range(0, (int)((log.Size + Tile.Full - 1) / Tile.Full)).Select(bundle => (long)bundle * Tile.Full)];
        Parallel.ForEach(starts, start => verification.Try(() => log.Leaves(start)));
        Array.ForEach(starts, start => verification.Try(() => AddAll(log, start)));
    }

    /// <summary>The files of the logs, after the checks of <see cref="Read"/>: by then most digests are known.</summary>
    public void VerifyFiles() => verifiers.ForEach(one => Add(one.Verifier.VerifyFiles(new DigestedFiles(verification), one.IsErased)));

    /// <summary>A log's name says its repository and its year: one of another year or repository may be signed by the same key.</summary>
    private void DemandName(string origin, LogFolder folder)
    {
        var expected = logName ?? opened.Values.Select(other => NameOf(other.Origin)).FirstOrDefault() ?? NameOf(origin);
        if (origin != $"{expected}/{folder.Year}")
        {
            throw new LogException(LogFault.WrongOrigin, $"{folder.Checkpoint}: the log of {origin}; expected the log of {expected}/{folder.Year}");
        }
    }

    private void Add(IReadOnlyList<LogProblem> problems)
    {
        foreach (var problem in problems)
        {
            verification.Add(problem.Fault, problem.Message);
        }
    }

    private void AddAll(LogReader log, long first)
    {
        var place = log.Place(first)[..^FormattableString.Invariant($"{first}").Length];
        foreach (var ((read, problem), i) in log.Leaves(first).Select((one, i) => (one, i)))
        {
            var leaf = read ?? throw problem!;
            var here = FormattableString.Invariant($"{place}{first + i}");
            Add(leaf, log.Checkpoint.Origin, here, witnesses.Of(log.Checkpoint.Origin, first + i));
            entries.Add(leaf.Path);
            tombstones.AddRange(leaf.Type == LeafType.Tombstone ? [(log, first + i)] : []);
            if (leaf.Type == LeafType.Shard)
            {
                shards[leaf.Path] = (leaf, log.Checkpoint.Origin, here);
            }
        }
    }

    private void AddErased(LogReader log, long index)
    {
        var leaf = log.Leaf(index);
        verification.Erased.Add(LoggedStatement.Read(log.Checkpoint.Origin, leaf, verification.Files.Read(leaf.Path), verification.Trust));
    }

    /// <summary>Asked when all logs have been read: a file may have been erased in a later year than it was logged in.</summary>
    private Predicate<LogLeaf> IsErased(SignedNote note, string place)
    {
        var origin = Checkpoint.Parse(note.Text, place).Origin;
        return leaf => verification.Erased.Find(origin, leaf) is not null;
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

    private void Add(LogLeaf leaf, string origin, string source, (DateTimeOffset Time, string Names)? witnessed)
    {
        origins.Add(origin);
        verification.AddLogged(leaf.Sha256, new LoggedEntry(origin, leaf.Sequence, leaf.Time, source) { Witnessed = witnessed });
    }

    private static bool IsOf(string origin, string year) => origin.EndsWith("/" + year, StringComparison.Ordinal);

    private static string NameOf(string origin) => origin[..Math.Max(0, origin.LastIndexOf('/'))];
}
