using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Runs;

/// <summary>
/// Keeps a gate that asks a server from asking only to show what edits that do not count would make of it: they could name any server, and any secret of the
/// job to be sent there. It also watches what is live only once.
/// </summary>
internal static class WatchedOnce
{
    /// <returns>
    /// The proposed plan. What its gates would see of servers is taken from the binding run where that watched the same; else they are left out.
    /// </returns>
    public static RunPlan Of(RunPlan proposed, RunPlans plans, IReadOnlyList<GateResult> results)
    {
        var evidence = results.ToDictionary(result => result.GateId, result => result.Evidence, StringComparer.Ordinal);
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        var gates = new List<PlannedGate>();
        foreach (var gate in proposed.Gates)
        {
            var asks = gate is { Gate: IReachesOut { ReachesOut: true }, SkipReason: null, Mode: not GateMode.Off };
            if (asks && Watched(gate, plans) && evidence.GetValueOrDefault(gate.Id) is { } seen)
            {
                gates.Add(gate with { Gate = new SeenGate(gate.Gate, seen) });
                continue;
            }

            gates.Add(gate);
            if (asks)
            {
                others[gate.Id] = "it would ask a server, which is not done for edits that do not count yet";
            }
        }

        return (proposed with { Gates = gates }).Without(others);
    }

    /// <summary>Whether the binding plan looks at the same thing in the same way.</summary>
    private static bool Watched(PlannedGate gate, RunPlans plans) =>
        plans.Binding.Gates.FirstOrDefault(one => one.Id == gate.Id) is { } binding
        && binding.Settings.GetRawText() == gate.Settings.GetRawText()
        && SameFacts(binding, gate)
        && !gate.RuleFiles.Any(plans.Edited.Contains);

    private static bool SameFacts(PlannedGate one, PlannedGate other) =>
        one.Facts is null ? other.Facts is null
            : other.Facts is { } facts && facts.Count == one.Facts.Count
                && one.Facts.All(kind => facts.TryGetValue(kind.Key, out var asked) && asked.SequenceEqual(kind.Value, StringComparer.Ordinal));
}

/// <summary>A gate whose facts are there already; only at the base it looks itself.</summary>
internal sealed class SeenGate(IGate gate, Evidence seen) : IGate
{
    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        context.Needs is null ? gate.InspectAsync(context, cancellationToken) : Task.FromResult(seen);
}
