using System.Net;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.GitData;

namespace Gates.Doors.GitHub.Repositories;

/// <summary>The repository, its files at a commit, and who may do what in it; all read only.</summary>
internal sealed class RepositoryApi(GitHubApi api, GitDataApi gitData)
{
    public Task<Repository> GetAsync(CancellationToken cancellationToken) =>
        api.SendAsync(Request("", "read the repository", "metadata: read"), RepositoryJson.Default.Repository, cancellationToken);

    /// <summary>A file at a commit, without anything being checked out.</summary>
    /// <param name="path">Relative to the repository.</param>
    /// <param name="sha">The commit.</param>
    /// <param name="maximum">Its largest size in bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns><see langword="null"/> when there is no such file.</returns>
    /// <exception cref="GitHubException">It is larger.</exception>
    public async Task<byte[]?> ReadFileAsync(string path, string sha, long maximum, CancellationToken cancellationToken)
    {
        var request = Request($"contents/{ApiPath.Segments(path)}?ref={ApiPath.Sha(sha)}", $"read {path} at {sha[..7]}", "contents: read");
        ApiResponse response;
        try
        {
            response = await api.SendAsync(request, cancellationToken);
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }

        // A folder is answered with a list.
        if (response.Body.Length == 0 || response.Body.Span[0] == (byte)'[')
        {
            return null;
        }

        var file = api.Read(request, response, RepositoryJson.Default.FileContent);
        if (file.Type != "file")
        {
            return null;
        }

        if (file.Size > maximum)
        {
            throw new GitHubException($"Could not read {path} at {sha[..7]}: it has {file.Size} bytes, at most {maximum} are read.");
        }

        return file is { Encoding: "base64", Content: { } content }
            ? api.FromBase64(request, content)
            : await gitData.ReadBlobAsync(file.Sha, cancellationToken);
    }

    /// <summary>What a user may do in this repository.</summary>
    /// <returns><see langword="null"/> when GitHub knows no such user.</returns>
    public Task<Collaborator?> FindCollaboratorAsync(string login, CancellationToken cancellationToken) =>
        api.FindAsync(
            Request($"collaborators/{ApiPath.Segment(login)}/permission", "read a user's permission", "metadata: read"),
            RepositoryJson.Default.Collaborator,
            cancellationToken);

    /// <summary>Whether a user is an active member of a team. A job's own token cannot see teams; one of an app with <c>members: read</c> can.</summary>
    /// <param name="organisation">For example <c>acme</c>.</param>
    /// <param name="team">Its slug.</param>
    /// <param name="login">The user.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>False for a user who is no member, and for a team that does not exist or is hidden from this token: GitHub does not tell these apart.</returns>
    public async Task<bool> IsTeamMemberAsync(string organisation, string team, string login, CancellationToken cancellationToken)
    {
        var path = $"orgs/{ApiPath.Segment(organisation)}/teams/{ApiPath.Segment(team)}/memberships/{ApiPath.Segment(login)}";
        var request = api.Request(HttpMethod.Get, path, RequestKind.Repository, "read a team's members", "members: read");
        return await api.FindAsync(request, RepositoryJson.Default.TeamMembership, cancellationToken) is { State: "active" };
    }

    private ApiRequest Request(string path, string purpose, string permission) =>
        api.Request(HttpMethod.Get, api.InRepository(path), RequestKind.Repository, purpose, permission);
}
