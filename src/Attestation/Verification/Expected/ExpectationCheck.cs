using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Verification.Expected;

/// <summary>Whether evidence that holds is about what its reader means; says in any case what it is about.</summary>
/// <param name="wanted">What the reader means.</param>
/// <param name="archive">The name of the pack's file; <see langword="null"/> where it is none.</param>
/// <param name="isBranch">Whether it is an evidence branch, which is about many commits.</param>
internal sealed class ExpectationCheck(Expectations wanted, string? archive, bool isBranch)
{
    private const string PackPrefix = "evidence-pack-";
    private const string PackExtension = ".zip";

    /// <param name="run">The statements that hold, and where problems go.</param>
    public void Verify(VerificationRun run)
    {
        var statements = run.Statements.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new Held(one.Key, one.Value.Statement, one.Value.File.Entry?.Time)).ToList();
        if (!isBranch)
        {
            Say(run, statements);
            Tags(run, statements);
        }

        Commits(run, statements);
        Repositories(run, statements);
        Artefacts(run, statements);
        if (wanted.RequirePassed)
        {
            Decisions(run, statements);
        }
    }

    private static void Say(VerificationRun run, List<Held> statements)
    {
        foreach (var release in statements.Select(one => one.Release).OfType<NamedRelease>().DistinctBy(one => (one.Tag, one.Commit)).Take(3))
        {
            run.Notes.Enqueue($"about: {release.Tag} of {release.Repository}, commit {release.Commit}");
        }

        foreach (var decision in Newest(statements).Take(3))
        {
            run.Notes.Enqueue($"decision: {decision.Result} for commit {decision.Commit}");
        }
    }

    private void Tags(VerificationRun run, List<Held> statements)
    {
        var named = statements.Where(one => one.Release is not null).ToList();
        var inName = archive is { } name && name.StartsWith(PackPrefix, StringComparison.Ordinal) && name.EndsWith(PackExtension, StringComparison.Ordinal)
            ? name[PackPrefix.Length..^PackExtension.Length]
            : null;
        foreach (var (path, release) in named.Select(one => (one.Path, one.Release!)))
        {
            if (inName is not null && release.FileName != inName)
            {
                run.Add(VerificationFault.NotExpected, $"{path}: is of {release.Tag}, and the file's name says {inName}: it was renamed");
            }

            if (wanted.Tag is { } tag && release.Tag != tag)
            {
                run.Add(VerificationFault.NotExpected, $"{path}: is of {release.Tag}, not of {tag}");
            }
        }

        if (wanted.Tag is not null && named.Count == 0)
        {
            run.Add(VerificationFault.NotExpected, $"nothing that is signed here names a release, so it is not known to be {wanted.Tag}");
        }
    }

    private void Commits(VerificationRun run, List<Held> statements)
    {
        if (wanted.Commit is not { } commit)
        {
            return;
        }

        var about = statements.Where(one => one.Commits.Any(id => id.StartsWith(commit, StringComparison.Ordinal))).ToHashSet();
        if (about.Count == 0)
        {
            run.Add(VerificationFault.NotExpected, $"nothing that is signed here is about the commit {commit}");
        }

        foreach (var other in isBranch ? [] : statements.Where(one => one.Commits.Count > 0 && !about.Contains(one)))
        {
            run.Add(VerificationFault.NotExpected, $"{other.Path}: is about the commit {other.Commits[0]}, not about {commit}");
        }
    }

    private void Repositories(VerificationRun run, List<Held> statements)
    {
        if (wanted.Repository is null)
        {
            return;
        }

        var repository = ProvenanceSource.RepositoryOf(wanted.Repository);
        var named = statements.Select(one => (one.Path, Name: RepositoryOf(one))).Where(one => one.Name is not null).ToList();
        foreach (var (path, name) in named.Where(one => one.Name != repository))
        {
            run.Add(VerificationFault.NotExpected, $"{path}: is of {name}, not of {repository}");
        }

        if (named.Count == 0)
        {
            run.Add(VerificationFault.NotExpected, $"nothing that is signed here names a repository, so it is not known to be {repository}");
        }
    }

    private static string? RepositoryOf(Held one) =>
        one.Release is { } release ? ProvenanceSource.RepositoryOf(release.Repository)
            : one.Statement.PredicateType == StatementKinds.Decision
                && new EvidenceJson(one.Statement.Predicate, one.Path, "predicate").OptionalText("resourceUri") is { } uri
                && uri.StartsWith("git+", StringComparison.Ordinal)
                ? ProvenanceSource.RepositoryOf(uri[4..Math.Max(4, uri.LastIndexOf('@'))])
                : null;

    private void Artefacts(VerificationRun run, List<Held> statements)
    {
        // A signature over a file itself says nothing else, and was checked against the one that is expected.
        var isSigned = !isBranch && archive is null && !run.FileSignatures.IsEmpty;
        foreach (var file in wanted.Artefacts.Where(file => !isSigned && !statements.Exists(one => one.Statement.Subjects.Any(file.IsOf))))
        {
            run.Add(VerificationFault.NotExpected, $"nothing that is signed here is about {file.Path} (sha256 {file.Sha256})");
        }
    }

    private void Decisions(VerificationRun run, List<Held> statements)
    {
        var commit = wanted.Commit ?? statements.Select(one => one.Release?.Commit).FirstOrDefault(id => id is not null);
        var newest = Newest(statements).Where(one => commit is null || one.Commit.StartsWith(commit, StringComparison.Ordinal)).ToList();
        if (newest.Count == 0)
        {
            var about = commit is null ? "any commit" : "the commit " + commit;
            run.Add(VerificationFault.NotExpected, $"no decision about {about} is here, and a PASSED one is required");
        }

        foreach (var (path, id, result) in newest.Where(one => one.Result != "PASSED"))
        {
            run.Add(VerificationFault.NotExpected, $"{path}: the newest decision about the commit {id} is {result}, and a PASSED one is required");
        }
    }

    /// <summary>The newest decision about each commit; of the same time, the one that does not say PASSED.</summary>
    private static IEnumerable<(string Path, string Commit, string Result)> Newest(List<Held> statements) =>
        from one in statements
        where one.Statement.PredicateType == StatementKinds.Decision
        let result = new EvidenceJson(one.Statement.Predicate, one.Path, "predicate").OptionalText("verificationResult") ?? "not said"
        from commit in one.Statement.Commits
        group (one, result) by commit into decisions
        let last = decisions.OrderBy(decision => decision.one.Time ?? DateTimeOffset.MinValue).ThenBy(decision => decision.result != "PASSED").Last()
        select (last.one.Path, decisions.Key, last.result);

    private sealed record Held(string Path, Statement Statement, DateTimeOffset? Time)
    {
        public NamedRelease? Release { get; } = NamedRelease.Of(Statement);

        public IReadOnlyList<string> Commits => [.. Statement.Commits.Concat(Release is { } release ? [release.Commit] : []).Distinct(StringComparer.Ordinal)];
    }
}
