using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;

namespace Gates.Attestation.Auditing;

/// <summary>What the logs prove about a release, and what they contradict.</summary>
internal sealed record ReleaseEvidence
{
    public const string Passed = "PASSED";

    public required ReleaseTag Tag { get; init; }

    /// <value>The statements about its commit that hold, the oldest first.</value>
    public required IReadOnlyList<HeldStatement> Statements { get; init; }

    /// <value>The newest decision about its commit; <see langword="null"/> when none is proven.</value>
    public required HeldStatement? Decision { get; init; }

    /// <value>The results that the decision rests on and that hold.</value>
    public required IReadOnlyList<HeldStatement> Results { get; init; }

    /// <value>What does not hold of it.</value>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <value>What logged statements say that its files are, each with its SHA-256.</value>
    public required IReadOnlyList<Subject> Artefacts { get; init; }

    /// <value>When the first decision about it was logged; the log's key answers for it.</value>
    public DateTimeOffset? FirstDecided => Statements.FirstOrDefault(one => one.Decision is not null)?.Leaf.Time;

    /// <param name="tag">The release.</param>
    /// <param name="years">The branches that may know of it, the oldest first.</param>
    public static ReleaseEvidence Of(ReleaseTag tag, IReadOnlyList<EvidenceYear> years)
    {
        var believed = years.Where(year => year.Doubt is null).ToList();
        var statements = believed.SelectMany(year => year.About(tag.Commit)).ToList();
        var decision = statements.FindLast(one => one.Decision is not null);
        var named = believed.SelectMany(year => year.Named(tag.Name)).ToList();
        var (results, missing) = decision is null ? ([], []) : ResultsOf(decision, statements);
        return new ReleaseEvidence
        {
            Tag = tag,
            Statements = statements,
            Decision = decision,
            Results = results,
            Problems =
            [
                .. named.Where(one => one.Release!.Commit != tag.Commit)
                    .Select(one => $"the tag was moved: it names {tag.Commit}, and {one.Place} says that {tag.Name} is {one.Release!.Commit}"),
                .. years.SelectMany(year => year.ProblemsAbout(tag.Commit)),
                .. missing,
            ],
            Artefacts =
            [
                .. named.Where(one => one.Release!.Commit == tag.Commit)
                    .SelectMany(one => one.Statement.Subjects)
                    .Where(subject => subject.Digest.ContainsKey("sha256") && !subject.Name.StartsWith("evidence-pack-", StringComparison.Ordinal))
                    .DistinctBy(subject => (subject.Name, subject.Digest["sha256"]))
                    .OrderBy(subject => subject.Name, StringComparer.Ordinal),
            ],
        };
    }

    private static (List<HeldStatement> Results, List<string> Missing) ResultsOf(HeldStatement decision, List<HeldStatement> statements)
    {
        var (results, missing) = (new List<HeldStatement>(), new List<string>());
        try
        {
            foreach (var input in new EvidenceJson(decision.Statement.Predicate, decision.Path, "predicate").Array("inputAttestations"))
            {
                var digest = input.Object("digest").Text("sha256");
                if (statements.Find(one => one.File.Sha256 == digest) is { } result)
                {
                    results.Add(result);
                }
                else
                {
                    missing.Add($"{decision.Path}: rests on {input.Text("uri")} (sha256 {digest}), "
                        + "and no such statement about the commit is in the log and holds");
                }
            }
        }
        catch (EvidenceFormatException e)
        {
            missing.Add(e.Message);
        }

        return (results, missing);
    }
}
