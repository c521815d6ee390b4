using System.Text.Json;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Verification;

/// <summary>Completeness: since releases began to be decided here, none of the branch's year may lack its decision.</summary>
/// <param name="tags">The repository's tags, the newest first.</param>
/// <param name="year">The year of the branch; <see langword="null"/> where it is not known, and then every tag counts.</param>
internal sealed class ReleaseCompletenessCheck(IReadOnlyList<ReleaseTag> tags, int? year = null)
{
    private const int MaxNamed = 5;

    /// <param name="verification">The branch.</param>
    /// <param name="elsewhere">Commits that the branches of the years beside it decided about, each with its branch: a release at the turn of a year may
    /// be logged in the next. Asked only when a decision is missing.</param>
    public async Task VerifyAsync(VerificationRun verification, Func<Task<IReadOnlyDictionary<string, string>>> elsewhere)
    {
        var counted = tags.Where(tag => tag.IsVersion && (year is null || tag.Time is null || tag.Time.Value.UtcDateTime.Year == year)).ToList();
        SayLeftOut(verification);
        var decided = Decisions(verification);
        var since = counted.FindLastIndex(tag => decided.ContainsKey(tag.Commit));
        if (counted.Count == 0)
        {
            verification.Notes.Enqueue(FormattableString.Invariant($"releases: no tag of this clone is a release{Year}"));
            return;
        }

        // Times are whole seconds: what was released in the second of the first decision may have come after it, and counts.
        var population = since < 0 ? counted : counted.TakeWhile((tag, index) => index <= since || tag.Time >= counted[since].Time).ToList();
        var missing = population.Where(tag => !decided.ContainsKey(tag.Commit)).ToList();
        var others = missing.Count == 0 ? new Dictionary<string, string>(StringComparer.Ordinal) : await elsewhere();
        foreach (var tag in missing.Where(tag => others.ContainsKey(tag.Commit)))
        {
            verification.Notes.Enqueue($"releases: {tag.Name} was decided about in {others[tag.Commit]}");
        }

        missing.RemoveAll(tag => others.ContainsKey(tag.Commit));
        verification.Notes.Enqueue(FormattableString.Invariant(
            $"releases: {population.Count - missing.Count} of {population.Count} tags since {counted[since < 0 ? ^1 : since].Name} have a decision{Failed(population, decided)}"));
        if (since < 0 && missing.Count > 0)
        {
            verification.Add(
                VerificationFault.Incomplete,
                FormattableString.Invariant($"no decision about any of the {counted.Count} tags{Year} is logged here: {Named(missing)}"));
            return;
        }

        foreach (var tag in missing)
        {
            verification.Add(VerificationFault.Incomplete, $"{tag.Name}: released from commit {tag.Commit}, and no decision about it is logged");
        }
    }

    private string Year => year is { } known ? FormattableString.Invariant($" of {known}") : "";

    private void SayLeftOut(VerificationRun verification)
    {
        if (tags.Where(tag => !tag.IsVersion).ToList() is { Count: > 0 } others)
        {
            verification.Notes.Enqueue(
                FormattableString.Invariant($"releases: {others.Count} tags are no versions, and nothing must be decided about them: {Named(others)}"));
        }
    }

    private static Dictionary<string, bool> Decisions(VerificationRun verification)
    {
        var decided = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (statement, _) in verification.Statements.Values.Where(one => one.Statement.PredicateType == StatementKinds.Decision))
        {
            var passed = statement.Predicate.TryGetProperty("verificationResult", out var result)
                && result.ValueKind == JsonValueKind.String
                && result.GetString() == "PASSED";
            foreach (var commit in statement.Commits)
            {
                decided[commit] = passed || decided.GetValueOrDefault(commit);
            }
        }

        return decided;
    }

    /// <summary>A decision may be that it must not be released.</summary>
    private static string Failed(List<ReleaseTag> population, Dictionary<string, bool> decided) =>
        population.Where(tag => decided.TryGetValue(tag.Commit, out var passed) && !passed).ToList() is { Count: > 0 } failed
            ? $"; that of {Named(failed)} is FAILED"
            : "";

    private static string Named(List<ReleaseTag> some) =>
        string.Join(", ", some.Take(MaxNamed).Select(tag => tag.Name))
            + (some.Count > MaxNamed ? FormattableString.Invariant($" and {some.Count - MaxNamed} more") : "");
}
