using System.Text.Json;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.Comments;
using static Gates.Doors.GitHub.Api.AnswerShape;

namespace Gates.Doors.GitHub.Issues;

/// <summary>Issues that a job writes.</summary>
internal sealed class IssueApi(GitHubApi api)
{
    private const string Permission = "issues: write";

    private static readonly AnswerShape Shape = Answer(
        Number("number"), Text("title"), Text("state"), Text("html_url"), AnswerParts.User, Text("body").OrAbsent);

    /// <summary>The issues of an author, open and closed, the newest first.</summary>
    public Task<Listing<Issue>> ListAsync(string author, CancellationToken cancellationToken) =>
        api.AskListAsync(
            Request(HttpMethod.Get, $"issues?state=all&creator={Uri.EscapeDataString(author)}", "list the issues"),
            Shape,
            octokit => new Octokit.IssuesClient(octokit).GetAllForRepository(api.Owner, api.Name),
            From,
            cancellationToken);

    /// <summary>Opens an issue. When an answer gets lost, it is looked for before it is opened again.</summary>
    /// <param name="title">One line.</param>
    /// <param name="body">At most <see cref="CommentApi.MaximumLength"/> characters.</param>
    /// <param name="author">As whom this token writes.</param>
    /// <param name="isOurs">Recognises the issue in the list.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public Task<Issue> CreateAsync(string title, string body, string author, Func<Issue, bool> isOurs, CancellationToken cancellationToken)
    {
        var issue = new Octokit.NewIssue(title) { Body = Checked(body) };
        return api.CreateOnceAsync(
            () => api.AskAsync(
                Request(HttpMethod.Post, "issues", "open the issue"),
                Shape,
                octokit => new Octokit.IssuesClient(octokit).Create(api.Owner, api.Name, issue),
                From,
                cancellationToken),
            async () => (await ListAsync(author, cancellationToken)).Items.FirstOrDefault(isOurs),
            cancellationToken);
    }

    /// <summary>Writes an issue over, and opens it again or leaves it as it is.</summary>
    public Task<Issue> UpdateAsync(int number, string body, bool open, CancellationToken cancellationToken)
    {
        var change = new Octokit.IssueUpdate { Body = Checked(body), State = open ? Octokit.ItemState.Open : null };
        return api.AskAsync(
            Request(HttpMethod.Patch, $"issues/{ApiPath.Id(number)}", "update the issue"),
            Shape,
            octokit => new Octokit.IssuesClient(octokit).Update(api.Owner, api.Name, number, change),
            From,
            cancellationToken);
    }

    private static Issue From(Octokit.Issue issue, JsonElement answer) => new(
        issue.Number,
        issue.Title,
        AnswerParts.From(issue.User),
        issue.Body,
        issue.State.Value == Octokit.ItemState.Open,
        answer.TryGetProperty("pull_request", out var pull) && pull.ValueKind == JsonValueKind.Object,
        issue.HtmlUrl);

    private static string Checked(string body) =>
        body.Length is > 0 and <= CommentApi.MaximumLength
            ? body
            : throw new ArgumentException($"an issue has 1 to {CommentApi.MaximumLength} characters, this one has {body.Length}", nameof(body));

    private ApiRequest Request(HttpMethod method, string path, string purpose) => api.Request(method, api.InRepository(path), purpose, Permission);
}
