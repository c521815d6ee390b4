using Gates.Attestation.Log;

namespace Gates.Attestation.Lifetime;

/// <summary>The legal holds that are in force, from the logs of all years.</summary>
internal sealed class LegalHolds
{
    private LegalHolds(IReadOnlyList<PlacedHold> active) => Active = active;

    public IReadOnlyList<PlacedHold> Active { get; }

    /// <exception cref="Gates.Formats.Foundation.EvaluationException">
    /// A statement about a hold does not hold itself: nobody can tell then what is held.
    /// </exception>
    public static LegalHolds Read(IEnumerable<EvidenceShard> shards)
    {
        var placed = new List<PlacedHold>();
        var released = new HashSet<string>(StringComparer.Ordinal);
        foreach (var shard in shards)
        {
            foreach (var logged in shard.Named(LegalHold.Name))
            {
                var hold = LegalHold.Read(logged.Statement, logged.Leaf.Path);
                if (hold.Releases is { } ended)
                {
                    released.Add(ended);
                }
                else
                {
                    placed.Add(new PlacedHold(shard.Year, logged.Leaf, hold));
                }
            }
        }

        return new LegalHolds([.. placed.Where(hold => !released.Contains(hold.Leaf.Sha256))]);
    }

    /// <summary>
    /// What keeps a year from being dropped: a hold on it, or one whose only record is in its log.
    /// </summary>
    public IEnumerable<PlacedHold> On(int year) => Active.Where(hold => hold.Hold.Covers(year) || hold.Year == year);

    /// <summary>What keeps a year's evidence from being erased.</summary>
    public PlacedHold? Covering(int year) => Active.FirstOrDefault(hold => hold.Hold.Covers(year));
}

/// <summary>A legal hold in force.</summary>
/// <param name="Year">The log that it stands in.</param>
/// <param name="Leaf">Its entry.</param>
/// <param name="Hold">What it says.</param>
internal sealed record PlacedHold(int Year, LogLeaf Leaf, LegalHold Hold)
{
    public const int ShortId = 12;

    /// <value>By what people name it.</value>
    public string Id => Leaf.Sha256[..ShortId];
}
