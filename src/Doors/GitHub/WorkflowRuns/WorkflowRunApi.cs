using Gates.Doors.GitHub.Api;

namespace Gates.Doors.GitHub.WorkflowRuns;

/// <summary>Runs of workflows and what they left; all read only.</summary>
internal sealed class WorkflowRunApi(GitHubApi api)
{
    private const string Permission = "actions: read";

    /// <returns><see langword="null"/> when there is none.</returns>
    public Task<WorkflowRun?> FindAsync(long id, CancellationToken cancellationToken) =>
        GitHubApi.OrNoneAsync(api.SendAsync<WorkflowRun>(Request($"actions/runs/{ApiPath.Id(id)}", "read the workflow run"), cancellationToken));

    /// <param name="runId">The run.</param>
    /// <param name="name">Only artifacts of this name; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<Listing<Artifact>> ListArtifactsAsync(long runId, string? name, CancellationToken cancellationToken)
    {
        var query = name is null ? "" : $"?name={Uri.EscapeDataString(name)}";
        return api.ListAsync(
            Request($"actions/runs/{ApiPath.Id(runId)}/artifacts{query}", "list the run's artifacts"),
            static (ArtifactPage page) => page.Artifacts,
            cancellationToken);
    }

    /// <summary>An artifact's zip file, straight from storage; its content is whatever the run's author wanted.</summary>
    /// <param name="artifact">Not expired.</param>
    /// <param name="maximum">The largest zip file in bytes.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="GitHubException">It is larger, or gone.</exception>
    public async Task<ReadOnlyMemory<byte>> DownloadArtifactAsync(Artifact artifact, long maximum, CancellationToken cancellationToken)
    {
        if (artifact.SizeInBytes > maximum)
        {
            throw new GitHubException($"Could not download the run's artifact: it has {artifact.SizeInBytes} bytes, at most {maximum} are read.");
        }

        var request = Request($"actions/artifacts/{ApiPath.Id(artifact.Id)}/zip", "download the run's artifact") with { MaximumAnswer = maximum };
        return (await api.SendAsync(request, cancellationToken)).Body;
    }

    private ApiRequest Request(string path, string purpose) =>
        api.Request(HttpMethod.Get, api.InRepository(path), purpose, Permission);
}
