namespace Gates.Doors.Jobs;

/// <summary>Which run of which workflow a job belongs to, as far as GitHub Actions says.</summary>
/// <param name="Server">See <see cref="JobEnvironment.Server"/>.</param>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Id">The run's number.</param>
/// <param name="Attempt">Which try of the run, from 1.</param>
/// <param name="Workflow">The workflow's file and ref: <c>owner/name/.github/workflows/release.yml@refs/heads/main</c>.</param>
/// <param name="Actor">Who started it; personal data, which leaves this program only as a commitment.</param>
internal sealed record JobRun(string Server, string? Repository, string? Id, string? Attempt, string? Workflow, string? Actor)
{
    public string? Url => Repository is null || Id is null ? null : $"{Server}/{Repository}/actions/runs/{Id}{(Attempt is null ? "" : $"/attempts/{Attempt}")}";

    public string? WorkflowUrl => Workflow is null ? null : $"{Server}/{Workflow}";
}
