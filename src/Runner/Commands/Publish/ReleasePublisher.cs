using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Releases;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Publish;

/// <summary>
/// Attaches a run's results to the release of its tag: draft, files, published; each step may be repeated and goes on where another attempt broke off.
/// </summary>
/// <param name="gitHub">Where the release is.</param>
/// <param name="say">Told in one line each what happened.</param>
internal sealed class ReleasePublisher(GitHubClient gitHub, Action<string> say)
{
    /// <param name="tag">The tag, which exists.</param>
    /// <param name="sha">Its commit.</param>
    /// <param name="step">How far to go.</param>
    /// <param name="files">What is attached.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EvaluationException">The release cannot be made, or holds other files and cannot be changed.</exception>
    public async Task PublishAsync(string tag, string sha, ReleaseStep step, IReadOnlyList<ReleaseFile> files, CancellationToken cancellationToken)
    {
        var release = await gitHub.Releases.EnsureDraftAsync(tag, sha, tag, "", cancellationToken);
        if (release is { Draft: false, Immutable: true })
        {
            await CheckAsync(release, files, cancellationToken);
        }
        else
        {
            await AttachAsync(release, files, cancellationToken);
            release = step == ReleaseStep.Publish ? await gitHub.Releases.PublishAsync(release, cancellationToken) : release;
        }

        say($"Release {tag}: {Prose.Count(files.Count, "file")} attached, {(release.Draft ? "still a draft" : "published")}. {release.HtmlUrl}");
    }

    private async Task AttachAsync(Release release, IReadOnlyList<ReleaseFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            try
            {
                await gitHub.Releases.EnsureAssetAsync(release, file, cancellationToken);
            }
            catch (PublishedFileException e)
            {
                say(e.Message);
            }
        }
    }

    private async Task CheckAsync(Release release, IReadOnlyList<ReleaseFile> files, CancellationToken cancellationToken)
    {
        var there = (await gitHub.Releases.ListAssetsAsync(release, cancellationToken)).Items;
        if (files.FirstOrDefault(file => !there.Any(asset => asset.Name == file.Name)) is { } missing)
        {
            throw new EvaluationException(
                $"release {Escape.OneLine(release.TagName)} is published and immutable, so {missing.Name} cannot be attached. Leave it a draft, and let `gates publish --release publish` publish it.");
        }
    }
}
