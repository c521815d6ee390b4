using Gates.Doors.GitHub;
using Gates.Doors.GitHub.PullRequests;
using Gates.Formats.CodeOwnership;
using Gates.Pipeline;
using Gates.Runner.Commands.Publish.Approvals;

namespace Gates.Runner.Commands.Publish;

/// <summary>Asks GitHub what <see cref="ApprovalRule"/> needs to know about a pull request that edits its own judge.</summary>
internal sealed class OwnEdits(GitHubClient gitHub)
{
    /// <value>Teams, and approvers, that GitHub is asked about: each pair is a request.</value>
    private const int MaxAsked = 5;

    /// <param name="pull">As GitHub has it.</param>
    /// <param name="edited">The files of its judge that it edits.</param>
    /// <param name="waivers">The waivers that it brings, whose owners have a say.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Approval> ApprovalAsync(PullRequest pull, IReadOnlyList<string> edited, AddedWaivers? waivers, CancellationToken cancellationToken)
    {
        var owners = await gitHub.CodeOwners.ReadAsync(pull.Base.Sha, cancellationToken);
        var reviews = (await gitHub.PullRequests.ListReviewsAsync(pull.Number, cancellationToken)).Items
            .Where(review => review is { User: not null, CommitId: not null, SubmittedAt: not null })
            .ToList();
        var writers = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var login in reviews.Select(review => review.User!.Login).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            writers[login] = (await gitHub.Repositories.FindCollaboratorAsync(login, cancellationToken))?.CanWrite == true;
        }

        IReadOnlyList<JudgeEdit> edits = [.. edited.Select(path => new JudgeEdit(path, owners?.OwnersOf(path) ?? [])
        {
            Answering = waivers?.Path == path ? waivers.Owners : [],
        })];
        var approvers = reviews.Where(review => review.State == "APPROVED"
            && review.CommitId == pull.Head.Sha
            && writers[review.User!.Login]).Select(review => review.User!.Login);
        return ApprovalRule.Of(new ApprovalRequest
        {
            Edits = edits,
            Teams = await TeamsAsync(edits, [.. approvers.Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxAsked)], cancellationToken),
            HasCodeOwners = owners is not null,
            Reviews = [.. reviews.Select(review => new GivenReview(
                review.User!.Login,
                StateOf(review.State),
                review.CommitId!,
                review.SubmittedAt!.Value,
                writers[review.User.Login]))],
            Author = pull.User?.Login ?? "",
            HeadSha = pull.Head.Sha,
            IsFromFork = pull.IsFromFork,
        });
    }

    /// <summary>
    /// The teams that one of the approvers is seen to belong to. A job's own token sees no team, so one that is not here has unknown members.
    /// </summary>
    private async Task<Dictionary<string, IReadOnlyList<string>>> TeamsAsync(
        IReadOnlyList<JudgeEdit> edits,
        IReadOnlyList<string> approvers,
        CancellationToken cancellationToken)
    {
        var teams = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        var organisation = $"@{gitHub.Endpoint.Owner}/";
        foreach (var team in edits.SelectMany(edit => edit.Owners)
                .Where(owner => owner.StartsWith(organisation, StringComparison.OrdinalIgnoreCase))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MaxAsked))
        {
            foreach (var approver in approvers)
            {
                if (await gitHub.Repositories.IsTeamMemberAsync(gitHub.Endpoint.Owner, team[organisation.Length..], approver, cancellationToken))
                {
                    teams[team] = [.. teams.GetValueOrDefault(team, []), approver];
                }
            }
        }

        return teams;
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
