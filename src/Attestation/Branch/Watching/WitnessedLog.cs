using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Doors.Git;

namespace Gates.Attestation.Branch.Watching;

/// <summary>One year's log of a repository, as a witness sees it.</summary>
/// <param name="repository">Where its branch is.</param>
/// <param name="trust">The log's keys.</param>
/// <param name="origin">The name that it must have.</param>
/// <param name="year">Its year.</param>
internal sealed class WitnessedLog(EvidenceRepository repository, TrustedKeys trust, string origin, int year)
{
    public string Origin => origin;

    public int Year => year;

    /// <summary>What the log of another year is called.</summary>
    public string OriginOf(int other) => FormattableString.Invariant($"{origin[..^5]}/{other:D4}");

    /// <returns>The log as it is now; <see langword="null"/> when the branch is not there.</returns>
    /// <exception cref="LogException">It does not hold.</exception>
    public async Task<LogReader?> OpenAsync(CancellationToken cancellationToken) =>
        await repository.TipAsync(LogIdentity.Branch(year), cancellationToken) is { } tip ? Open(tip) : null;

    /// <summary>Puts a witness's cosignature beside the checkpoint, and into it where it is still the newest, next to those of others.</summary>
    /// <returns>Why somebody must try again, or <see langword="null"/>.</returns>
    public async Task<string?> AddAsync(SignedNote note, WitnessVerifier witness, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var branch = LogIdentity.Branch(year);
        var tip = await repository.TipAsync(branch, cancellationToken)
            ?? throw new LogException(LogFault.Missing, $"{branch}: the branch was taken away meanwhile");
        var log = Open(tip);
        var checkpoint = Checkpoint.Parse(note.Text, branch);
        log.DemandContinues(checkpoint, "this witness");
        var signature = note.Signatures.First(one => one.Name == witness.Name && one.KeyId == witness.KeyId);
        var files = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        var kept = LogReader.CosignedPath(checkpoint.Size);
        foreach (var path in checkpoint.Size == log.Size ? (string[])[LogReader.CheckpointFile, kept] : [kept])
        {
            var full = BranchLog.FolderOf(year) + path;
            var there = repository.Read(tip, full) is { } bytes
                ? SignedNote.Parse(bytes, full)
                : new SignedNote(note.Text, [.. note.Signatures.Where(one => one != signature)]);
            if (there.Text != note.Text)
            {
                throw new LogException(
                    LogFault.SplitView,
                    FormattableString.Invariant($"{full}: not the checkpoint that this witness cosigned at {checkpoint.Size} entries"));
            }

            if (!there.Signatures.Any(one => one.Name == witness.Name && one.KeyId == witness.KeyId))
            {
                files[full] = there.With(signature).Bytes;
            }
        }

        if (files.Count == 0)
        {
            return null;
        }

        var message = FormattableString.Invariant($"Cosigned by {witness.Name}: {checkpoint.Size} entries\n");
        var commit = await repository.CommitAsync(new NewCommit(tip, files, message, now), cancellationToken);
        return await repository.SwapAsync(branch, tip, commit, cancellationToken);
    }

    private LogReader Open(string tip)
    {
        var store = new BranchLog(repository, tip, year);
        var place = store.Folder + LogReader.CheckpointFile;
        var bytes = store.Read(LogReader.CheckpointFile)
            ?? throw new LogException(LogFault.Missing, $"{place}: missing: the branch is there, and has no log");
        return LogReader.Open(store, trust.ForLog(SignedNote.Parse(bytes, place), place), origin)!;
    }
}
