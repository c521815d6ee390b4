using Gates.Attestation.Statements;
using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Attestation.Auditing;

/// <summary>Counts a quarter's releases, draws a sample by a seed that nobody chose, and looks at it and at what the quarter left behind.</summary>
/// <param name="repository">The repository.</param>
/// <param name="packs">Where packs are.</param>
/// <param name="judge">Judges again.</param>
/// <param name="time">The time.</param>
/// <param name="isPublished">Whether a release was published; <see langword="null"/> where nobody can be asked.</param>
internal sealed class QuarterAudit(
    AuditedRepository repository, AuditPacks packs, IPolicyJudge judge, TimeProvider time, Func<string, CancellationToken, Task<bool>>? isPublished = null)
{
    /// <param name="quarter">The quarter.</param>
    /// <param name="witnessed">Checkpoints that witnesses cosigned.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UsageException">The quarter has not begun.</exception>
    /// <exception cref="EvaluationException">History or evidence cannot be read.</exception>
    public async Task<ReleaseAudit> RunAsync(Quarter quarter, IReadOnlyList<WitnessedCheckpoint> witnessed, CancellationToken cancellationToken)
    {
        var now = EvidenceTime.Second(time.GetUtcNow());
        if (now < quarter.From)
        {
            throw new UsageException($"--quarter {quarter}: has not begun; it is {EvidenceTime.Write(now)}");
        }

        // A commit may be decided about in the year before its tag, and a release of the last days in the year after.
        var years = await repository.Years.OpenAsync(quarter.Year - 1, Math.Min(quarter.Year + 1, now.Year), cancellationToken);
        var own = years.FirstOrDefault(year => year.Year == quarter.Year);
        var population = AuditPopulation.Of(quarter, await repository.ReleasesAsync(cancellationToken), years, now);
        var seed = own is { Doubt: null, Log: { } log } ? AuditSeed.Of(log, quarter, witnessed) : null;
        var draw = ReleaseSample.Draw(seed?.Bytes, [.. population.Releases.Select(release => release.Tag.Name)]);
        var against = population.Releases.Where(release => release.Evidence.Decision is { Decision: not ReleaseEvidence.Passed }).ToList();
        var register = await WaiversAsync(quarter, population, now, cancellationToken);
        return new ReleaseAudit
        {
            Quarter = quarter,
            Repository = await repository.NameAsync(cancellationToken),
            Created = now,
            Seed = seed,
            Population = population,
            Draw = draw,
            Audited = await InspectAsync(draw, population, years, cancellationToken),
            PublishedAgainst = await PublishedAsync(against, cancellationToken),
            BranchProblems = [.. ProblemsOf(quarter, own, population)],
            Waivers = register.Waivers,
            Notes = [.. register.Problems, .. Notes(quarter, seed, now), .. isPublished is null ? against.Select(Unasked) : []],
            Keys = KeyChange.In(quarter, repository.Trust.Keyring),
            Criteria = TrustCriterion.For(GatesOf(population), own is { Doubt: null }),
            TrustSource = repository.Trust.Source,
            TrustedKeyIds = [.. repository.Trust.All.Select(key => key.KeyId)],
            ToolVersion = ToolVersion.Text,
        };
    }

    private async Task<IReadOnlyList<AuditedRelease>> InspectAsync(
        IReadOnlyList<DrawnRelease> draw, AuditPopulation population, IReadOnlyList<EvidenceYear> years, CancellationToken cancellationToken)
    {
        var inspection = new ReleaseInspection(repository.Trust, years, packs, judge, time);
        var audited = new List<AuditedRelease>();
        foreach (var drawn in draw.Where(drawn => drawn.IsSampled))
        {
            audited.Add(await inspection.InspectAsync(population[drawn.Tag], cancellationToken));
        }

        return audited;
    }

    /// <summary>The log is cheap to look at as a whole, and a sample of it would show little.</summary>
    private static IEnumerable<string> ProblemsOf(Quarter quarter, EvidenceYear? own, AuditPopulation population) => own is not null
        ? own.Report.Problems.Select(problem => $"{own.Branch}: {problem.Fault}: {problem.Message}")
        : population.Releases.Count > 0
            ? [FormattableString.Invariant($"gates-evidence/{quarter.Year:D4}: there is no such branch, and the quarter has releases")]
            : [];

    private static IEnumerable<string> Notes(Quarter quarter, AuditSeed? seed, DateTimeOffset now)
    {
        if (now < quarter.To)
        {
            yield return $"The quarter is not over: it ends at {EvidenceTime.Write(quarter.To)}. Population, seed and sample will be others then.";
        }

        if (seed is null)
        {
            yield return "Nothing was logged in the year until the quarter's end, or the log does not hold: there is no seed, so every release was looked at.";
        }
        else if (seed.Cosignature is null)
        {
            yield return "No witness cosigned the log after the quarter, so the seed is the checkpoint alone: whoever holds the log's key could have tried "
                + "last entries until the sample suited. With --cosigned and --witness-keys nobody could.";
        }
    }

    private static string Unasked(CountedRelease release) =>
        $"{release.Tag.Name}: its newest decision is not PASSED ({release.Evidence.Decision!.Place}); "
            + "the log does not say whether it was released all the same.";

    private async Task<IReadOnlyList<string>> PublishedAsync(List<CountedRelease> against, CancellationToken cancellationToken)
    {
        var published = new List<string>();
        foreach (var release in against)
        {
            if (isPublished is not null && await isPublished(release.Tag.Name, cancellationToken))
            {
                published.Add($"{release.Tag.Name}: published although its newest decision is {release.Evidence.Decision!.Decision ?? "not said"} "
                    + $"({release.Evidence.Decision.Place})");
            }
        }

        return published;
    }

    private static Dictionary<string, int> GatesOf(AuditPopulation population) => population.Releases
        .SelectMany(release => release.Evidence.Statements)
        .Where(one => one.Statement.PredicateType == StatementKinds.TestResult)
        .Select(one => StatementKinds.Gate(one.Statement)).OfType<string>()
        .CountBy(gate => gate, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private async Task<WaiverRegister> WaiversAsync(Quarter quarter, AuditPopulation population, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var register = new WaiverRegister();
        var commits = population.Releases.Select(release => (release.Tag.Name, release.Tag.Commit)).ToList();
        if (await repository.Git.HeadAsync(cancellationToken) is { } head)
        {
            commits.Add(("HEAD", head));
        }

        using var objects = repository.Git.OpenObjects();
        register.AddFiles(objects, commits, quarter, now);
        foreach (var release in population.Releases)
        {
            foreach (var result in release.Evidence.Statements.Where(one => one.Statement.PredicateType == StatementKinds.TestResult))
            {
                register.AddUsed(release.Tag.Name, result.Statement);
            }
        }

        return register;
    }
}
