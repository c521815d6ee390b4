using Gates.Attestation.Branch;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Verification;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Auditing;

/// <summary>A repository, its evidence branches, and whose word counts for them.</summary>
internal sealed class AuditedRepository : IDisposable
{
    private readonly EvidenceRepository evidence;

    private AuditedRepository(GitRepository git, EvidenceRepository evidence, TrustedKeys trust, string? logName, TimeProvider time)
    {
        Git = git;
        this.evidence = evidence;
        Trust = trust;
        LogName = logName;
        Years = new EvidenceYears(evidence, trust, logName, time);
    }

    public GitRepository Git { get; }

    public TrustedKeys Trust { get; }

    /// <value>What the names of the logs begin with; <see langword="null"/> where nothing trusted says it.</value>
    public string? LogName { get; }

    public EvidenceYears Years { get; }

    /// <param name="workspace">A clone.</param>
    /// <param name="remote">See <see cref="EvidenceRepository.OpenAsync"/>.</param>
    /// <param name="trust">A file of trusted keys; <see langword="null"/> for the keyring at the default branch.</param>
    /// <param name="job">Where this runs.</param>
    /// <param name="time">The time.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="UsageException">There is no repository, no such remote, or nothing to trust.</exception>
    /// <exception cref="EvaluationException">This clone does not hold all releases.</exception>
    public static async Task<AuditedRepository> OpenAsync(
        DirectoryInfo workspace, string? remote, string? trust, JobEnvironment job, TimeProvider time, CancellationToken cancellationToken)
    {
        var git = await GitRepository.FindAsync(workspace, job.Token, cancellationToken)
            ?? throw new UsageException($"{workspace.FullName} is in no git repository, so it has no release");
        if ((await git.ShallowAsync(cancellationToken)).Count > 0)
        {
            throw new EvaluationException(
                "this clone is shallow and may lack tags, so nobody can say which releases there are. "
                    + "Add `fetch-depth: 0` to the `with:` of your actions/checkout step.");
        }

        var keys = await TrustFinder.DemandAsync(trust, git, job.DefaultBranch, cancellationToken);
        var logName = await LogNameAsync(git, job, cancellationToken);
        return new AuditedRepository(git, await EvidenceRepository.OpenAsync(workspace, remote, job.Token, cancellationToken), keys, logName, time);
    }

    /// <summary>The repository as its logs call it, else by its remote.</summary>
    public async Task<string> NameAsync(CancellationToken cancellationToken) =>
        LogName ?? LogOrigin.Of(evidence.Url ?? await Git.RemoteUrlAsync("origin", cancellationToken) ?? Git.Root);

    /// <summary>The clone's tags that are versions, the newest first.</summary>
    /// <exception cref="EvaluationException">There are more than can be counted.</exception>
    public async Task<IReadOnlyList<ReleaseTag>> ReleasesAsync(CancellationToken cancellationToken)
    {
        var tags = await new EvidenceBranches(Git, "", new EvidenceBranchName(null, LogName)).TagsAsync(cancellationToken);
        return tags.Count < EvidenceBranches.MaxTags
            ? [.. tags.Where(tag => tag.IsVersion)]
            : throw new EvaluationException(
                FormattableString.Invariant($"this clone has {EvidenceBranches.MaxTags} tags or more, which is more than are counted"));
    }

    public void Dispose() => evidence.Dispose();

    private static async Task<string?> LogNameAsync(GitRepository git, JobEnvironment job, CancellationToken cancellationToken)
    {
        try
        {
            return await TrustFinder.PinnedLogNameAsync(git, job.DefaultBranch, cancellationToken);
        }
        catch (UsageException)
        {
            // No default branch is known, and trust was given as a file.
            return null;
        }
    }
}
