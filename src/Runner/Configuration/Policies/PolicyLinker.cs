using System.Collections.Concurrent;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.Runner.Configuration.Policies;

/// <summary>Joins the files of policies into what is judged from, kept and signed: the one with <c>judge</c> and what it imports, and no other.</summary>
internal sealed class PolicyLinker(IPolicyReader reader)
{
    private readonly ConcurrentDictionary<PolicySource, PolicySource> linked = new();

    /// <summary>The plan with every policy ready to judge.</summary>
    /// <exception cref="UsageException">A policy has a syntax error, does what a policy must not, or imports what it may not.</exception>
    public async Task<RunPlan> LinkAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        var gates = new List<PlannedGate>();
        foreach (var gate in plan.Gates)
        {
            gates.Add(gate.PolicyFiles is null ? gate : gate with { Policy = await LinkAsync(gate.Policy, cancellationToken) });
        }

        return plan with { Gates = gates };
    }

    /// <param name="all">A policy with every file that it may import.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The same with those that it does.</returns>
    /// <inheritdoc cref="LinkAsync(RunPlan, CancellationToken)" path="/exception"/>
    public async Task<PolicySource> LinkAsync(PolicySource all, CancellationToken cancellationToken)
    {
        if (linked.TryGetValue(all, out var known))
        {
            return known;
        }

        try
        {
            var paths = await reader.ReadAsync(all, cancellationToken);
            return linked[all] = PolicySource.From(all.Name, all.Entry, paths.ToDictionary(path => path, path => all.Modules[path], StringComparer.Ordinal));
        }
        catch (PolicyException e) when (e.Limit is null)
        {
            throw new UsageException(SourceExcerpt.Below(e.Message, e.Place is { } place ? all.LineAt(place) : null, e.Line, e.Column));
        }
        catch (PolicyException)
        {
            return linked[all] = all; // Too large or too deep: judging it says so.
        }
    }
}
