using Gates.Doors.GitHub.Api;

namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>Check runs: the verdict beside a commit, with annotations on its lines.</summary>
internal sealed class CheckRunApi(GitHubApi api)
{
    private const string Permission = "checks: write";

    /// <summary>
    /// Makes a check run with all its annotations. One with the same name and external id, left by an attempt whose answer was lost, is continued.
    /// </summary>
    /// <returns>As it was made; <see cref="CheckRunResult.AnnotationsCount"/> may lag behind.</returns>
    /// <exception cref="ArgumentException">The draft breaks a limit of <see cref="CheckRunLimits"/>; nothing was sent.</exception>
    /// <exception cref="GitHubException">GitHub refused.</exception>
    public async Task<CheckRun> CreateAsync(CheckRunDraft draft, CancellationToken cancellationToken)
    {
        CheckRunLimits.Check(draft);
        var request = Request(HttpMethod.Post, "check-runs", "create the check run");
        var body = Body(draft, Batch(draft, 0)) with { HeadSha = ApiPath.Sha(draft.HeadSha) };
        var run = await api.CreateOnceAsync(
            () => api.SendAsync<CheckRun>(api.With(request, body), cancellationToken),
            () => FindAsync(draft.HeadSha, draft.Name, draft.ExternalId, cancellationToken),
            cancellationToken);
        await AppendAsync(run.Id, draft, CheckRunLimits.Annotations, 0, cancellationToken);
        return run;
    }

    /// <summary>Gives a check run a new state and adds the draft's annotations to those that it has.</summary>
    /// <exception cref="ArgumentException">The draft breaks a limit of <see cref="CheckRunLimits"/>; nothing was sent.</exception>
    /// <exception cref="GitHubException">GitHub refused.</exception>
    public async Task<CheckRun> UpdateAsync(CheckRun run, CheckRunDraft draft, CancellationToken cancellationToken)
    {
        CheckRunLimits.Check(draft);
        var request = Request(HttpMethod.Patch, $"check-runs/{ApiPath.Id(run.Id)}", "update the check run");
        var updated = await api.SendAsync<CheckRun>(api.With(request, Body(draft, null)), cancellationToken);
        await AppendAsync(run.Id, draft, 0, updated.Output?.AnnotationsCount ?? 0, cancellationToken);
        return updated;
    }

    public Task<CheckRun> GetAsync(long id, CancellationToken cancellationToken) =>
        api.SendAsync<CheckRun>(Request(HttpMethod.Get, $"check-runs/{ApiPath.Id(id)}", "read the check run"), cancellationToken);

    /// <summary>The latest check runs of a commit.</summary>
    /// <param name="sha">The commit.</param>
    /// <param name="name">Only those of this name; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<Listing<CheckRun>> ListAsync(string sha, string? name, CancellationToken cancellationToken)
    {
        var query = name is null ? "" : $"?check_name={Uri.EscapeDataString(name)}";
        var request = Request(HttpMethod.Get, $"commits/{ApiPath.Sha(sha)}/check-runs{query}", "list the check runs");
        return api.ListAsync(request, static (CheckRunPage page) => page.CheckRuns, cancellationToken);
    }

    /// <summary>A check run of ours from an earlier attempt.</summary>
    public async Task<CheckRun?> FindAsync(string sha, string name, string externalId, CancellationToken cancellationToken) =>
        (await ListAsync(sha, name, cancellationToken)).Items.FirstOrDefault(run => run.Name == name && run.ExternalId == externalId && run.HeadSha == sha);

    /// <summary>Annotations are added by each request, so a batch whose answer was lost is not blindly sent again: GitHub is asked how many arrived.</summary>
    private async Task AppendAsync(long id, CheckRunDraft draft, int from, int before, CancellationToken cancellationToken)
    {
        for (var start = from; start < draft.Annotations.Count; start += CheckRunLimits.Annotations)
        {
            var batch = Batch(draft, start)!;
            var arrived = before + start + batch.Count;
            var output = new CheckOutputBody(draft.Output.Title, draft.Output.Summary, draft.Output.Text, batch);
            var request = Request(HttpMethod.Patch, $"check-runs/{ApiPath.Id(id)}", "add annotations to the check run") with { IsIdempotent = false };
            await api.CreateOnceAsync(
                () => api.SendAsync<CheckRun>(api.With(request, new CheckRunBody(output)), cancellationToken),
                async () => await GetAsync(id, cancellationToken) is { } run && run.Output?.AnnotationsCount >= arrived ? run : null,
                cancellationToken);
        }
    }

    private static CheckRunBody Body(CheckRunDraft draft, IReadOnlyList<CheckAnnotation>? annotations) =>
        new(new CheckOutputBody(draft.Output.Title, draft.Output.Summary, draft.Output.Text, annotations))
        {
            Name = draft.Name,
            ExternalId = draft.ExternalId,
            DetailsUrl = draft.DetailsUrl,
            Status = draft.Status,
            Conclusion = draft.Conclusion,
            StartedAt = draft.StartedAt,
            CompletedAt = draft.CompletedAt,
        };

    private static List<CheckAnnotation>? Batch(CheckRunDraft draft, int start) =>
        start < draft.Annotations.Count ? [.. draft.Annotations.Skip(start).Take(CheckRunLimits.Annotations)] : null;

    private ApiRequest Request(HttpMethod method, string path, string purpose) =>
        api.Request(method, api.InRepository(path), purpose, Permission);
}
