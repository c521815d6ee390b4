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
    private const int MaxAttempts = 30;

    /// <value>Refused so often while nobody else writes, it is not a race.</value>
    private const int MaxRefusals = 5;

    /// <value>How many times as long as an attempt the longest wait is: enough room for that many writers.</value>
    private const int MaxRoom = 32;

    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    /// <exception cref="EvaluationException">The log does not hold, or cannot be written; nothing was appended.</exception>
    public async Task<AppendResult> AppendAsync(IReadOnlyList<BranchItem> items, int year, CancellationToken cancellationToken)
    {
        var branch = LogIdentity.Branch(year);
        var (refusals, refusedAt) = (0, "");
        for (var attempt = 1; ; attempt++)
        {
            var start = time.GetTimestamp();
            var tip = await repository.TipAsync(branch, cancellationToken);
            var log = await OpenAsync(tip, year, cancellationToken);
            var draft = await DraftAsync(items, tip, log, year, cancellationToken);
            if (draft.Commit is null)
            {
                return new AppendResult(draft.Items, log!.Checkpoint, attempt);
            }

            var commit = await repository.CommitAsync(draft.Commit, cancellationToken);
            if (await repository.SwapAsync(branch, tip, commit, cancellationToken) is not { } reason)
            {
                await repository.RememberAsync(branch, commit, cancellationToken);
                return new AppendResult(draft.Items, draft.Log, attempt);
            }

            refusals = refusedAt == (tip ?? "") ? refusals + 1 : 1;
            refusedAt = tip ?? "";
            if (attempt == MaxAttempts || refusals == MaxRefusals)
            {
                throw new EvaluationException(FormattableString.Invariant($"{branch} took nothing in {attempt} attempts, {(refusals == MaxRefusals ? "and nobody else was writing" : "others were always faster")}. git says: {reason}"));
            }

            await Task.Delay(Wait(attempt, time.GetElapsedTime(start)), time, cancellationToken);
        }
    }

    /// <summary>Measured in attempts: on a slow machine, or to a far remote, those who meet must spread further.</summary>
    private TimeSpan Wait(int attempt, TimeSpan took)
    {
        var longest = took * Math.Min(Math.Pow(2, attempt), MaxRoom);
        return (longest < MaxWait ? longest : MaxWait) * random();
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

    private async Task<Draft> DraftAsync(IReadOnlyList<BranchItem> items, string? tip, LogReader? log, int year, CancellationToken cancellationToken)
    {
        var missing = items.Where(item => !IsThere(item, tip)).DistinctBy(item => item.Path).ToList();
        if (missing.Count == 0 && log is not null)
        {
            return new Draft(Prove(items, log, []), log.Checkpoint, null);
        }

        var files = missing.ToDictionary(item => item.Path, byte[]? (item) => item.Bytes, StringComparer.Ordinal);
        var entries = missing.ConvertAll(item => item.Entry);
        if (log is null && await LastYearAsync(year, cancellationToken) is { } shard)
        {
            files[shard.Entry.Path] = shard.Bytes;
            entries.Insert(0, shard.Entry);
        }

        var now = time.GetUtcNow();
        var store = new BranchLog(repository, tip, year);
        var append = LogAppend.Create(store, log, entries, now, identity.Signer(year));
        foreach (var (path, bytes) in append.Files)
        {
            files[store.Folder + path] = bytes;
        }

        var message = $"Evidence: {string.Join(", ", missing.Select(item => item.Name).Distinct(StringComparer.Ordinal))}\n";
        return new Draft(Prove(items, append.Log, missing), append.Log.Checkpoint, new NewCommit(tip, files, message, now));
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
