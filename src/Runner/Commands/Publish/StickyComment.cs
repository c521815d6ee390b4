using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Comments;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish;

/// <summary>The one comment on a pull request: found again by its marker and its author, and written over in place.</summary>
/// <param name="gitHub">Where it stands.</param>
/// <param name="author">Whose it is; a marker alone anybody could copy.</param>
internal sealed class StickyComment(GitHubClient gitHub, string author)
{
    /// <value>As whom a job's own token writes.</value>
    public const string JobAuthor = Account.Job;

    /// <returns>Whether there was one already: something has been wrong before.</returns>
    public async Task<bool> PublishAsync(int number, ReviewInput input, CancellationToken cancellationToken)
    {
        var body = CommentPage.Render(input);
        var own = await OwnAsync(number, cancellationToken);
        var wasThere = own.Count > 0;
        if (own.Count == 0)
        {
            // Where nothing is wrong and nothing was, a comment would only be noise.
            if (input.IsQuiet)
            {
                return false;
            }

            await gitHub.Comments.CreateAsync(number, body, IsOwn, cancellationToken);
            own = await OwnAsync(number, cancellationToken);
        }

        await KeepOneAsync(own, body, CommentMarker.From(input.Report), cancellationToken);
        return wasThere;
    }

    /// <summary>Two publishers at once may both have found none: the oldest comment stays, with the newest run's text.</summary>
    private async Task KeepOneAsync(IReadOnlyList<IssueComment> own, string body, CommentMarker marker, CancellationToken cancellationToken)
    {
        foreach (var surplus in own.Skip(1))
        {
            await gitHub.Comments.DeleteAsync(surplus.Id, cancellationToken);
        }

        if (own is [var first, ..]
            && first.Body != body
            && !(CommentMarker.In(first.Body ?? "") is { } there && there.HeadSha == marker.HeadSha && there.Started > marker.Started))
        {
            await gitHub.Comments.UpdateAsync(first.Id, body, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<IssueComment>> OwnAsync(int number, CancellationToken cancellationToken) =>
        [.. (await gitHub.Comments.ListAsync(number, cancellationToken)).Items.Where(IsOwn).OrderBy(comment => comment.Id)];

    private bool IsOwn(IssueComment comment) => comment.User?.Is(author) == true && CommentMarker.In(comment.Body ?? "") is not null;
}
