namespace Gates.Attestation.Verification;

/// <summary>What became of a verification.</summary>
internal sealed record VerificationReport
{
    /// <value>What holds, by path.</value>
    public required IReadOnlyList<VerifiedFile> Verified { get; init; }

    /// <value>What does not.</value>
    public required IReadOnlyList<VerificationProblem> Problems { get; init; }

    /// <value>What a reader should know beside it, such as where times come from.</value>
    public required IReadOnlyList<string> Notes { get; init; }

    public bool Holds => Problems.Count == 0;
}
