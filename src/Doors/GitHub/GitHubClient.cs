using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.CheckRuns;
using Gates.Doors.GitHub.CodeScanning;
using Gates.Doors.GitHub.Comments;
using Gates.Doors.GitHub.GitData;
using Gates.Doors.GitHub.GraphQl;
using Gates.Doors.GitHub.Issues;
using Gates.Doors.GitHub.PullRequests;
using Gates.Doors.GitHub.Releases;
using Gates.Doors.GitHub.Repositories;
using Gates.Doors.GitHub.Source;
using Gates.Doors.GitHub.WorkflowRuns;

namespace Gates.Doors.GitHub;

/// <summary>The one door to GitHub's API, for one repository and one token.</summary>
internal sealed class GitHubClient : IDisposable
{
    private readonly Transport transport;

    /// <param name="endpoint">Where, and as whom.</param>
    /// <param name="handler">Sends the requests and stays the caller's; it must not follow redirects. <see cref="Transport.Handler"/> makes one.</param>
    /// <param name="time">For delays and rate limits.</param>
    /// <param name="limits">How patient to be; <see langword="null"/> for the defaults.</param>
    public GitHubClient(GitHubEndpoint endpoint, HttpMessageHandler handler, TimeProvider time, ApiLimits? limits = null)
    {
        limits ??= new ApiLimits();
        Endpoint = endpoint;
        transport = new Transport(endpoint, handler, time, limits);
        var api = new GitHubApi(endpoint, transport, GitHubJson.Default, time, limits);
        CheckRuns = new CheckRunApi(api);
        CodeScanning = new CodeScanningApi(api);
        Comments = new CommentApi(api);
        GitData = new GitDataApi(api);
        GraphQl = new GraphQlApi(api);
        Issues = new IssueApi(api);
        PullRequests = new PullRequestApi(api);
        Releases = new ReleaseApi(api);
        Repositories = new RepositoryApi(api, GitData);
        CodeOwners = new CodeOwnersReader(Repositories);
        Source = new SourceApi(api);
        WorkflowRuns = new WorkflowRunApi(api);
    }

    public GitHubEndpoint Endpoint { get; }

    public RequestBudget Budget => transport.Budget;

    public CheckRunApi CheckRuns { get; }

    public CodeOwnersReader CodeOwners { get; }

    public CodeScanningApi CodeScanning { get; }

    public CommentApi Comments { get; }

    public GitDataApi GitData { get; }

    public GraphQlApi GraphQl { get; }

    public IssueApi Issues { get; }

    public PullRequestApi PullRequests { get; }

    public ReleaseApi Releases { get; }

    public RepositoryApi Repositories { get; }

    public SourceApi Source { get; }

    public WorkflowRunApi WorkflowRuns { get; }

    public void Dispose() => transport.Dispose();
}
