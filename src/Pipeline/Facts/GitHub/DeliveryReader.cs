using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Source;

namespace Gates.Pipeline.Facts.GitHub;

/// <summary>Reads where the repository is delivered to, and what was.</summary>
internal sealed class DeliveryReader(GitHubClient client, Look look)
{
    private const int MaxDeployments = 50;

    /// <param name="run">The run of the job; <see langword="null"/> outside one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SeenEnvironments> EnvironmentsAsync(long? run, CancellationToken cancellationToken)
    {
        var all = await look.ListAsync(GitHubFacts.Environments, "the environments", () => client.Source.ListEnvironmentsAsync(cancellationToken));
        var approvals = run is { } id
            ? await look.AskAsync(GitHubFacts.Environments, "the approvals of this run", () => client.Source.ListApprovalsAsync(id, cancellationToken))
            : [];
        return new SeenEnvironments(all, approvals);
    }

    /// <returns>Each with its newest state; <see langword="null"/> when they could not be seen.</returns>
    public async Task<IReadOnlyList<(SeenDeployment Deployment, SeenDeploymentStatus? Status)>?> DeploymentsAsync(
        string commit, CancellationToken cancellationToken)
    {
        var listed = await look.ListAsync(GitHubFacts.Deployments, "the deployments", () => client.Source.ListDeploymentsAsync(commit, cancellationToken));
        if (listed is not { } all)
        {
            return null;
        }

        if (all.Count > MaxDeployments)
        {
            look.WasCut("the deployments");
        }

        var found = new List<(SeenDeployment, SeenDeploymentStatus?)>();
        foreach (var one in all.Take(MaxDeployments))
        {
            var name = FormattableString.Invariant($"the states of deployment {one.Id}");
            if (await look.ListAsync(GitHubFacts.Deployments, name, () => client.Source.ListStatusesAsync(one.Id, cancellationToken)) is not { } states)
            {
                return null;
            }

            found.Add((one, states.MaxBy(state => state.CreatedAt)));
        }

        return found;
    }
}

/// <param name="All"><see langword="null"/> when they could not be seen.</param>
/// <param name="Approvals">Of the present run; <see langword="null"/> when they could not be seen.</param>
internal sealed record SeenEnvironments(IReadOnlyList<SeenEnvironment>? All, IReadOnlyList<SeenApproval>? Approvals);
