using Gates.Attestation.Keys;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.Attestation.Branch;

/// <summary>
/// Finds files of other tools on this year's evidence branch, else on last year's: in the clone, or fetched beside it when the clone lacks the branch.
/// </summary>
/// <param name="repository">The clone.</param>
/// <param name="token">The job's token, for its own server.</param>
/// <param name="time">For this year and the files' age.</param>
internal sealed class EvidenceSearch(GitRepository repository, string? token, TimeProvider time) : ILoggedEvidence
{
    /// <value>The newest statements of a type; a nightly job with five runs makes fewer in a month.</value>
    private const int MaxStatements = 200;

    /// <value>How far back a commit may be.</value>
    private const int MaxCommits = 5_000;

    /// <value>The commit in whose history a file's commit must be.</value>
    public required string From { get; init; }

    /// <value>
    /// The commit whose keyring counts; <see langword="null"/> means that of the default branch, or of <see cref="From"/> where this clone does not know one.
    /// </value>
    public string? KeyringAt { get; init; }

    /// <value>The default branch that a job's event names; <see langword="null"/> outside a job.</value>
    public string? DefaultBranch { get; init; }

    public async Task<LoggedEvidence> FindAsync(string type, Func<string, bool> names, int earlier, CancellationToken cancellationToken)
    {
        if (!ThirdPartyFile.Types.Contains(type, StringComparer.Ordinal))
        {
            throw new UsageException($"{Say.Quote(type)} is not a type of evidence{Suggestion.Words(type, ThirdPartyFile.Types)} valid: {Say.List(ThirdPartyFile.Types)}");
        }

        var trust = await TrustAsync(cancellationToken);
        var now = time.GetUtcNow();
        var reasons = new List<string>();
        foreach (var year in (int[])[now.Year, now.Year - 1])
        {
            var (evidence, tip, problem) = await OpenAsync(repository, token, LogIdentity.Branch(year), cancellationToken);
            using (evidence)
            {
                if (evidence is null || tip is null)
                {
                    reasons.Add(problem!);
                    continue;
                }

                var (claims, all, reason) = await ClaimsAsync(evidence, tip, LogIdentity.Branch(year), type, names, cancellationToken);
                if (claims.Count > 0)
                {
                    var files = new LoggedFileReader(evidence, tip, year, trust, now);
                    var last = claims.GroupBy(claim => claim.Name, StringComparer.Ordinal)
                        .OrderBy(same => same.Key, StringComparer.Ordinal)
                        .Select(same => same.MaxBy(files.IndexOf)!)
                        .ToList();
                    var before = earlier == 0 ? [] : files.Newest(all, earlier);
                    string[] wanted = [.. last.Concat(before).Select(claim => claim.File).OfType<string>().Distinct(StringComparer.Ordinal)];
                    await evidence.BringAsync(tip, wanted, cancellationToken);
                    return new LoggedEvidence([.. last.Select(files.Read)], null) { Earlier = [.. before.Select(files.TryRead).OfType<LoggedFile>()] };
                }

                // A branch that is there says more than one that is not.
                reasons.Insert(0, reason!);
            }
        }

        return new LoggedEvidence([], reasons[0]);
    }

    private async Task<TrustedKeys> TrustAsync(CancellationToken cancellationToken)
    {
        var trust = KeyringAt is null ? await TrustFinder.PinnedAsync(repository, DefaultBranch, cancellationToken) : null;
        var at = KeyringAt ?? From;
        return trust ?? await TrustFinder.AtAsync(repository, at, at[..12], cancellationToken) ?? throw new EvaluationException(
            $"files of the evidence branch count only when a known key signed them, and {at[..12]} has no {Keyring.Path}; `gates keys new` makes it");
    }

    /// <summary>An evidence branch: in the clone, or fetched beside it; the caller disposes of it.</summary>
    /// <param name="repository">The clone.</param>
    /// <param name="token">The job's token, for its own server.</param>
    /// <param name="branch">Its name.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns>Where it is and its newest commit, or why there is none.</returns>
    internal static async Task<(EvidenceRepository? Evidence, string? Tip, string? Problem)> OpenAsync(
        GitRepository repository,
        string? token,
        string branch,
        CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(repository.Root);
        foreach (var name in (string[])["refs/remotes/origin/", "refs/heads/"])
        {
            if (await repository.CommitAsync(name + branch, cancellationToken) is { } here)
            {
                return (await EvidenceRepository.OpenAsync(folder, EvidenceRepository.Here, token, cancellationToken), here, null);
            }
        }

        if (await repository.RemoteUrlAsync("origin", cancellationToken) is null)
        {
            return (null, null, $"this clone has no branch {branch}, and no remote to fetch it from");
        }

        var remote = await EvidenceRepository.OpenAsync(folder, "origin", token, cancellationToken);
        try
        {
            return (remote, await remote.TipAsync(branch, cancellationToken), $"origin has no branch {branch} yet; `gates evidence add` begins it");
        }
        catch (EvaluationException e)
        {
            return (remote, null, $"the branch {branch} is not in this clone and could not be fetched: {e.Message}");
        }
    }

    /// <summary>The statements about the newest commit that counts, and those about any.</summary>
    private async Task<(IReadOnlyList<ThirdPartyClaim> Claims, IReadOnlyList<ThirdPartyClaim> All, string? Reason)> ClaimsAsync(
        EvidenceRepository evidence, string tip, string branch, string type, Func<string, bool> names, CancellationToken cancellationToken)
    {
        var statements = (await evidence.ListAsync(tip, BranchFiles.Folder + "/", cancellationToken)).ToLookup(ThirdPartyClaim.TypeOf, StringComparer.Ordinal);
        string[] paths = [.. statements[type].OrderDescending(StringComparer.Ordinal).Take(MaxStatements)];
        if (paths.Length == 0)
        {
            var types = statements.Select(one => one.Key).OfType<string>().Order(StringComparer.Ordinal).ToList();
            return ([], [], $"{branch} has no file of type {type}{(types.Count == 0 ? "" : $"; it has {string.Join(", ", types)}")}");
        }

        await evidence.BringAsync(tip, paths, cancellationToken);
        var ofType = evidence.Read(tip, paths).Zip(paths, (bytes, path) => ThirdPartyClaim.Read(bytes!, path)).OfType<ThirdPartyClaim>().ToList();
        var claims = ofType.Where(claim => claim.Type == type && claim.Commit is not null && names(claim.Name)).ToList();
        if (claims.Count == 0)
        {
            return ([], [], $"no {type} file on {branch} has such a name; the newest are {string.Join(", ", ofType.Select(claim => claim.Name).Distinct(StringComparer.Ordinal).Take(5))}");
        }

        var (commit, problem) = await NewestAsync([.. claims.Select(claim => claim.Commit!)], cancellationToken);
        return ([.. claims.Where(claim => claim.Commit == commit)], claims, problem);
    }

    /// <summary>
    /// The newest of some commits that <see cref="From"/> is or contains. A clone that was made with little history asks the remote for more, and stays as it
    /// is.
    /// </summary>
    private async Task<(string? Commit, string? Problem)> NewestAsync(HashSet<string> commits, CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(repository.Root);
        using (var here = await EvidenceRepository.OpenAsync(folder, EvidenceRepository.Here, token, cancellationToken))
        {
            var (known, _) = await here.AncestorsAsync(From, MaxCommits, cancellationToken);
            if (known.FirstOrDefault(commits.Contains) is { } commit)
            {
                return (commit, null);
            }
        }

        var problem = $"the commits that were measured, such as {commits.First()[..12]}, are not {From[..12]} and not before it";
        if ((await repository.ShallowAsync(cancellationToken)).Count == 0)
        {
            return (null, problem);
        }

        using var origin = await EvidenceRepository.OpenAsync(folder, null, token, cancellationToken);
        var (fetched, refusal) = await origin.AncestorsAsync(From, MaxCommits, cancellationToken);
        return fetched.FirstOrDefault(commits.Contains) is { } newest ? (newest, null)
            : refusal is null ? (null, problem)
            : (null, $"{problem}, as far as this shallow clone knows, and more history could not be fetched ({refusal}). Add `fetch-depth: 0` to the `with:` of your actions/checkout step");
    }
}
