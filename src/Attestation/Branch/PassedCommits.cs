using Gates.Attestation.Bundles;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Branch;

/// <summary>
/// Finds the newest commit before another, on its first-parent line, that was seen to pass: a release decision on the evidence branch says so, which a
/// key of the keyring at that very commit signed and its log holds, and none says otherwise.
/// </summary>
/// <param name="repository">The clone.</param>
/// <param name="token">The job's token, for its own server.</param>
/// <param name="time">For this year.</param>
internal sealed class PassedCommits(GitRepository repository, string? token, TimeProvider time)
{
    /// <value>The newest decisions of a branch.</value>
    private const int MaxDecisions = 200;

    /// <value>How far back a commit may be.</value>
    private const int MaxCommits = 1_000;

    /// <value>Commits whose decisions are verified before it is given up.</value>
    private const int MaxTried = 20;

    /// <param name="head">The commit; its own decisions do not count.</param>
    /// <param name="gates">The gates that are to be judged. A commit counts only when each of them that any decision knows was among what passed.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns>The commit; or <see langword="null"/> and why nobody can tell, if there is more to say than that none is recorded.</returns>
    public async Task<(string? Commit, string? Problem)> FindAsync(string head, IReadOnlyList<string> gates, CancellationToken cancellationToken)
    {
        var (line, problem) = await LineAsync(head, cancellationToken);
        var now = time.GetUtcNow();
        foreach (var year in (int[])[now.Year, now.Year - 1])
        {
            var (evidence, tip, refusal) = await EvidenceSearch.OpenAsync(repository, token, LogIdentity.Branch(year), cancellationToken);
            using (evidence)
            {
                if (evidence is null || tip is null)
                {
                    problem ??= refusal?.StartsWith("the branch", StringComparison.Ordinal) == true ? refusal : null;
                    continue;
                }

                var decisions = await DecisionsAsync(evidence, tip, cancellationToken);
                var known = decisions.SelectMany(decision => decision.Gates).ToHashSet(StringComparer.Ordinal);
                List<string> wanted = [.. gates.Select(RunBundles.NameOf).Where(known.Contains)];
                foreach (var commit in line.Where(commit => decisions.Any(decision => decision.Commits.Contains(commit, StringComparer.Ordinal)))
                        .Take(MaxTried))
                {
                    var about = decisions.Where(decision => decision.Commits.Contains(commit, StringComparer.Ordinal)).ToList();
                    var (passed, reason) = await PassedAsync(new BranchLog(evidence, tip, year), commit, about, wanted, cancellationToken);
                    if (passed)
                    {
                        return (commit, null);
                    }

                    problem ??= reason;
                }
            }
        }

        return (null, problem);
    }

    /// <summary>The commits before one, the newest first. A clone that was made with little history asks the remote for more, and stays as it is.</summary>
    private async Task<(IReadOnlyList<string> Commits, string? Problem)> LineAsync(string head, CancellationToken cancellationToken)
    {
        var here = await repository.ChangesOnLineAsync(null, head, MaxCommits + 1, cancellationToken);
        var cut = await repository.ShallowAsync(cancellationToken);
        if (!cut.Contains(here[^1]))
        {
            return ([.. here.Skip(1)], null);
        }

        using var origin = await EvidenceRepository.OpenAsync(new DirectoryInfo(repository.Root), null, token, cancellationToken);
        var (more, refusal) = await origin.AncestorsAsync(head, MaxCommits + 1, cancellationToken, firstParent: true);
        return more.Count > here.Count
            ? ([.. more.Skip(1)], null)
            : ([.. here.Skip(1)], $"this shallow clone knows {Prose.Count(here.Count - 1, "commit")} before this push{(refusal is null ? "" : $", and more could not be fetched ({refusal})")}");
    }

    private static async Task<IReadOnlyList<LoggedDecision>> DecisionsAsync(EvidenceRepository evidence, string tip, CancellationToken cancellationToken)
    {
        string[] paths = [.. (await evidence.ListAsync(tip, BranchFiles.Folder + "/", cancellationToken))
            .Where(LoggedDecision.IsAt)
            .OrderDescending(StringComparer.Ordinal)
            .Take(MaxDecisions)];
        await evidence.BringAsync(tip, paths, cancellationToken);
        return [.. evidence.Read(tip, paths).Zip(paths, (bytes, path) => bytes is null ? null : LoggedDecision.Read(bytes, path)).OfType<LoggedDecision>()];
    }

    private async Task<(bool Passed, string? Problem)> PassedAsync(
        BranchLog branch, string commit, IReadOnlyList<LoggedDecision> decisions, IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        try
        {
            if (await TrustAsync(commit, cancellationToken) is not { } trust)
            {
                return (false, null);
            }

            var log = branch.Open(trust);
            var verified = decisions.Where(decision => IsVerified(decision, log, trust)).ToList();
            var passed = verified.SelectMany(decision => decision.Gates).ToHashSet(StringComparer.Ordinal);
            return (verified.Count > 0 && verified.TrueForAll(decision => decision.IsPassed) && wanted.All(passed.Contains), null);
        }
        catch (Exception e) when (e is LogException or EvidenceFormatException or EvaluationException)
        {
            return (false, $"the decisions about {Prose.Commit(commit)} cannot be verified: {e.Message}");
        }
    }

    private async Task<TrustedKeys?> TrustAsync(string commit, CancellationToken cancellationToken)
    {
        if (await repository.CommitAsync(commit, cancellationToken) is null && await repository.FetchAsync(commit, cancellationToken) is { } refusal)
        {
            throw new EvaluationException($"the commit could not be fetched ({refusal})");
        }

        return await TrustFinder.AtAsync(repository, commit, commit[..12], cancellationToken);
    }

    private static bool IsVerified(LoggedDecision decision, LogReader log, TrustedKeys trust) =>
        log.FindLast(Sha256Hex.Of(decision.Bundle), decision.Path) is { } index
        && trust.Check(decision.Envelope, KeyUse.Evidence, log.Leaf(index).Time).Signer is not null;
}
