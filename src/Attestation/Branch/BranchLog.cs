using Gates.Attestation.Keys;
using Gates.Attestation.Log;

namespace Gates.Attestation.Branch;

/// <summary>The log in one commit of an evidence branch.</summary>
/// <param name="repository">Where the commit is.</param>
/// <param name="commit">The commit; <see langword="null"/> when the branch is yet to begin.</param>
/// <param name="year">The log's year.</param>
internal sealed class BranchLog(EvidenceRepository repository, string? commit, int year) : ILogStore
{
    public string Folder { get; } = FolderOf(year);

    public static string FolderOf(int year) => FormattableString.Invariant($"log/{year:D4}/");

    /// <summary>The log, when a key that is believed signed its checkpoint.</summary>
    /// <exception cref="LogException">There is none, or it does not hold.</exception>
    public LogReader Open(TrustedKeys trust)
    {
        var place = Folder + LogReader.CheckpointFile;
        var note = SignedNote.Parse(Read(LogReader.CheckpointFile) ?? throw new LogException(LogFault.Missing, $"{place}: missing: there is no log"), place);
        return LogReader.Open(this, trust.ForLog(note, place))!;
    }

    public byte[]? Read(string path) => commit is null ? null : repository.Read(commit, Folder + path);
}
