using System.Globalization;
using Gates.Attestation.Branch;
using Gates.Attestation.Lifetime;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Verification.Ended;

/// <summary>What is no longer there and why: files that were erased, years that were dropped. What was dropped too early is a problem.</summary>
/// <param name="verification">The files, and what is found.</param>
/// <param name="logs">What the logs say.</param>
/// <param name="branch">What is known of the branch.</param>
/// <param name="rule">How long a year must be kept.</param>
internal sealed class LifetimeNotes(VerificationRun verification, LoggedFilesCheck logs, EvidenceBranchName? branch, RetentionRule rule)
{
    private const int MaxNamed = 20;

    public void Write()
    {
        WriteErased();
        var dropped = new HashSet<int>();
        foreach (var (path, (statement, file)) in verification.Statements
            .Where(one => one.Value.Statement.PredicateType == DroppedShard.PredicateType).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            if (file.Entry is { } entry)
            {
                verification.Try(() => dropped.Add(WriteDropped(DroppedShard.Read(statement, path), path, entry.Time)));
            }
        }

        if (branch is { HasYearBefore: false, Year: { } year } && !dropped.Contains(year - 1))
        {
            WriteBefore(year - 1);
        }
    }

    private void WriteErased()
    {
        var erased = verification.Erased;
        if (erased.Tombstones == 0)
        {
            return;
        }

        verification.Notes.Enqueue(
            $"erased: personal fields of {Prose.Count(erased.Fields, "entry", "entries")} and {Prose.Count(erased.All.Count, "file")}, "
            + $"as {Prose.Count(erased.Tombstones, "tombstone")} {(erased.Tombstones == 1 ? "says" : "say")}; what is signed holds without them");
        var here = erased.All.Where(file => logs.Entries.Contains(file.Entry.Path)).OrderBy(file => file.Entry.Path, StringComparer.Ordinal).ToList();
        foreach (var file in here.Take(MaxNamed))
        {
            var isGone = verification.Digest(file.Entry.Path) is null;
            verification.Notes.Enqueue(file.Shown + (isGone ? "" : ". It is still here: `gates erase` was interrupted; run it again"));
        }

        if (here.Count > MaxNamed)
        {
            verification.Notes.Enqueue($"{Prose.Count(here.Count - MaxNamed, "more file")} erased");
        }
    }

    private int WriteDropped(DroppedShard shard, string path, DateTimeOffset logged)
    {
        if (logged < rule.End(shard.Year))
        {
            verification.Add(
                VerificationFault.Incomplete,
                $"{path}: {LogIdentity.Branch(shard.Year)} was dropped at {EvidenceTime.Write(logged)}, "
                    + $"under a rule of {Prose.Count(shard.KeptYears, "year")}; it had to be kept until {rule.LastDay(shard.Year)}");
        }
        else
        {
            verification.Notes.Enqueue(
                FormattableString.Invariant($"dropped: {LogIdentity.Branch(shard.Year)}, {shard.Last.Size} entries, at {EvidenceTime.Write(logged)}; ")
                + $"it had to be kept until {rule.LastDay(shard.Year)}. {LogIdentity.Branch(shard.Year + 1)} keeps its last checkpoint");
        }

        return shard.Year;
    }

    private void WriteBefore(int year)
    {
        if (!logs.Kept.TryGetValue(year.ToString("D4", CultureInfo.InvariantCulture), out var last))
        {
            return;
        }

        verification.Notes.Enqueue(FormattableString.Invariant(
            $"{LogIdentity.Branch(year)} is not in this clone; its last checkpoint, of {last.Size} entries, is kept here. ")
            + (verification.Now >= rule.End(year)
                ? $"It had to be kept until {rule.LastDay(year)}, and may have been dropped since"
                : $"It must be kept until {rule.LastDay(year)}: fetch it to verify it"));
    }
}
