using System.Text.Json;
using Gates.Doors.GitHub.Api;
using static Gates.Doors.GitHub.Api.AnswerShape;

namespace Gates.Doors.GitHub.WorkflowRuns;

/// <summary>Runs of workflows and what they left; all read only.</summary>
internal sealed class WorkflowRunApi(GitHubApi api)
{
    private const string Permission = "actions: read";

    private static readonly AnswerShape Shape = Answer(
        Number("id"),
        Text("event"),
        Text("status").OrNull,
        Text("conclusion").OrNull,
        Text("head_sha"),
        Text("head_branch").OrNull,
        Text("path"),
        Number("workflow_id"),
        Text("html_url"),
        AnswerParts.Repository("repository"),
        AnswerParts.Repository("head_repository").OrNull,
        Number("run_attempt").OrAbsent);

    /// <returns><see langword="null"/> when there is none.</returns>
    public Task<WorkflowRun?> FindAsync(long id, CancellationToken cancellationToken) =>
        GitHubApi.OrNoneAsync(api.AskAsync(
            Request($"actions/runs/{ApiPath.Id(id)}", "read the workflow run"),
            Shape,
            octokit => new Octokit.ActionsWorkflowRunsClient(octokit).Get(api.Owner, api.Name, id),
            From,
            cancellationToken));

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

    private static WorkflowRun From(Octokit.WorkflowRun run, JsonElement answer) =>
        new(
            run.Id,
            run.Event,
            run.Status.StringValue,
            run.Conclusion?.StringValue,
            run.HeadSha,
            run.HeadBranch,
            run.Path,
            run.WorkflowId,
            run.HtmlUrl,
            AnswerParts.From(run.Repository)!,
            AnswerParts.From(run.HeadRepository),
            answer.TryGetProperty("run_attempt", out _) ? checked((int)run.RunAttempt) : 1);

    private ApiRequest Request(string path, string purpose) =>
        api.Request(HttpMethod.Get, api.InRepository(path), purpose, Permission);
}
