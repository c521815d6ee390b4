using Gates.Formats.Foundation;

namespace Gates.Attestation.Auditing;

/// <summary>All that an audit of a quarter's releases found, before it takes the form of a file.</summary>
internal sealed record ReleaseAudit
{
    /// <value>What it means, in one sentence that every form of it carries.</value>
    public const string Meaning =
        "This report shows which releases there were, which of them were looked at, and what holds of their evidence. "
        + "It states no conformity and replaces no audit by others.";

    public required Quarter Quarter { get; init; }

    /// <value>The repository, as its logs call it.</value>
    public required string Repository { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <value>Whether the quarter was not over when it was made: both population and sample will change.</value>
    public bool IsPreliminary => Created < Quarter.To;

    /// <value><see langword="null"/> when nothing was logged in the year until the quarter's end: then every release is looked at.</value>
    public required AuditSeed? Seed { get; init; }

    public required AuditPopulation Population { get; init; }

    /// <value>The population in the order of the draw.</value>
    public required IReadOnlyList<DrawnRelease> Draw { get; init; }

    public required IReadOnlyList<AuditedRelease> Audited { get; init; }

    /// <value>Releases that were published against their newest decision, each in a sentence.</value>
    public required IReadOnlyList<string> PublishedAgainst { get; init; }

    /// <value>What does not hold of the quarter's branch, whoever is concerned.</value>
    public required IReadOnlyList<string> BranchProblems { get; init; }

    public required IReadOnlyList<RegisteredWaiver> Waivers { get; init; }

    /// <value>What could not be read for the register, and what else a reader should know.</value>
    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<KeyChange> Keys { get; init; }

    public required IReadOnlyList<TrustCriterion> Criteria { get; init; }

    public required string TrustSource { get; init; }

    public required IReadOnlyList<string> TrustedKeyIds { get; init; }

    /// <value>For example <c>0.1.0+3f2a9c1d…</c>.</value>
    public required string ToolVersion { get; init; }

    /// <value>What its files are called, without their endings.</value>
    public string BaseName => $"release-audit-{Quarter}";

    /// <value>Releases that nothing decided about although decisions were logged by then.</value>
    public IReadOnlyList<CountedRelease> WithoutEvidence =>
        [.. Population.Releases.Where(release => release.Evidence.Decision is null && !release.IsBeforeAdoption)];

    /// <value>Releases of the time before the first decision.</value>
    public IReadOnlyList<CountedRelease> BeforeAdoption => [.. Population.Releases.Where(release => release.IsBeforeAdoption)];

    /// <value>Releases whose newest decision says that they must not be released.</value>
    public IReadOnlyList<CountedRelease> AgainstDecision =>
        [.. Population.Releases.Where(release => release.Evidence.Decision is { Decision: not ReleaseEvidence.Passed })];

    /// <value>Everything that does not hold, each in one line.</value>
    public IReadOnlyList<string> Failures =>
    [
        .. BranchProblems,
        .. Population.Gone,
        .. PublishedAgainst,
        .. WithoutEvidence.Select(release => $"{release.Tag.Name}: released from commit {release.Tag.Commit}, and no decision about it is logged"),
        .. Lines(AuditOutcome.Fails).Where(one => one.Release.Decision is not null).Select(one => one.Line),
    ];

    /// <value>Everything that should have been looked at and could not be.</value>
    public IReadOnlyList<string> Unknown => [.. Lines(AuditOutcome.Unknown).Select(one => one.Line)];

    public ExitCode ExitCode => Failures.Count > 0 ? ExitCode.Fails : Unknown.Count > 0 ? ExitCode.CouldNotEvaluate : ExitCode.Holds;

    /// <value>The answer in a word.</value>
    public string Outcome => ExitCode switch
    {
        ExitCode.Holds => "holds",
        ExitCode.Fails => "fails",
        _ => "incomplete",
    };

    private IEnumerable<(ReleaseEvidence Release, string Line)> Lines(AuditOutcome outcome) =>
        from one in Audited
        from check in one.Checks
        where check.Outcome == outcome
        select (one.Release, $"{one.Release.Tag.Name}: {check.Name}: {check.Detail}");
}
