using System.Net;
using System.Text.Json;
using Gates.Doors.GitHub.Api;
using static Gates.Doors.GitHub.Api.AnswerShape;

namespace Gates.Doors.GitHub.Comments;

/// <summary>Comments in the conversation of a pull request.</summary>
internal sealed class CommentApi(GitHubApi api)
{
    /// <summary>Characters that GitHub accepts in one comment.</summary>
    public const int MaximumLength = 65_536;

    private const string Permission = "pull-requests: write";

    private static readonly AnswerShape Shape = Answer(Number("id"), AnswerParts.User, Text("body").OrNull);

    /// <summary>All comments, the oldest first.</summary>
    public Task<Listing<IssueComment>> ListAsync(int number, CancellationToken cancellationToken) =>
        api.AskListAsync(
            Request(HttpMethod.Get, $"issues/{ApiPath.Id(number)}/comments", "list the comments"),
            Shape,
            octokit => new Octokit.IssueCommentsClient(octokit).GetAllForIssue(api.Owner, api.Name, number),
            From,
            cancellationToken);

    /// <summary>Writes a comment. When an answer gets lost, it is looked for before it is written again.</summary>
    /// <param name="number">The pull request.</param>
    /// <param name="body">At most <see cref="MaximumLength"/> characters.</param>
    /// <param name="isOurs">Recognises the comment in the list, by its marker and author.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public Task<IssueComment> CreateAsync(int number, string body, Func<IssueComment, bool> isOurs, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, $"issues/{ApiPath.Id(number)}/comments", "write the comment");
        var text = Checked(body);
        return api.CreateOnceAsync(
            () => api.AskAsync(
                request, Shape, octokit => new Octokit.IssueCommentsClient(octokit).Create(api.Owner, api.Name, number, text), From, cancellationToken),
            async () => (await ListAsync(number, cancellationToken)).Items.FirstOrDefault(isOurs),
            cancellationToken);
    }

    /// <exception cref="MissingPermissionException">The token lacks the permission, or the comment is gone (<see cref="GitHubException.Status"/> is
    /// 404).</exception>
    public Task<IssueComment> UpdateAsync(long id, string body, CancellationToken cancellationToken)
    {
        var text = Checked(body);
        return api.AskAsync(
            Request(HttpMethod.Patch, $"issues/comments/{ApiPath.Id(id)}", "update the comment"),
            Shape,
            octokit => new Octokit.IssueCommentsClient(octokit).Update(api.Owner, api.Name, id, text),
            From,
            cancellationToken);
    }

    /// <summary>Removes a comment; one that is gone already is fine.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await api.AskAsync(
                Request(HttpMethod.Delete, $"issues/comments/{ApiPath.Id(id)}", "delete the comment"),
                octokit => new Octokit.IssueCommentsClient(octokit).Delete(api.Owner, api.Name, id),
                cancellationToken);
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.NotFound)
        {
        }
    }

    private static IssueComment From(Octokit.IssueComment comment, JsonElement answer) => new(comment.Id, AnswerParts.From(comment.User), comment.Body);

    private static string Checked(string body) =>
        body.Length is > 0 and <= MaximumLength
            ? body
            : throw new ArgumentException($"a comment has 1 to {MaximumLength} characters, this one has {body.Length}", nameof(body));

    private ApiRequest Request(HttpMethod method, string path, string purpose) =>
        api.Request(method, api.InRepository(path), purpose, Permission);
}
