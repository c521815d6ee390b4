using System.Buffers;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Publish.Approvals;

/// <summary>
/// Who may change the judge: for every edited file an owner, other than the author, who has approved exactly this head; and each person whom a new waiver
/// names as its owner, so that nobody answers for what they have not seen. Pure; nothing is asked.
/// </summary>
internal static class ApprovalRule
{
    private static readonly SearchValues<char> LoginCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    public static Approval Of(ApprovalRequest request)
    {
        if (request.Edits.Count == 0)
        {
            return new Approval(false, "The change does not edit what judges it.");
        }

        var latest = Latest(request);
        var against = latest.Where(review => review.State == ReviewState.ChangesRequested && review.CanWrite).Select(review => review.Author).ToList();
        if (against.Count > 0)
        {
            return Waits(request, $"{Join(against.Select(At))} requested changes");
        }

        var approvers = latest.Where(review => review.State == ReviewState.Approved && review.CommitSha == request.HeadSha && review.CanWrite)
            .Select(review => review.Author)
            .ToList();
        var open = request.Edits.Where(edit => !approvers.Exists(approver => MayApprove(approver, edit, request))).ToList();
        var silent = WhoDoesNotAnswer(request, latest);
        return open.Count == 0 && silent.Count == 0
            ? new Approval(
                true,
                $"The change's own edits to {Files(request.Edits)} count: {Join(Binding(request, approvers))} approved {Short(request.HeadSha)}.{Unmatched(request)}")
            : Waits(
                request,
                string.Join(
                    "; ",
                    open.GroupBy(edit => WhoseApproval(edit, request), StringComparer.Ordinal).Select(group => $"{Files([.. group])} by {group.Key}")
                        .Concat(silent.Select(owner => $"a new waiver by {owner}, its `owner`"))),
                Asides(request, latest, approvers, open));
    }

    private static IEnumerable<string> Binding(ApprovalRequest request, List<string> approvers) =>
        approvers.Where(approver => request.Edits.Any(edit => MayApprove(approver, edit, request))).Select(At);

    /// <summary>The people whom new waivers name as their owners and who have not approved this head. Whoever wrote them has seen them.</summary>
    private static List<string> WhoDoesNotAnswer(ApprovalRequest request, List<GivenReview> latest) =>
    [
        .. request.Edits.SelectMany(edit => edit.Answering)
            .Where(owner => IsPerson(owner) && !Same(owner, At(request.Author))
                && !latest.Exists(review => review.State == ReviewState.Approved && review.CommitSha == request.HeadSha && Same(At(review.Author), owner)))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>A team's members are hidden from a job's token, and other texts name nobody: then the file's owners decide alone, and it is said.</summary>
    private static string Unmatched(ApprovalRequest request)
    {
        var others = request.Edits.SelectMany(edit => edit.Answering).Where(owner => !IsPerson(owner)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return others.Count == 0 ? ""
            : $" The new waivers name {(others.Count > 3 ? Prose.Count(others.Count, "owner") : Join(others))}, whose own approval is not asked for: "
                + "only a person (`owner: \"@login\"`) can be matched with a review.";
    }

    private static bool IsPerson(string owner) => owner is ['@', _, ..] && owner.AsSpan(1).IndexOfAnyExcept(LoginCharacters) < 0;

    private static List<GivenReview> Latest(ApprovalRequest request) =>
    [
        .. request.Reviews
            .Where(review => review.State is not (ReviewState.Commented or ReviewState.Pending) && !Same(review.Author, request.Author))
            .GroupBy(review => review.Author, StringComparer.OrdinalIgnoreCase)
            .Select(reviews => reviews.OrderBy(review => review.SubmittedAt).Last())
            .OrderBy(review => review.Author, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>A file that no line of CODEOWNERS covers is anybody's who may write, as without that file.</summary>
    private static bool MayApprove(string login, JudgeEdit edit, ApprovalRequest request) =>
        edit.Owners.Count == 0
            || edit.Owners.Any(owner => Same(owner, At(login))
                || (request.Teams.TryGetValue(owner, out var members) && members.Contains(login, StringComparer.OrdinalIgnoreCase)));

    private static Approval Waits(ApprovalRequest request, string waits, IEnumerable<string>? asides = null)
    {
        var fork = request.IsFromFork ? " It comes from a fork." : "";
        return new Approval(
            false,
            $"The base's rules count until {Files(request.Edits)} {(request.Edits.Count == 1 ? "is" : "are")} approved at {Short(request.HeadSha)}; waiting: {waits}.{fork}{string.Concat((asides ?? []).Select(aside => " " + aside))}");
    }

    private static string WhoseApproval(JudgeEdit edit, ApprovalRequest request)
    {
        var owners = edit.Owners.Where(owner => !Same(owner, At(request.Author))).ToList();
        return (edit.Owners.Count, owners.Count) switch
        {
            (0, _) =>
                request.HasCodeOwners
                    ? "any reviewer with write access (CODEOWNERS does not cover it)"
                    : "any reviewer with write access (there is no CODEOWNERS)",
            (_, 0) => $"another owner than {At(request.Author)}, its author; CODEOWNERS names none",
            _ => string.Join(" or ", owners),
        };
    }

    private static IEnumerable<string> Asides(ApprovalRequest request, List<GivenReview> latest, List<string> approvers, List<JudgeEdit> open)
    {
        var stale = latest.Where(review => review.State == ReviewState.Approved && review.CommitSha != request.HeadSha).ToList();
        if (stale.Count > 0)
        {
            yield return $"{Join(stale.Select(review => $"{At(review.Author)} approved {Short(review.CommitSha)}"))}, before the last push.";
        }

        var dismissed = latest.Where(review => review.State == ReviewState.Dismissed).Select(review => At(review.Author)).ToList();
        if (dismissed.Count > 0)
        {
            yield return $"The review of {Join(dismissed)} was dismissed.";
        }

        var teams = open.SelectMany(edit => edit.Owners)
            .Where(owner => owner.Contains('/', StringComparison.Ordinal) && !request.Teams.ContainsKey(owner))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (approvers.Count > 0 && teams.Count > 0)
        {
            yield return $"Whether {Join(approvers.Select(At))} belong{(approvers.Count == 1 ? "s" : "")} to {Join(teams)} cannot be told: GITHUB_TOKEN cannot read a team's members. Name people in CODEOWNERS, or publish with an app's token that has `members: read`.";
        }
    }

    private static string Files(IReadOnlyList<JudgeEdit> edits) =>
        edits.Count > 3 ? FormattableString.Invariant($"{edits.Count} files") : Join(edits.Select(edit => edit.Path));

    private static string Join(IEnumerable<string> words) => Prose.Join([.. words]);

    private static string At(string login) => "@" + login;

    private static string Short(string sha) => Prose.Commit(sha);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
