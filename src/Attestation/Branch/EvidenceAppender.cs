using Gates.Attestation.Log;
using Gates.Doors.Git;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Branch;

/// <summary>Puts files and their entries on an evidence branch in one commit, again and again until nobody else was faster.</summary>
/// <param name="repository">Where the branch is.</param>
/// <param name="identity">Whose log it is.</param>
/// <param name="time">The entries' time, and the waits.</param>
/// <param name="random">Spreads the waits of those who meet, from 0 to below 1.</param>
internal sealed class EvidenceAppender(EvidenceRepository repository, LogIdentity identity, TimeProvider time, Func<double> random)
{
    /// <exception cref="EvaluationException">The log does not hold, or cannot be written; nothing was appended.</exception>
    public Task<AppendResult> AppendAsync(IReadOnlyList<BranchItem> items, int year, CancellationToken cancellationToken) =>
        AppendAsync((_, _) => Task.FromResult(new BranchChange(items)), year, cancellationToken);

    /// <param name="changeAt">What is to become of the branch at a commit of it, whose log is opened; asked anew after a lost race.</param>
    /// <param name="year">The log's year.</param>
    /// <param name="cancellationToken">Stops; what was appended stays.</param>
    /// <inheritdoc cref="AppendAsync(IReadOnlyList{BranchItem}, int, CancellationToken)"/>
    public async Task<AppendResult> AppendAsync(Func<string?, LogReader?, Task<BranchChange>> changeAt, int year, CancellationToken cancellationToken)
    {
        var branch = LogIdentity.Branch(year);
        var race = new PushRace(branch, time, random);
        while (true)
        {
            race.Begin();
            var tip = await repository.TipAsync(branch, cancellationToken);
            var log = await OpenAsync(tip, year, cancellationToken);
            var draft = await DraftAsync(await changeAt(tip, log), tip, log, year, cancellationToken);
            if (draft.Commit is null)
            {
                return new AppendResult(draft.Items, draft.Log, race.Attempts);
            }

            var commit = await repository.CommitAsync(draft.Commit, cancellationToken);
            if (await repository.SwapAsync(branch, tip, commit, cancellationToken) is not { } reason)
            {
                await repository.RememberAsync(branch, commit, cancellationToken);
                return new AppendResult(draft.Items, draft.Log, race.Attempts);
            }

            await race.LoseAsync(tip, reason, cancellationToken);
        }
    }

    private async Task<LogReader?> OpenAsync(string? tip, int year, CancellationToken cancellationToken)
    {
        var log = LogReader.Open(new BranchLog(repository, tip, year), identity.Verifiers(year), identity.Origin(year));
        var branch = LogIdentity.Branch(year);
        if (tip is not null && log is null)
        {
            throw new LogException(LogFault.Missing, $"{branch}: the branch is there, and has no {BranchLog.FolderOf(year)}{LogReader.CheckpointFile}");
        }

        if (await repository.SeenAsync(branch, cancellationToken) is { } seen && seen != tip
            && LogReader.Open(new BranchLog(repository, seen, year), identity.Verifiers(year)) is { } before)
        {
            (log ?? throw new LogException(LogFault.RolledBack, $"{branch}: gone from the remote, and it had {before.Size} entries here: the log was cut off"))
                .DemandContinues(before.Checkpoint, "this clone");
        }

        return log;
    }

    private async Task<Draft> DraftAsync(BranchChange change, string? tip, LogReader? log, int year, CancellationToken cancellationToken)
    {
        var items = change.Items;
        var missing = items.Where(item => !IsThere(item, tip)).DistinctBy(item => item.Path).ToList();
        var removed = await ThereAsync(change.Removed, tip, cancellationToken);
        if (missing.Count == 0 && log is not null && removed.Count == 0)
        {
            return new Draft(Prove(items, log, []), log.Checkpoint, null);
        }

        var files = missing.ToDictionary(item => item.Path, byte[]? (item) => item.Bytes, StringComparer.Ordinal);
        var now = time.GetUtcNow();
        var grown = missing.Count == 0 && log is not null ? log : await GrowAsync(missing, files, (tip, log), year, now, cancellationToken);
        foreach (var path in removed)
        {
            files[path] = null;
        }

        var names = missing.Count == 0 ? "files erased" : string.Join(", ", missing.Select(item => item.Name).Distinct(StringComparer.Ordinal));
        var isKept = change.KeepsHistory || removed.Count == 0;
        var commit = new NewCommit(isKept ? tip : null, files, $"Evidence: {names}\n", now) { FilesOf = isKept ? null : tip };
        return new Draft(Prove(items, grown, missing), grown.Checkpoint, commit);
    }

    /// <summary>Adds the entries of some files, and of the year before where they are the first, and what that changes of the log.</summary>
    private async Task<LogReader> GrowAsync(
        List<BranchItem> missing,
        Dictionary<string, byte[]?> files,
        (string? Tip, LogReader? Log) at,
        int year,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var entries = missing.ConvertAll(item => item.Entry);
        if (at.Log is null && await LastYearAsync(year, cancellationToken) is { } shard)
        {
            files[shard.Entry.Path] = shard.Bytes;
            entries.Insert(0, shard.Entry);
        }

        var store = new BranchLog(repository, at.Tip, year);
        var append = LogAppend.Create(store, at.Log, entries, now, identity.Signer(year));
        foreach (var (path, bytes) in append.Files)
        {
            files[store.Folder + path] = bytes;
        }

        return append.Log;
    }

    private async Task<IReadOnlyList<string>> ThereAsync(IReadOnlyList<string> paths, string? tip, CancellationToken cancellationToken)
    {
        var there = new List<string>();
        foreach (var path in tip is null ? [] : paths)
        {
            there.AddRange(await repository.ListAsync(tip!, path, cancellationToken));
        }

        return there;
    }

    /// <summary>Whether the branch has the file. The log is then searched for it, and not only for lack of trust: the proof needs its place.</summary>
    private bool IsThere(BranchItem item, string? tip)
    {
        if (tip is null || repository.Read(tip, item.Path) is not { } bytes)
        {
            return false;
        }

        return bytes.AsSpan().SequenceEqual(item.Bytes)
            ? true
            : throw new LogException(LogFault.EvidenceEdited, $"{item.Path}: the branch has another file there: it was changed after it was logged");
    }

    private static List<LoggedItem> Prove(IReadOnlyList<BranchItem> items, LogReader log, List<BranchItem> added)
    {
        var proved = new List<LoggedItem>();
        foreach (var item in items)
        {
            var index = log.FindLast(item.Entry.Sha256, item.Path)
                ?? throw new LogException(LogFault.NotLogged, $"{item.Path}: on the branch, and no entry of the log names this file");
            proved.Add(new LoggedItem(item, log.Proof(index), WasThere: !added.Contains(item)));
        }

        return proved;
    }

    /// <summary>The last checkpoint of the year before, which the first entry of a year keeps.</summary>
    private async Task<(NewEntry Entry, byte[] Bytes)?> LastYearAsync(int year, CancellationToken cancellationToken)
    {
        var tip = await repository.TipAsync(LogIdentity.Branch(year - 1), cancellationToken);
        if (LogReader.Open(new BranchLog(repository, tip, year - 1), identity.Verifiers(year - 1), identity.Origin(year - 1)) is not { } last)
        {
            return null;
        }

        var bytes = last.Note.Bytes;
        return (new NewEntry(LeafType.Shard, BranchLog.FolderOf(year - 1) + LogReader.CheckpointFile, Sha256Hex.Of(bytes), identity.Key.KeyId), bytes);
    }

    /// <param name="Items">The files as they will stand in the log.</param>
    /// <param name="Log">The log as it will be.</param>
    /// <param name="Commit">What does that; <see langword="null"/> when it is so already.</param>
    private sealed record Draft(IReadOnlyList<LoggedItem> Items, Checkpoint Log, NewCommit? Commit);
}

/// <summary>What an append did.</summary>
/// <param name="Items">The files, in the order in which they were given.</param>
/// <param name="Log">The log with them.</param>
/// <param name="Attempts">How often it was tried: more than once when others were writing.</param>
internal sealed record AppendResult(IReadOnlyList<LoggedItem> Items, Checkpoint Log, int Attempts);

/// <summary>A file that is in the log.</summary>
/// <param name="Item">The file.</param>
/// <param name="Proof">That it is.</param>
/// <param name="WasThere">Whether it was logged before.</param>
internal sealed record LoggedItem(BranchItem Item, TlogProof Proof, bool WasThere);
