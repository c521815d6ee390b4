namespace Gates.Attestation.Auditing;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What: <c>log</c>, <c>signatures</c>, <c>decision</c>, <c>tag</c>, <c>pack</c> or <c>judged again</c>.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Detail">In one sentence; untrusted text.</param>
internal sealed record AuditCheck(string Name, AuditOutcome Outcome, string Detail);

/// <summary>What came of a check.</summary>
internal enum AuditOutcome
{
    Holds,

    /// <summary>It was not looked at, and nobody said that it should be.</summary>
    NotDone,

    /// <summary>It should have been looked at and could not be.</summary>
    Unknown,

    Fails,
}

/// <summary>A release of the sample, looked at as a whole.</summary>
/// <param name="Release">The release.</param>
/// <param name="Checks">What was looked at.</param>
internal sealed record AuditedRelease(ReleaseEvidence Release, IReadOnlyList<AuditCheck> Checks)
{
    /// <value>The worst of its checks; what was not done is no answer.</value>
    public AuditOutcome Outcome => Checks.Select(check => check.Outcome).Where(outcome => outcome != AuditOutcome.NotDone)
        .DefaultIfEmpty(AuditOutcome.NotDone).Max();
}
