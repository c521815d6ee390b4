using Gates.Attestation.Controls;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Verification.Expected;

/// <summary>What a reader expects the evidence to be about: without that, true evidence of an old release passes for that of a new one.</summary>
internal sealed record Expectations
{
    private const int MinCommit = 7;

    public string? Tag { get; init; }

    /// <value>A commit's id, or its beginning.</value>
    public string? Commit { get; init; }

    public string? Repository { get; init; }

    /// <value>Files that something here must be about.</value>
    public IReadOnlyList<EvidenceItem> Artefacts { get; init; } = [];

    /// <value>Whether the newest decision must be PASSED.</value>
    public bool RequirePassed { get; init; }

    /// <exception cref="UsageException">A commit's id is none.</exception>
    public void Demand()
    {
        if (Commit is { } commit && (commit.Length is < MinCommit or > 64 || !commit.All(char.IsAsciiHexDigitLower)))
        {
            throw new UsageException(FormattableString.Invariant(
                $"--commit {commit}: not the id of a commit, nor its beginning: at least {MinCommit} lower-case hexadecimal digits"));
        }
    }

    /// <exception cref="UsageException">On a branch of many releases they mean nothing.</exception>
    public void DemandForBranch()
    {
        if (Tag is not null)
        {
            throw new UsageException("--tag is about a pack or the folder of a release; on an evidence branch give --commit");
        }

        if (RequirePassed && Commit is null)
        {
            throw new UsageException("--require-passed needs --commit on an evidence branch, which holds the decisions of many commits");
        }
    }
}
