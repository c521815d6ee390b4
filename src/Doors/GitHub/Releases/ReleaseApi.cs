using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.Doors.GitHub.Api;
using static Gates.Doors.GitHub.Api.AnswerShape;

namespace Gates.Doors.GitHub.Releases;

/// <summary>Releases: a draft first, its files next, published last; each step can be repeated.</summary>
internal sealed partial class ReleaseApi(GitHubApi api)
{
    private const string Permission = "contents: write";

    /// <summary>Without the files: Octokit breaks on one whose id or size is 2³¹ or more. They are listed by <see cref="ListAssetsAsync"/>.</summary>
    private static readonly AnswerShape Shape = Answer(
        Number("id"),
        Text("tag_name"),
        Text("name").OrNull,
        Flag("draft"),
        Flag("prerelease"),
        Text("html_url"),
        Text("upload_url"),
        Flag("immutable").OrAbsent);

    /// <summary>A tag's release, drafts included.</summary>
    /// <returns><see langword="null"/> when there is none.</returns>
    public async Task<Release?> FindAsync(string tag, CancellationToken cancellationToken)
    {
        var escaped = ApiPath.Segments(tag);
        var published = api.AskAsync(
            Request(HttpMethod.Get, $"releases/tags/{escaped}", "read the release"),
            Shape,
            octokit => new Octokit.ReleasesClient(octokit).Get(api.Owner, api.Name, escaped),
            From,
            cancellationToken);
        return await GitHubApi.OrNoneAsync(published) ?? await FindDraftAsync(tag, cancellationToken);
    }

    /// <summary>A tag's release; a draft is made when there is none.</summary>
    /// <param name="tag">Without <c>refs/tags/</c>.</param>
    /// <param name="target">The commit that the tag gets when it does not exist yet.</param>
    /// <param name="name">The title of a new draft.</param>
    /// <param name="body">The text of a new draft, Markdown.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public async Task<Release> EnsureDraftAsync(string tag, string target, string name, string body, CancellationToken cancellationToken)
    {
        if (await FindAsync(tag, cancellationToken) is { } release)
        {
            return release;
        }

        var draft = new Octokit.NewRelease(tag)
        {
            TargetCommitish = ApiPath.Sha(target),
            Name = name,
            Body = body,
            Draft = true,
            Prerelease = IsPrerelease().IsMatch(tag)
        };
        return await api.CreateOnceAsync(
            () => api.AskAsync(
                Request(HttpMethod.Post, "releases", "create the release"),
                Shape,
                octokit => new Octokit.ReleasesClient(octokit).Create(api.Owner, api.Name, draft),
                From,
                cancellationToken),
            () => FindDraftAsync(tag, cancellationToken),
            cancellationToken);
    }

    /// <summary>Publishes a draft; one that is published stays as it is.</summary>
    public async Task<Release> PublishAsync(Release release, CancellationToken cancellationToken) => !release.Draft
        ? release
        : await api.AskAsync(
            Request(HttpMethod.Patch, $"releases/{ApiPath.Id(release.Id)}", "publish the release"),
            Shape,
            octokit => new Octokit.ReleasesClient(octokit).Edit(api.Owner, api.Name, release.Id, new Octokit.ReleaseUpdate { Draft = false }),
            From,
            cancellationToken);

    public Task<Listing<ReleaseAsset>> ListAssetsAsync(Release release, CancellationToken cancellationToken) =>
        api.ListAsync(
            Request(HttpMethod.Get, $"releases/{ApiPath.Id(release.Id)}/assets", "list the release's files"),
            static (IReadOnlyList<ReleaseAsset> page) => page,
            cancellationToken);

    /// <summary>Attaches a file. One of that name with the same content stays; another is replaced only while the release is a draft.</summary>
    /// <exception cref="PublishedFileException">A published release has another file of that name.</exception>
    public async Task<ReleaseAsset> EnsureAssetAsync(Release release, ReleaseFile file, CancellationToken cancellationToken)
    {
        var url = UploadUrl(release, file.Name);
        return await KeptAsync(release, file, cancellationToken)
            ?? await api.CreateOnceAsync(() => UploadAsync(url, file, cancellationToken), () => KeptAsync(release, file, cancellationToken), cancellationToken);
    }

    /// <summary>A file's content.</summary>
    /// <param name="asset">The file.</param>
    /// <param name="maximum">Its largest size in bytes.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    public async Task<ReadOnlyMemory<byte>> DownloadAsync(ReleaseAsset asset, long maximum, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Get, $"releases/assets/{ApiPath.Id(asset.Id)}", "download the release's file") with
        {
            Accept = "application/octet-stream",
            MaximumAnswer = maximum,
        };
        return (await api.SendAsync(request, cancellationToken)).Body;
    }

    /// <summary>The asset when it is already right; what is in its place otherwise gives way, if it may.</summary>
    private async Task<ReleaseAsset?> KeptAsync(Release release, ReleaseFile file, CancellationToken cancellationToken)
    {
        var asset = (await ListAssetsAsync(release, cancellationToken)).Items.FirstOrDefault(asset => asset.Name == file.Name);
        if (asset is null)
        {
            return null;
        }

        if (asset.State == "uploaded" && await HasContentAsync(asset, file, cancellationToken))
        {
            return asset;
        }

        // What broke off while it was uploaded is nobody's file.
        if (!release.Draft && asset.State == "uploaded")
        {
            throw new PublishedFileException($"Could not attach {file.Name}: the published release {Gates.Formats.Foundation.Text.Escape.OneLine(release.TagName)} has another file of that name. What is published is not replaced; make a new release.");
        }

        await DeleteAsync(asset, cancellationToken);
        return null;
    }

    private async Task<bool> HasContentAsync(ReleaseAsset asset, ReleaseFile file, CancellationToken cancellationToken)
    {
        if (asset.Size != file.Content.Length)
        {
            return false;
        }

        var digest = asset.Digest ?? ReleaseFile.DigestOf((await DownloadAsync(asset, file.Content.Length, cancellationToken)).Span);
        return string.Equals(digest, file.Digest, StringComparison.OrdinalIgnoreCase);
    }

    private async Task DeleteAsync(ReleaseAsset asset, CancellationToken cancellationToken)
    {
        try
        {
            await api.SendAsync(Request(HttpMethod.Delete, $"releases/assets/{ApiPath.Id(asset.Id)}", "replace the release's file"), cancellationToken);
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.NotFound)
        {
        }
    }

    private Task<ReleaseAsset> UploadAsync(Uri url, ReleaseFile file, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(HttpMethod.Post, url, "attach the file to the release", Permission)
        {
            Content = () => new ReadOnlyMemoryContent(file.Content) { Headers = { ContentType = new(file.ContentType) } },
        };
        return api.SendAsync<ReleaseAsset>(request, cancellationToken);
    }

    private Uri UploadUrl(Release release, string name)
    {
        if (!ReleaseFile.IsName(name))
        {
            throw new ArgumentException(
                $"\"{Gates.Formats.Foundation.Text.Escape.OneLine(name)}\" is no name for a release's file: letters, digits, '.', '_' and '-'",
                nameof(name));
        }

        return Uri.TryCreate(release.UploadUrl.Split('{')[0], UriKind.Absolute, out var url)
            && HostFamily.AcceptsUploads(api.Endpoint.Api, url)
            && url.Query.Length == 0
            ? new Uri($"{url.AbsoluteUri}?name={Uri.EscapeDataString(name)}")
            : throw new GitHubException("Could not attach the file to the release: its upload address is not on GitHub's own host.");
    }

    private async Task<Release?> FindDraftAsync(string tag, CancellationToken cancellationToken) =>
        (await api.AskListAsync(
            Request(HttpMethod.Get, "releases", "list the releases"),
            Shape,
            octokit => new Octokit.ReleasesClient(octokit).GetAll(api.Owner, api.Name),
            From,
            cancellationToken)).Items
            .FirstOrDefault(release => release.TagName == tag);

    /// <summary>Octokit's type does not say whether a release is immutable.</summary>
    private static Release From(Octokit.Release release, JsonElement answer) =>
        new(
            release.Id,
            release.TagName,
            release.Name,
            release.Draft,
            release.Prerelease,
            release.HtmlUrl,
            release.UploadUrl,
            answer.TryGetProperty("immutable", out var immutable) && immutable.ValueKind == JsonValueKind.True);

    private ApiRequest Request(HttpMethod method, string path, string purpose) =>
        api.Request(method, api.InRepository(path), purpose, Permission);

    /// <summary>By semantic versioning, so that a new draft for <c>v2.0.0-rc.1</c> does not become the latest release.</summary>
    [GeneratedRegex(@"\Av?[0-9]+\.[0-9]+\.[0-9]+-", RegexOptions.NonBacktracking)]
    private static partial Regex IsPrerelease();
}

/// <summary>A published release has another file of that name, which stays.</summary>
internal sealed class PublishedFileException(string message) : GitHubException(message);
