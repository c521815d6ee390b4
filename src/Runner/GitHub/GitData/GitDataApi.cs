using System.Net;
using Gates.Runner.GitHub.Api;

namespace Gates.Runner.GitHub.GitData;

/// <summary>Git's own objects and refs, read and made without a checkout.</summary>
internal sealed class GitDataApi(GitHubApi api)
{
    private const string Permission = "contents: write";

    /// <param name="fullRef">For example <c>refs/heads/main</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns><see langword="null"/> when there is no such ref.</returns>
    public Task<GitReference?> FindRefAsync(string fullRef, CancellationToken cancellationToken) =>
        api.FindAsync(Request(HttpMethod.Get, $"git/ref/{ApiPath.Ref(fullRef)}", "read the ref"), ApiJson.Default.GitReference, cancellationToken);

    /// <returns>False when the ref exists already.</returns>
    public Task<bool> TryCreateRefAsync(string fullRef, string sha, CancellationToken cancellationToken)
    {
        ApiPath.Ref(fullRef);
        return TrySetAsync(Request(HttpMethod.Post, "git/refs", "create the ref"), new ReferenceBody(fullRef, ApiPath.Sha(sha)), fullRef, sha, cancellationToken);
    }

    /// <summary>Moves a ref forward, never back or aside.</summary>
    /// <returns>False when somebody else moved it: read it again, and build on what is there.</returns>
    public Task<bool> TryUpdateRefAsync(string fullRef, string sha, CancellationToken cancellationToken) =>
        TrySetAsync(Request(HttpMethod.Patch, $"git/refs/{ApiPath.Ref(fullRef)}", "move the ref"), new ReferenceBody(null, ApiPath.Sha(sha), Force: false), fullRef, sha, cancellationToken);

    public Task<GitCommit> GetCommitAsync(string sha, CancellationToken cancellationToken) =>
        api.SendAsync(Request(HttpMethod.Get, $"git/commits/{ApiPath.Sha(sha)}", "read the commit"), ApiJson.Default.GitCommit, cancellationToken);

    public Task<GitCommit> CreateCommitAsync(string message, string tree, IReadOnlyList<string> parents, CancellationToken cancellationToken) =>
        api.SendAsync(
            Request(HttpMethod.Post, "git/commits", "create the commit"),
            new CommitBody(message, ApiPath.Sha(tree), [.. parents.Select(ApiPath.Sha)]),
            ApiJson.Default.CommitBody,
            ApiJson.Default.GitCommit,
            cancellationToken);

    /// <param name="sha">The tree, or a commit.</param>
    /// <param name="isRecursive">Whether the entries of its folders are given too.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>With <see cref="GitTree.Truncated"/> when GitHub left entries out.</returns>
    public Task<GitTree> GetTreeAsync(string sha, bool isRecursive, CancellationToken cancellationToken) =>
        api.SendAsync(Request(HttpMethod.Get, $"git/trees/{ApiPath.Sha(sha)}{(isRecursive ? "?recursive=1" : "")}", "read the tree"), ApiJson.Default.GitTree, cancellationToken);

    /// <param name="baseTree">Whose entries stay where none of the new ones takes their place.</param>
    /// <param name="entries">To add or replace.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public Task<GitTree> CreateTreeAsync(string? baseTree, IReadOnlyList<GitTreeEntry> entries, CancellationToken cancellationToken) =>
        api.SendAsync(
            Same(Request(HttpMethod.Post, "git/trees", "create the tree")),
            new TreeBody(baseTree is null ? null : ApiPath.Sha(baseTree), entries),
            ApiJson.Default.TreeBody,
            ApiJson.Default.GitTree,
            cancellationToken);

    public async Task<byte[]> ReadBlobAsync(string sha, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Get, $"git/blobs/{ApiPath.Sha(sha)}", "read the blob");
        return api.FromBase64(request, (await api.SendAsync(request, ApiJson.Default.GitBlob, cancellationToken)).Content);
    }

    /// <returns>The blob's id.</returns>
    public async Task<string> CreateBlobAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var request = Same(Request(HttpMethod.Post, "git/blobs", "create the blob"));
        return (await api.SendAsync(request, new BlobBody(Convert.ToBase64String(content.Span), "base64"), ApiJson.Default.BlobBody, ApiJson.Default.GitBlobReference, cancellationToken)).Sha;
    }

    /// <summary>Objects are named by their content: making one twice makes one.</summary>
    private static ApiRequest Same(ApiRequest request) => request with { IsIdempotent = true };

    private async Task<bool> TrySetAsync(ApiRequest request, ReferenceBody body, string fullRef, string sha, CancellationToken cancellationToken)
    {
        try
        {
            await api.CreateOnceAsync(
                () => api.SendAsync(request, body, ApiJson.Default.ReferenceBody, ApiJson.Default.GitReference, cancellationToken),
                async () => await FindRefAsync(fullRef, cancellationToken) is { } found && found.Object.Sha == sha ? found : null,
                cancellationToken);
            return true;
        }
        catch (GitHubException e) when (e.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict)
        {
            // The answer of an earlier attempt may have been lost: what matters is where the ref is now.
            var found = await FindRefAsync(fullRef, cancellationToken);
            if (found is null)
            {
                throw;
            }

            return body.Ref is null && found.Object.Sha == sha;
        }
    }

    private ApiRequest Request(HttpMethod method, string path, string purpose) =>
        api.Request(method, api.InRepository(path), RequestKind.GitData, purpose, method == HttpMethod.Get ? "contents: read" : Permission);
}
