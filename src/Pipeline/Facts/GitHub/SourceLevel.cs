namespace Gates.Pipeline.Facts.GitHub;

/// <summary>
/// Which level of SLSA's source track (v1.2) is proven of a commit: by what could be seen, and never by what could not. Whoever signs the evidence issues
/// the provenance that level 2 asks for.
/// </summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Missing">What keeps it from the next level; empty at level 4.</param>
internal sealed record SourceLevel(int Level, IReadOnlyList<string> Missing)
{
    /// <value>Who may be trusted with the repository, as GitHub says it.</value>
    private static readonly string[] Trusted = ["OWNER", "MEMBER", "COLLABORATOR"];

    /// <param name="isOnBranch">Whether the branch holds the commit.</param>
    /// <param name="rules">What binds the branch.</param>
    /// <param name="changes">The pull requests that have the commit; <see langword="null"/> when they could not be seen.</param>
    public static SourceLevel Of(bool? isOnBranch, SeenRules rules, IReadOnlyList<SeenChange>? changes)
    {
        var merged = changes?.Where(one => one.Pull.MergedAt is not null && one.Pull.Base.Ref == rules.Branch).MinBy(one => one.Pull.MergedAt);
        IReadOnlyList<string>[] steps =
        [
            [.. History(isOnBranch, rules)], [.. Continuous(rules, changes, merged)], [.. TwoParties(rules, merged)],
        ];
        var done = steps.TakeWhile(missing => missing.Count == 0).Count();
        return new SourceLevel(1 + done, done < steps.Length ? steps[done] : []);
    }

    /// <summary>Whether somebody counts as one of the two.</summary>
    public static bool IsTrusted(string association) => Trusted.Contains(association, StringComparer.Ordinal);

    /// <summary>Level 2: the branch's history is kept.</summary>
    private static IEnumerable<string> History(bool? isOnBranch, SeenRules rules)
    {
        if (isOnBranch is not true)
        {
            yield return isOnBranch is null ? $"whether {rules.Branch} holds the commit could not be seen" : $"{rules.Branch} does not hold the commit";
        }

        foreach (var (rule, words) in new[] { (BindingRules.ForcePush, "pushing over"), (BindingRules.Deletion, "deleting") })
        {
            if (WhyNotForAll(rules.Sources, rules.SawAll, rule) is { } reason)
            {
                yield return $"that {words} {rules.Branch} is refused to everybody {reason}";
            }
        }
    }

    /// <summary>Level 3: rules that stood before the commit came bring changes in through pull requests alone, and keep every tag.</summary>
    private static IEnumerable<string> Continuous(SeenRules rules, IReadOnlyList<SeenChange>? changes, SeenChange? merged)
    {
        if (merged?.Pull.MergedAt is not { } time)
        {
            yield return changes is null ? "the pull requests of the commit could not be seen" : $"no merged pull request brought the commit to {rules.Branch}";
            yield break;
        }

        foreach (var rule in new[] { BindingRules.ForcePush, BindingRules.Deletion, BindingRules.PullRequest })
        {
            if (WhyNotForAll([.. rules.Sources.Where(one => one.Since <= time)], isAll: true, rule) is not null)
            {
                yield return $"that the rule {rule} bound everybody since before the commit was merged is not proven: "
                    + "only rulesets say since when they are as they are";
            }
        }

        foreach (var rule in new[] { BindingRules.Deletion, BindingRules.Update })
        {
            if (WhyNotForAll(rules.Tags ?? [], rules.Tags is not null, rule) is { } reason)
            {
                yield return $"that the rule {rule} binds everybody for every tag (~ALL) {reason}";
            }
        }
    }

    /// <summary>Level 4: two people who are trusted agreed to exactly what was merged, and nothing could come in otherwise.</summary>
    private static IEnumerable<string> TwoParties(SeenRules rules, SeenChange? merged)
    {
        var demanding = rules.Sources.Where(one => one.BindsAll && one.Since <= merged?.Pull.MergedAt)
            .Select(one => one.Rules.GetValueOrDefault(BindingRules.PullRequest));
        if (!demanding.Any(one => one is { RequiredApprovingReviewCount: > 0, DismissStaleReviewsOnPush: true, RequireLastPushApproval: true }))
        {
            yield return "no ruleset that bound everybody then asks for an approval, drops it after a push, and wants one of the last push by somebody else";
        }

        if (merged?.Reviews is null || !merged.AllReviews)
        {
            yield return "the reviews could not be seen, or not all of them";
            yield break;
        }

        var author = merged.Pull.User;
        var approvals = merged.Reviews.Count(one => one.State == "APPROVED"
            && one.CommitId == merged.Pull.Head.Sha
            && one.User is { Type: "User" } who && IsTrusted(one.AuthorAssociation)
            && (author is null || !string.Equals(who.Login, author.Login, StringComparison.OrdinalIgnoreCase)));
        var parties = approvals + (author is { Type: "User" } && IsTrusted(merged.Pull.AuthorAssociation) ? 1 : 0);
        if (parties < 2 || approvals == 0)
        {
            yield return FormattableString.Invariant($"{parties} of two trusted people agreed to the commit that was merged");
        }
    }

    private static string? WhyNotForAll(IReadOnlyList<BindingRules> sources, bool isAll, string rule)
    {
        var having = sources.Where(one => one.Rules.ContainsKey(rule)).ToList();
        return having.Exists(one => one.BindsAll) ? null
            : having.Exists(one => one.Bypass is null) ? "could not be seen: who may bypass the rule is shown to administrators alone (`administration: write`)"
            : having.Count > 0 ? "is not so: somebody may bypass it"
            : isAll ? "is not so" : "could not be seen";
    }
}
