using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>Brings the policies of other repositories here, each once a run, before anything is planned with them.</summary>
/// <param name="commits">Fetches and reads commits.</param>
/// <param name="server">The address before <c>org/repository</c>: GitHub's, or that of an enterprise server.</param>
internal sealed class PinnedPolicies(RemoteCommits commits, string server) : IDisposable
{
    private readonly Dictionary<PolicyPin, GitTree> trees = [];

    /// <summary>The request with everything that the configuration's selected gates pin.</summary>
    /// <exception cref="EvaluationException">A commit cannot be fetched.</exception>
    public async Task<PlanRequest> AddAsync(PlanRequest request, GatesConfiguration configuration, CancellationToken cancellationToken)
    {
        var selected = request.Gates.Count == 0
            ? configuration.Gates
            : GateNeeds.Closure(configuration.Gates, [.. request.Gates.Intersect(configuration.Gates.Select(gate => gate.Id), StringComparer.Ordinal)]);
        foreach (var gate in selected.Where(gate => gate.Policy is { Value: { } reference } && PolicyPin.Is(reference)))
        {
            var pin = PolicyPin.Parse(gate.Policy!.Value.Value);
            if (!trees.ContainsKey(pin))
            {
                trees[pin] = await FetchAsync(pin, gate.Id, cancellationToken);
            }
        }

        return request with { Pinned = trees.ToDictionary(tree => tree.Key, tree => (ISourceTree)tree.Value) };
    }

    public void Dispose()
    {
        foreach (var tree in trees.Values)
        {
            tree.Dispose();
        }
    }

    private async Task<GitTree> FetchAsync(PolicyPin pin, string gate, CancellationToken cancellationToken)
    {
        var parent = pin.Path.LastIndexOf('/') is var slash and > 0 ? pin.Path[..slash] : "";
        string[] paths = ImportableFiles.IsScript(pin.Path)
            ? parent.Length == 0 ? [] : [parent + "/"]
            : [pin.Path + "/", parent.Length == 0 ? "lib/" : parent + "/lib/"];
        try
        {
            return await commits.OpenAsync($"{server.TrimEnd('/')}/{pin.Owner}/{pin.Repository}", pin.Sha, paths, cancellationToken);
        }
        catch (EvaluationException e)
        {
            throw new EvaluationException($"the policy of {gate}, {pin}, could not be fetched: {e.Message}", e);
        }
    }
}
