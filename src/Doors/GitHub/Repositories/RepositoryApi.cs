using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.GitData;
using static Gates.Doors.GitHub.Api.AnswerShape;

namespace Gates.Doors.GitHub.Repositories;

/// <summary>The repository, its files at a commit, and who may do what in it; all read only.</summary>
internal sealed class RepositoryApi(GitHubApi api, GitDataApi gitData)
{
    private static readonly AnswerShape RepositoryShape =
        Answer(Number("id"), Text("full_name"), Text("default_branch"), Flag("fork"), Flag("private"));

    private static readonly AnswerShape FileShape =
        Answer(Text("type"), Text("sha"), Number("size"), Text("encoding").OrAbsent, Text("content").OrAbsent) with { MayBeList = true };

    private static readonly AnswerShape CollaboratorShape = Answer(Text("permission"), Text("role_name"));

    public Task<Repository> GetAsync(CancellationToken cancellationToken) =>
        api.AskAsync(
            Request("", "read the repository", "metadata: read"),
            RepositoryShape,
            octokit => new Octokit.RepositoriesClient(octokit).Get(api.Owner, api.Name),
            static (answer, _) => new Repository(answer.Id, answer.FullName, answer.DefaultBranch, answer.Fork, answer.Private),
            cancellationToken);

    /// <summary>A file at a commit, without anything being checked out.</summary>
    /// <param name="path">Relative to the repository.</param>
    /// <param name="sha">The commit.</param>
    /// <param name="maximum">Its largest size in bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns><see langword="null"/> when there is no such file.</returns>
    /// <exception cref="GitHubException">It is larger.</exception>
    public async Task<byte[]?> ReadFileAsync(string path, string sha, long maximum, CancellationToken cancellationToken)
    {
        var (escaped, what) = (ApiPath.Segments(path), $"read {path} at {sha[..7]}");
        var request = Request($"contents/{escaped}?ref={ApiPath.Sha(sha)}", what, "contents: read");
        var file = await GitHubApi.OrNoneAsync(api.AskAsync(
            request,
            FileShape,
            octokit => octokit.Get<Octokit.RepositoryContent?>(Octokit.ApiUrls.RepositoryContent(api.Owner, api.Name, escaped, sha)),
            static (file, _) => file,
            cancellationToken));
        if (file?.Type.StringValue != "file")
        {
            return null;
        }

        if (file.Size > maximum)
        {
            throw new GitHubException($"Could not {what}: it has {file.Size} bytes, at most {maximum} are read.");
        }

        return file is { Encoding: "base64", EncodedContent: { } content }
            ? api.FromBase64(request, content)
            : await gitData.ReadBlobAsync(file.Sha, cancellationToken);
    }

    /// <summary>What a user may do in this repository.</summary>
    /// <returns><see langword="null"/> when GitHub knows no such user.</returns>
    public Task<Collaborator?> FindCollaboratorAsync(string login, CancellationToken cancellationToken) =>
        GitHubApi.OrNoneAsync(api.AskAsync(
            Request($"collaborators/{ApiPath.Segment(login)}/permission", "read a user's permission", "metadata: read"),
            CollaboratorShape,
            octokit => new Octokit.RepoCollaboratorsClient(octokit).ReviewPermission(api.Owner, api.Name, ApiPath.Segment(login)),
            static (answer, _) => new Collaborator(answer.Permission, answer.RoleName),
            cancellationToken));

    /// <summary>Whether a user is an active member of a team. A job's own token cannot see teams; one of an app with <c>members: read</c> can.</summary>
    /// <param name="organisation">For example <c>acme</c>.</param>
    /// <param name="team">Its slug.</param>
    /// <param name="login">The user.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>False for a user who is no member, and for a team that does not exist or is hidden from this token: GitHub does not tell these apart.</returns>
    public async Task<bool> IsTeamMemberAsync(string organisation, string team, string login, CancellationToken cancellationToken)
    {
        var path = $"orgs/{ApiPath.Segment(organisation)}/teams/{ApiPath.Segment(team)}/memberships/{ApiPath.Segment(login)}";
        var request = api.Request(HttpMethod.Get, path, "read a team's members", "members: read");
        return await GitHubApi.OrNoneAsync(api.SendAsync<TeamMembership>(request, cancellationToken)) is { State: "active" };
    }

    /// <summary>The latest push, or other change, of a branch.</summary>
    /// <param name="repository">Whose branch it is, <c>owner/name</c>: also a fork's.</param>
    /// <param name="branch">Without <c>refs/heads/</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns><see langword="null"/> when GitHub knows of none, or does not show that repository to this token.</returns>
    public async Task<BranchActivity?> LatestActivityAsync(string repository, string branch, CancellationToken cancellationToken)
    {
        var (owner, name) = repository.Split('/') is [var first, var second]
            ? (first, second)
            : throw new ArgumentException("not owner/name", nameof(repository));
        var path = $"repos/{ApiPath.Segment(owner)}/{ApiPath.Segment(name)}/activity?ref={Uri.EscapeDataString($"refs/heads/{branch}")}&per_page=1";
        var request = api.Request(HttpMethod.Get, path, "read when the branch was pushed", "contents: read");
        var latest = await GitHubApi.OrNoneAsync(api.SendAsync<IReadOnlyList<BranchActivity>>(request, cancellationToken));
        return latest is [var one, ..] ? one : null;
    }

    private ApiRequest Request(string path, string purpose, string permission) =>
        api.Request(HttpMethod.Get, api.InRepository(path), purpose, permission);
}
