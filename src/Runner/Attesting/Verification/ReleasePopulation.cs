namespace Gates.Runner.Attesting.Verification;

/// <summary>Completeness: since releases began to be decided here, none may lack its decision.</summary>
/// <param name="tags">The repository's tags, the newest first, with their commits.</param>
internal sealed class ReleasePopulation(IReadOnlyList<(string Tag, string Commit)> tags)
{
    public void Verify(VerificationRun verification)
    {
        var decided = verification.Statements.Values
            .Where(one => one.Statement.PredicateType == StatementKinds.Decision)
            .SelectMany(one => one.Statement.Subjects)
            .Select(subject => subject.Digest.GetValueOrDefault("gitCommit"))
            .ToHashSet(StringComparer.Ordinal);
        var since = tags.Select((tag, index) => (tag.Commit, index)).LastOrDefault(tag => decided.Contains(tag.Commit), (Commit: "", index: -1)).index;
        if (since < 0)
        {
            verification.Notes.Enqueue("releases: no tag of this clone has a decision here");
            return;
        }

        var population = tags.Take(since + 1).ToList();
        var missing = population.Where(tag => !decided.Contains(tag.Commit)).ToList();
        verification.Notes.Enqueue(FormattableString.Invariant($"releases: {population.Count - missing.Count} of {population.Count} tags since {tags[since].Tag} have a decision"));
        foreach (var (tag, commit) in missing)
        {
            verification.Add(VerificationFault.Incomplete, $"{tag}: released from commit {commit}, and no decision about it is logged");
        }
    }
}
