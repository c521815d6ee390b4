using Gates.Attestation.Statements;
using Gates.Attestation.Verification;

namespace Gates.Attestation.Auditing;

/// <summary>Every release of a quarter.</summary>
/// <param name="Releases">By name.</param>
/// <param name="LeftOut">Tags of the quarter that are no release of their own, each with the reason.</param>
/// <param name="Gone">Releases that the log names and that have no tag, each in a sentence.</param>
internal sealed record AuditPopulation(IReadOnlyList<CountedRelease> Releases, IReadOnlyList<PassedOver> LeftOut, IReadOnlyList<string> Gone)
{
    private readonly Dictionary<string, CountedRelease> byName = Releases.ToDictionary(release => release.Tag.Name, StringComparer.Ordinal);

    public CountedRelease this[string tag] => byName[tag];

    /// <param name="quarter">The quarter.</param>
    /// <param name="tags">The versions among the clone's tags.</param>
    /// <param name="years">The branches that may know of them, the oldest first.</param>
    /// <param name="now">A tag that says that it is younger is not believed.</param>
    public static AuditPopulation Of(Quarter quarter, IReadOnlyList<ReleaseTag> tags, IReadOnlyList<EvidenceYear> years, DateTimeOffset now)
    {
        var adopted = years.Where(year => year.Doubt is null).SelectMany(year => year.Held).Where(one => one.Decision is not null)
            .Select(one => (DateTimeOffset?)one.Leaf.Time).Min();
        var (releases, leftOut) = (new List<CountedRelease>(), new List<PassedOver>());
        foreach (var tag in tags.OrderBy(tag => tag.Name, StringComparer.Ordinal))
        {
            var evidence = ReleaseEvidence.Of(tag, years);
            var time = TimeOf(tag, evidence.FirstDecided, now);
            if (time is { } known && !quarter.Contains(known))
            {
                continue;
            }

            if (tags.FirstOrDefault(other => other.Commit == tag.Commit && other.Name.StartsWith(tag.Name + ".", StringComparison.Ordinal)) is { } whole)
            {
                leftOut.Add(new PassedOver(tag, $"moves along with {whole.Name}"));
            }
            else
            {
                releases.Add(new CountedRelease(evidence, time, evidence.Decision is null && adopted is not null && time < adopted));
            }
        }

        return new AuditPopulation(releases, leftOut, [.. GoneOf(quarter, tags, years)]);
    }

    /// <summary>
    /// A release is there when both its tag and the decision about it are. A tag's time is what its maker wrote, so it cannot lead into an earlier quarter
    /// than the log does, nor into one that has not come.
    /// </summary>
    private static DateTimeOffset? TimeOf(ReleaseTag tag, DateTimeOffset? decided, DateTimeOffset now) =>
        tag.Time is not { } said || said > now ? decided
        : decided is { } logged && logged > said ? logged
        : said;

    private static IEnumerable<string> GoneOf(Quarter quarter, IReadOnlyList<ReleaseTag> tags, IReadOnlyList<EvidenceYear> years)
    {
        var here = tags.Select(tag => tag.Name).ToHashSet(StringComparer.Ordinal);
        return years.Where(year => year.Doubt is null).SelectMany(year => year.Held)
            .Where(one => one.Release is { Tag: var tag } && !here.Contains(tag) && quarter.Contains(one.Leaf.Time)
                && one.Statement.PredicateType is StatementKinds.Reference or StatementKinds.Controls)
            .DistinctBy(one => one.Release!.Tag, StringComparer.Ordinal)
            .Select(one => $"{one.Release!.Tag}: {one.Place} names this release of commit {one.Release.Commit}, and this clone has no such tag: "
                + "it was deleted, or never fetched");
    }
}

/// <param name="Evidence">What the logs know of it.</param>
/// <param name="Time">When it was released; <see langword="null"/> when nothing says it, and then every quarter counts it.</param>
/// <param name="IsBeforeAdoption">Whether it has no decision since none was logged yet when it was made.</param>
internal sealed record CountedRelease(ReleaseEvidence Evidence, DateTimeOffset? Time, bool IsBeforeAdoption)
{
    public ReleaseTag Tag => Evidence.Tag;
}
