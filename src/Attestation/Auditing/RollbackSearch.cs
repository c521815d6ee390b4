using Gates.Attestation.Verification;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Attestation.Auditing;

/// <summary>Finds what to roll back to: the last release before another whose newest decision is PASSED, all of it proven in the log today.</summary>
/// <param name="years">The evidence branches.</param>
/// <param name="thisYear">The newest that there can be.</param>
internal sealed class RollbackSearch(EvidenceYears years, int thisYear)
{
    /// <param name="tags">The clone's tags.</param>
    /// <param name="before">The release to go back from; <see langword="null"/> for the newest.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="UsageException">There is no such release, or several lines of releases and none is named.</exception>
    public async Task<RollbackAnswer> FindAsync(IReadOnlyList<ReleaseTag> tags, string? before, CancellationToken cancellationToken)
    {
        var from = Begin(tags, before);
        var number = ReleaseNumber.Of(from.Name)!;
        var line = tags.Select(tag => (Tag: tag, Number: ReleaseNumber.Of(tag.Name))).Where(one => one.Number?.Prefix == number.Prefix).ToList();
        var passedOver = new List<PassedOver>();
        foreach (var (tag, version) in line.Where(one => one.Number!.CompareTo(number) < 0).OrderByDescending(one => one.Number)
            .ThenBy(one => one.Tag.Name, StringComparer.Ordinal))
        {
            var (evidence, reason) = await JudgeAsync(tag, version!, from, cancellationToken);
            if (reason is null)
            {
                return new RollbackAnswer(from, evidence, passedOver);
            }

            passedOver.Add(new PassedOver(tag, reason));
        }

        return new RollbackAnswer(from, null, passedOver);
    }

    /// <summary>The release to go back from.</summary>
    private static ReleaseTag Begin(IReadOnlyList<ReleaseTag> tags, string? before)
    {
        if (before is not null)
        {
            return tags.FirstOrDefault(tag => tag.Name == before) is not { } named
                ? throw new UsageException(
                    $"--for {Say.Quote(before)}: not a release among the tags of this clone{Suggestion.Words(before, tags.Select(tag => tag.Name))} "
                        + "a tag that only the remote has comes with `git fetch --tags`")
                : ReleaseNumber.Of(before) is null
                    ? throw new UsageException($"--for {Say.Quote(before)}: names no whole version, such as v1.4.0, so nothing is before it")
                    : named;
        }

        var releases = tags.Select(tag => (Tag: tag, Number: ReleaseNumber.Of(tag.Name))).Where(one => one.Number is { PreRelease: null }).ToList();
        var lines = releases.Select(one => one.Number!.Prefix).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return lines.Count switch
        {
            0 => throw new UsageException("no tag of this clone is a release, such as v1.4.0; `git fetch --tags` brings those of the remote"),
            1 => releases.MaxBy(one => one.Number).Tag,
            _ => throw new UsageException(
                $"there are several lines of releases ({Say.List(lines.Select(line => line + "*"))}); say with --for TAG which one to go back from"),
        };
    }

    private async Task<(ReleaseEvidence? Evidence, string? Reason)> JudgeAsync(
        ReleaseTag tag, ReleaseNumber number, ReleaseTag from, CancellationToken cancellationToken)
    {
        if (number.PreRelease is not null)
        {
            return (null, "it is a pre-release");
        }

        if (tag.Commit == from.Commit)
        {
            return (null, $"it is the same commit as {from.Name}");
        }

        // A commit may be older than its tag, and be decided about in the year before.
        var opened = await years.OpenAsync((tag.Time?.UtcDateTime.Year ?? thisYear) - 1, thisYear, cancellationToken);
        if (opened.FirstOrDefault(year => year.Doubt is not null) is { } doubtful)
        {
            return (null, $"{doubtful.Branch} proves nothing: {doubtful.Doubt}");
        }

        var evidence = ReleaseEvidence.Of(tag, opened);
        return evidence switch
        {
            { Problems: [var problem, ..] } => (null, problem),
            { Decision: null } => (null, $"no decision about its commit {tag.Commit} is logged"),
            { Decision: { Decision: not ReleaseEvidence.Passed } last } => (null, $"its newest decision is {last.Decision ?? "not said"} ({last.Place})"),
            { Results.Count: 0 } => (null, $"its decision rests on no result ({evidence.Decision.Place})"),
            _ => (evidence, null),
        };
    }
}

/// <summary>What to roll back to.</summary>
/// <param name="From">The release to go back from.</param>
/// <param name="Target">The release to go back to; <see langword="null"/> when there is none.</param>
/// <param name="PassedOver">The releases between the two, the newest first.</param>
internal sealed record RollbackAnswer(ReleaseTag From, ReleaseEvidence? Target, IReadOnlyList<PassedOver> PassedOver);

/// <summary>A release that nobody should go back to.</summary>
/// <param name="Tag">The release.</param>
/// <param name="Reason">Why.</param>
internal sealed record PassedOver(ReleaseTag Tag, string Reason);
