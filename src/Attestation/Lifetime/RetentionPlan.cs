using Gates.Attestation.Branch;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Lifetime;

/// <summary>What may go of the evidence, and what must stay.</summary>
/// <param name="Years">Every year that is there, the oldest first.</param>
/// <param name="Holds">The legal holds in force.</param>
internal sealed record RetentionPlan(IReadOnlyList<RetainedYear> Years, LegalHolds Holds)
{
    /// <param name="shards">All years.</param>
    /// <param name="trust">Whom to believe.</param>
    /// <param name="rule">How long a year is kept.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="EvaluationException">What is logged about holds or erasure does not hold: nobody can tell then what may go.</exception>
    public static RetentionPlan Make(IReadOnlyList<EvidenceShard> shards, TrustedKeys trust, RetentionRule rule, DateTimeOffset now)
    {
        var holds = LegalHolds.Read(shards);
        return new RetentionPlan([.. shards.Select(shard => new RetainedYear(
            shard,
            [.. TimeOf(shard.Year, rule, now), .. HoldsOn(shard.Year, holds), .. ExcusesOf(shard, shards), .. KeptBy(shard, shards, trust)]))], holds);
    }

    /// <summary>The checkpoint that the log of the next year keeps, when it is the very last of a year.</summary>
    /// <returns>The file, or why there is none.</returns>
    public static (Subject? Checkpoint, string? Problem) Kept(EvidenceShard shard, IReadOnlyList<EvidenceShard> shards, TrustedKeys trust)
    {
        var beside = LogIdentity.Branch(shard.Year + 1);
        if (shards.FirstOrDefault(other => other.Year == shard.Year + 1) is not { Log.Size: > 0 } next)
        {
            return (null, $"{beside} is not there, so that nothing would keep its last checkpoint");
        }

        var path = BranchLog.FolderOf(shard.Year) + LogReader.CheckpointFile;
        var leaf = next.Log.Leaf(0);
        if (leaf.Type != LeafType.Shard || leaf.Path != path || next.Read(path) is not { } bytes || Sha256Hex.Of(bytes) != leaf.Sha256)
        {
            return (null, $"the first entry of {beside} does not keep {path}, or the file there is another one");
        }

        var note = SignedNote.Parse(bytes, path);
        var last = LogReader.Verified(note, trust.ForLog(note, path), path);
        return last.Text == shard.Log.Checkpoint.Text
            ? (Subject.File(path, leaf.Sha256), null)
            : (null, FormattableString.Invariant($"{beside} keeps a checkpoint of {last.Size} entries, and the log has {shard.Log.Size}: ")
                + "what came later would be lost unseen");
    }

    private static IEnumerable<string> TimeOf(int year, RetentionRule rule, DateTimeOffset now) =>
        now < rule.End(year) ? [year == now.Year ? $"it is this year's, kept until {rule.LastDay(year)}" : $"it must be kept until {rule.LastDay(year)}"] : [];

    private static IEnumerable<string> HoldsOn(int year, LegalHolds holds) => holds.On(year).Select(hold => hold.Hold.Covers(year)
        ? $"the legal hold {hold.Id} of {EvidenceTime.Write(hold.Hold.Time)}"
        : $"the legal hold {hold.Id} of {EvidenceTime.Write(hold.Hold.Time)} stands in its log, and is still in force");

    /// <summary>Without its tombstones, files of an older year that were erased would be missing for no reason.</summary>
    private static IEnumerable<string> ExcusesOf(EvidenceShard shard, IReadOnlyList<EvidenceShard> shards) => shard.Tombstones()
        .SelectMany(logged => Tombstone.Read(logged.Statement, logged.Leaf.Path).Erased)
        .Where(entry => entry.IsFile && entry.Log != shard.Log.Checkpoint.Origin)
        .Select(entry => shards.FirstOrDefault(other => other.Log.Checkpoint.Origin == entry.Log))
        .OfType<EvidenceShard>()
        .Select(other => $"its tombstones say why files of {LogIdentity.Branch(other.Year)} are missing, which is still there")
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> KeptBy(EvidenceShard shard, IReadOnlyList<EvidenceShard> shards, TrustedKeys trust) =>
        Kept(shard, shards, trust).Problem is { } problem ? [problem] : [];
}

/// <summary>A year's evidence.</summary>
/// <param name="Shard">Its branch.</param>
/// <param name="Blocks">Why it must stay; nothing when it may go.</param>
internal sealed record RetainedYear(EvidenceShard Shard, IReadOnlyList<string> Blocks)
{
    public bool MayGo => Blocks.Count == 0;
}
