using Gates.Doors.GitHub.Api;

namespace Gates.Doors.GitHub.GitData;

/// <summary>Git's own objects, read without a checkout.</summary>
internal sealed class GitDataApi(GitHubApi api)
{
    private static readonly AnswerShape Shape = AnswerShape.Answer(AnswerShape.Text("sha"), AnswerShape.Text("content"), AnswerShape.Text("encoding"));

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
