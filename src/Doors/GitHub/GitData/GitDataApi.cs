using Gates.Doors.GitHub.Api;

namespace Gates.Doors.GitHub.GitData;

/// <summary>Git's own objects, read without a checkout.</summary>
internal sealed class GitDataApi(GitHubApi api)
{
    private static readonly AnswerShape Shape = AnswerShape.Answer(AnswerShape.Text("sha"), AnswerShape.Text("content"), AnswerShape.Text("encoding"));

    /// <summary>The tags of any repository whose names begin so.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="name">The repository.</param>
    /// <param name="beginning">Of the tags, without <c>refs/tags/</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>None where this token sees no such repository.</returns>
    public async Task<IReadOnlyList<TagRef>> ListTagsAsync(string owner, string name, string beginning, CancellationToken cancellationToken)
    {
        var path = $"repos/{ApiPath.Segment(owner)}/{ApiPath.Segment(name)}/git/matching-refs/tags/{ApiPath.Segment(beginning)}";
        var request = api.Request(HttpMethod.Get, path, "list the tags of an action", "contents: read");
        return (await GitHubApi.OrNoneAsync(api.ListAsync<IReadOnlyList<TagRef>, TagRef>(request, static page => page, cancellationToken)!))?.Items ?? [];
    }

    /// <summary>What an annotated tag points at.</summary>
    public async Task<TagTarget> ReadTagAsync(string owner, string name, string sha, CancellationToken cancellationToken)
    {
        var path = $"repos/{ApiPath.Segment(owner)}/{ApiPath.Segment(name)}/git/tags/{ApiPath.Sha(sha)}";
        return (await api.SendAsync<AnnotatedTag>(api.Request(HttpMethod.Get, path, "read a tag of an action", "contents: read"), cancellationToken)).Object;
    }

    public async Task<byte[]> ReadBlobAsync(string sha, CancellationToken cancellationToken)
    {
        var request = api.Request(HttpMethod.Get, api.InRepository($"git/blobs/{ApiPath.Sha(sha)}"), "read the blob", "contents: read");
        var content = await api.AskAsync(
            request,
            Shape,
            octokit => new Octokit.BlobsClient(octokit).Get(api.Owner, api.Name, sha),
            static (blob, _) => blob.Content,
            cancellationToken);
        return api.FromBase64(request, content);
    }
}
