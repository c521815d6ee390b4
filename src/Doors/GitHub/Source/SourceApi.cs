using Gates.Doors.GitHub.Api;

namespace Gates.Doors.GitHub.Source;

/// <summary>How changes come into the repository and out of it; all read only. A list that has more than is read says so.</summary>
internal sealed class SourceApi(GitHubApi api)
{
    private const string Pulls = "pull-requests: read";
    private const string Metadata = "metadata: read";
    private const string Contents = "contents: read";
    private const string Actions = "actions: read";
    private const string Deployments = "deployments: read";
    private const string Administration = "administration: read";

    public Task<SeenPull> GetPullAsync(int number, CancellationToken cancellationToken) =>
        OneAsync<SeenPull>($"pulls/{ApiPath.Id(number)}", "read the pull request", Pulls, cancellationToken);

    public Task<Listing<SeenReview>> ListReviewsAsync(int number, CancellationToken cancellationToken) =>
        AllAsync<SeenReview>($"pulls/{ApiPath.Id(number)}/reviews", "list the pull request's reviews", Pulls, cancellationToken);

    public Task<SeenBranch> GetBranchAsync(string branch, CancellationToken cancellationToken) =>
        OneAsync<SeenBranch>($"branches/{ApiPath.Segment(branch)}", "read the branch", Contents, cancellationToken);

    /// <summary>A job's own token cannot have the permission for this one.</summary>
    public Task<ClassicProtection> GetProtectionAsync(string branch, CancellationToken cancellationToken) =>
        OneAsync<ClassicProtection>($"branches/{ApiPath.Segment(branch)}/protection", "read the branch's protection", Administration, cancellationToken);

    /// <summary>The rules of all active rulesets that bind the branch, those of the owner included.</summary>
    public Task<Listing<SeenRule>> ListRulesAsync(string branch, CancellationToken cancellationToken) =>
        AllAsync<SeenRule>($"rules/branches/{ApiPath.Segment(branch)}", "list the rules of the branch", Metadata, cancellationToken);

    /// <summary>Names only; see <see cref="GetRulesetAsync"/>.</summary>
    public Task<Listing<SeenRuleset>> ListRulesetsAsync(CancellationToken cancellationToken) =>
        AllAsync<SeenRuleset>("rulesets", "list the rulesets", Metadata, cancellationToken);

    public Task<SeenRuleset> GetRulesetAsync(long id, CancellationToken cancellationToken) =>
        OneAsync<SeenRuleset>($"rulesets/{ApiPath.Id(id)}", "read the ruleset", Metadata, cancellationToken);

    /// <summary>Whether a branch holds a commit.</summary>
    public async Task<bool> IsOnBranchAsync(string branch, string sha, CancellationToken cancellationToken) =>
        (await OneAsync<SeenComparison>(
            $"compare/{ApiPath.Segment(branch)}...{ApiPath.Sha(sha)}?per_page=1",
            "compare the commit with the branch",
            Contents,
            cancellationToken)).Status is "identical" or "behind";

    public Task<Listing<SeenEnvironment>> ListEnvironmentsAsync(CancellationToken cancellationToken) => api.ListAsync(
        Request("environments", "list the environments", Actions), static (EnvironmentPage page) => page.Environments ?? [], cancellationToken);

    public Task<IReadOnlyList<SeenApproval>> ListApprovalsAsync(long run, CancellationToken cancellationToken) => OneAsync<IReadOnlyList<SeenApproval>>(
        $"actions/runs/{ApiPath.Id(run)}/approvals", "list the run's approvals", Actions, cancellationToken);

    public Task<Listing<SeenDeployment>> ListDeploymentsAsync(string sha, CancellationToken cancellationToken) =>
        AllAsync<SeenDeployment>($"deployments?sha={ApiPath.Sha(sha)}", "list the deployments", Deployments, cancellationToken);

    /// <summary>The newest first.</summary>
    public Task<Listing<SeenDeploymentStatus>> ListStatusesAsync(long deployment, CancellationToken cancellationToken) =>
        AllAsync<SeenDeploymentStatus>(
            $"deployments/{ApiPath.Id(deployment)}/statuses", "list the deployment's states", Deployments, cancellationToken);

    public Task<SeenRun> GetRunAsync(long id, CancellationToken cancellationToken) =>
        OneAsync<SeenRun>($"actions/runs/{ApiPath.Id(id)}", "read the workflow run", Actions, cancellationToken);

    /// <summary>The runs of all workflows for a commit, the newest first.</summary>
    public Task<Listing<SeenRun>> ListRunsAsync(string sha, CancellationToken cancellationToken) => api.ListAsync(
        Request($"actions/runs?head_sha={ApiPath.Sha(sha)}", "list the workflow runs of the commit", Actions),
        static (RunPage page) => page.WorkflowRuns ?? [],
        cancellationToken);

    public Task<Listing<SeenRelease>> ListReleasesAsync(CancellationToken cancellationToken) =>
        AllAsync<SeenRelease>("releases", "list the releases", Contents, cancellationToken);

    private Task<T> OneAsync<T>(string path, string purpose, string permission, CancellationToken cancellationToken)
        where T : class =>
        api.SendAsync<T>(Request(path, purpose, permission), cancellationToken);

    private Task<Listing<T>> AllAsync<T>(string path, string purpose, string permission, CancellationToken cancellationToken) =>
        api.ListAsync(Request(path, purpose, permission), static (IReadOnlyList<T> page) => page, cancellationToken);

    private ApiRequest Request(string path, string purpose, string permission) =>
        api.Request(HttpMethod.Get, api.InRepository(path), purpose, permission);
}
