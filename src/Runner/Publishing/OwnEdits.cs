using Gates.Runner.Approvals;
using Gates.Runner.GitHub;
using Gates.Runner.GitHub.PullRequests;
using Review = Gates.Runner.Approvals.Review;

namespace Gates.Runner.Publishing;

/// <summary>Asks GitHub what <see cref="ApprovalRule"/> needs to know about a pull request that edits its own judge.</summary>
internal sealed class OwnEdits(GitHubClient gitHub)
{
    public async Task<Approval> ApprovalAsync(PullRequest pull, IReadOnlyList<string> edited, CancellationToken cancellationToken)
    {
        var owners = await gitHub.CodeOwners.ReadAsync(pull.Base.Sha, cancellationToken);
        var reviews = (await gitHub.PullRequests.ListReviewsAsync(pull.Number, cancellationToken)).Items.Where(review => review is { User: not null, CommitId: not null, SubmittedAt: not null }).ToList();
        var writers = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var login in reviews.Select(review => review.User!.Login).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            writers[login] = (await gitHub.Repositories.FindCollaboratorAsync(login, cancellationToken))?.CanWrite == true;
        }

        return ApprovalRule.Of(new ApprovalRequest
        {
            Edits = [.. edited.Select(path => new JudgeEdit(path, owners?.OwnersOf(path) ?? []))],
            HasCodeOwners = owners is not null,
            Reviews = [.. reviews.Select(review => new Review(review.User!.Login, StateOf(review.State), review.CommitId!, review.SubmittedAt!.Value, writers[review.User.Login]))],
            Author = pull.User?.Login ?? "",
            HeadSha = pull.Head.Sha,
            IsFromFork = pull.IsFromFork,
        });
    }

    private static ReviewState StateOf(string state) => state switch
    {
        "APPROVED" => ReviewState.Approved,
        "CHANGES_REQUESTED" => ReviewState.ChangesRequested,
        "DISMISSED" => ReviewState.Dismissed,
        "PENDING" => ReviewState.Pending,
        _ => ReviewState.Commented,
    };
}
