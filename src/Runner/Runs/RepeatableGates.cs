using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Runs;

/// <summary>Tells the gates that can be judged again from a commit alone from those that cannot: these need what a build made.</summary>
internal static class RepeatableGates
{
    /// <returns>The plan with the repeatable gates only; it says why each of the others is not among them.</returns>
    public static RunPlan Of(RunPlan plan)
    {
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var gate in plan.Gates)
        {
            var made = gate.Facts is { } facts ? FactKinds.Made(facts) : [];
            if (made.Count > 0)
            {
                others[gate.Id] = $"it judges what a build or a run made ({string.Join(", ", made)}), which is not in the commit";
            }
            else if (GateIds.BuiltIn(gate.Id)?.MadeInput is { } input)
            {
                others[gate.Id] = $"it judges {input}, which is not in the commit";
            }
            else if (gate.Gate is IReachesOut { ReachesOut: true } asking)
            {
                others[gate.Id] = $"it judges {asking.Answers}, which is not in the commit";
            }
        }

        return plan.Without(others);
    }
}
