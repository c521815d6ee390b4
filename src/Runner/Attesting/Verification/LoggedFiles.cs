using Gates.Runner.Attesting.Log;

namespace Gates.Runner.Attesting.Verification;

/// <summary>What the logs and the proofs among the files say: whole logs entry by entry, and single entries by their proofs.</summary>
/// <param name="seen">Checkpoints of earlier days, as proofs: a log must continue each.</param>
internal sealed class LoggedFiles(VerificationRun verification, IReadOnlyList<(string Source, byte[] Proof)> seen)
{
    private readonly List<(string Source, Checkpoint Checkpoint)> checkpoints = [];
    private readonly List<Action> logs = [];
    private readonly HashSet<string> origins = new(StringComparer.Ordinal);

    /// <summary>Reads what is logged, and leaves the checks of whole logs for later: they can go on beside other work.</summary>
    /// <returns>Those checks.</returns>
    public Action Read()
    {
        foreach (var (source, bytes) in seen)
        {
            verification.Try(() => VerifyProof(source, bytes));
        }

        foreach (var path in verification.Files.Paths.Where(path => path.EndsWith(TlogProof.Extension, StringComparison.Ordinal)))
        {
            verification.Try(() => VerifyProof(path, verification.Files.Read(path)!));
        }

        foreach (var folder in verification.Files.Paths.Where(path => path.StartsWith("log/", StringComparison.Ordinal) && path.EndsWith("/" + LogReader.CheckpointFile, StringComparison.Ordinal)))
        {
            verification.Try(() => ReadLog(folder[..^LogReader.CheckpointFile.Length]));
        }

        verification.Notes.Enqueue(origins.Count == 0
            ? "times: this machine's clock, because nothing here is in a log"
            : $"times: the entries of {string.Join(", ", origins.Order(StringComparer.Ordinal))}; its log key answers for them");
        return () => logs.ForEach(verification.Try);
    }

    private void VerifyProof(string source, byte[] bytes)
    {
        var proof = TlogProof.Parse(bytes, source);
        var leaf = proof.Demand(verification.Trust.ForLog(proof.Note, source), source);
        var checkpoint = Checkpoint.Parse(proof.Note.Text, source);
        checkpoints.Add((source, checkpoint));
        Add(leaf, checkpoint.Origin, source);

        // A proof lies beside what it proves, under its name.
        var about = source[..^TlogProof.Extension.Length];
        foreach (var path in verification.Files.Paths.Where(path => path == about || path == about + Envelopes.SigstoreBundle.Extension || path == about + ".json"))
        {
            if (verification.Digest(path) is var digest && digest != leaf.Sha256)
            {
                verification.Add(LogFault.EvidenceEdited, $"{path}: its SHA-256 is {digest}; {source} proves {leaf.Sha256}");
            }
        }
    }

    private void ReadLog(string folder)
    {
        var store = new Store(verification.Files, folder);
        var place = folder + LogReader.CheckpointFile;
        var keys = verification.Trust.ForLog(SignedNote.Parse(store.Read(LogReader.CheckpointFile)!, place), place);
        var year = folder.Split('/')[1];
        var evidence = new Below(verification, $"audit/{year}/");
        logs.Add(() => VerifyLog(store, keys, new LogCheck { Files = evidence, Seen = [.. checkpoints.Where(one => one.Checkpoint.Origin.EndsWith("/" + year, StringComparison.Ordinal))] }));
        if (LogReader.Open(store, keys) is not { } log)
        {
            return;
        }

        for (var first = 0L; first < log.Size; first += Tile.Full)
        {
            var start = first;
            verification.Try(() => AddAll(log, start));
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
            Add(LogLeaf.Parse(bundle[i], log.Place(first + i)), log.Checkpoint.Origin, log.Place(first + i));
        }
    }

    private void Add(LogLeaf leaf, string origin, string source)
    {
        origins.Add(origin);
        verification.AddLogged(leaf.Sha256, new LoggedEntry(origin, leaf.Sequence, leaf.Time, source));
    }

    private sealed class Store(IEvidenceFiles files, string folder) : ILogStore
    {
        public string Folder => folder;

        public byte[]? Read(string path) => files.Read(folder + path);
    }

    private sealed class Below(VerificationRun verification, string folder) : IEvidenceFiles
    {
        public IReadOnlyList<string> Paths { get; } = [.. verification.Files.Paths.Where(path => path.StartsWith(folder, StringComparison.Ordinal))];

        public byte[]? Read(string path) => verification.Files.Read(path);

        public IReadOnlyList<string?> Digests(IReadOnlyList<string> paths) => verification.Digests(paths);
    }
}
