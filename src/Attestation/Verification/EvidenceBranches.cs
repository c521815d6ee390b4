using Gates.Attestation.Branch;
using Gates.Attestation.Keys;
using Gates.Attestation.Lifetime;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Doors.Git;
using Gates.Doors.Git.History;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Verification;

/// <summary>An evidence branch in its clone: the tags that it must know, and the branches of the years beside it.</summary>
/// <param name="repository">The clone.</param>
/// <param name="branch">As the user named it.</param>
/// <param name="name">What is known of it.</param>
internal sealed class EvidenceBranches(GitRepository repository, string branch, EvidenceBranchName name)
{
    public const int MaxTags = 10_000;

    public EvidenceBranchName Name => name;

    /// <summary>A branch's newest commit, here or as it was fetched.</summary>
    public static async Task<string?> FindAsync(GitRepository repository, string branch, CancellationToken cancellationToken) =>
        await repository.CommitAsync("refs/heads/" + branch, cancellationToken)
        ?? await repository.CommitAsync("refs/remotes/origin/" + branch, cancellationToken)
        ?? await repository.CommitAsync("refs/gates/fetched/" + branch, cancellationToken);

    /// <summary>
    /// What the branches beside it say of it: tombstones of later years, since a file may be erased after its year has ended, and whether the year before is
    /// here.
    /// </summary>
    /// <param name="verifier">Knows whom to believe.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<EvidenceBranchName> KnownAsync(EvidenceVerifier verifier, CancellationToken cancellationToken)
    {
        if (name.Year is not { } own)
        {
            return name;
        }

        var tombstones = new List<LoggedStatement>();
        for (var year = own + 1; year <= verifier.Year; year++)
        {
            if (await FindAsync(repository, Beside(year), cancellationToken) is { } commit)
            {
                using var tree = await repository.TreeAsync(commit, cancellationToken);
                tombstones.AddRange(Tombstones(new TreeEvidence(tree), BranchLog.FolderOf(year), verifier.Trust));
            }
        }

        return name with
        {
            Tombstones = tombstones,
            HasYearBefore = await FindAsync(repository, Beside(own - 1), cancellationToken) is not null,
        };
    }

    /// <summary>The clone's tags, the newest first.</summary>
    public async Task<IReadOnlyList<ReleaseTag>> TagsAsync(CancellationToken cancellationToken)
    {
        using var objects = repository.OpenObjects();
        return [.. (await repository.TagsAsync(
            MaxTags,
            mergedInto: null,
            cancellationToken)).Select(tag => new ReleaseTag(tag.Name, tag.Target, TimeOf(objects, tag)))];
    }

    /// <summary>The commits that the branches of the years before and after decided about, each with its branch; only what holds there counts.</summary>
    /// <param name="verifier">Verifies those branches.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<IReadOnlyDictionary<string, string>> DecidedBesideAsync(EvidenceVerifier verifier, CancellationToken cancellationToken)
    {
        var decided = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var year in name.Year is { } own ? new[] { own - 1, own + 1 } : [])
        {
            var beside = Beside(year);
            if (await FindAsync(repository, beside, cancellationToken) is not { } commit)
            {
                continue;
            }

            using var tree = await repository.TreeAsync(commit, cancellationToken);
            var found = new HashSet<string>(StringComparer.Ordinal);
            var known = await new EvidenceBranches(repository, beside, name with { Year = year }).KnownAsync(verifier, cancellationToken);
            var report = await verifier.VerifyAsync(new TreeEvidence(tree), [], run => Take(run, found), known);
            foreach (var one in report.Holds ? found : [])
            {
                decided[one] = beside;
            }
        }

        return decided;
    }

    private string Beside(int year) => FormattableString.Invariant($"{branch[..^4]}{year:D4}");

    /// <summary>Those of one branch. What does not hold excuses nothing; to say so is for whoever verifies that branch.</summary>
    private static List<LoggedStatement> Tombstones(IEvidenceFiles files, string folder, TrustedKeys trust)
    {
        var found = new List<LoggedStatement>();
        try
        {
            var store = new EvidenceLogStore(files, folder);
            if (store.Read(LogReader.CheckpointFile) is { } bytes
                && SignedNote.Parse(bytes, folder) is var note
                && LogReader.Open(store, trust.ForLog(note, folder)) is { } log)
            {
                found.AddRange(LoggedStatement.Leaves(log, leaf => leaf.Type == LeafType.Tombstone)
                    .Select(leaf => LoggedStatement.Read(log.Checkpoint.Origin, leaf, files.Read(leaf.Path), trust)));
            }
        }
        catch (Exception e) when (e is LogException or EvidenceFormatException)
        {
            found.Clear();
        }

        return found;
    }

    private static Task Take(VerificationRun run, HashSet<string> decided)
    {
        var decisions = run.Statements.Values.Where(one => one.Statement.PredicateType == StatementKinds.Decision && one.File.Entry is not null);
        foreach (var subject in decisions.SelectMany(one => one.Statement.Subjects))
        {
            if (subject.Digest.TryGetValue("gitCommit", out var commit))
            {
                decided.Add(commit);
            }
        }

        return Task.CompletedTask;
    }

    private static DateTimeOffset? TimeOf(GitObjects objects, GitTagRef tag)
    {
        try
        {
            return (tag.Type == "tag" ? GitObjectText.Read(objects.Open(tag.Id)).Signed("tagger").Time : null)
                ?? GitObjectText.Read(objects.Open(tag.Target)).Signed("committer").Time;
        }
        catch (EvaluationException)
        {
            // A tag of something that is not here, or no commit: it counts for every year.
            return null;
        }
    }
}
