using Gates.Runner.Facts;

namespace Gates.Runner.Publishing;

/// <summary>Tells the gates that can be judged again from a commit alone from those that cannot: these need what a build made.</summary>
internal static class RepeatableGates
{
    /// <returns>The plan with the repeatable gates only; it says why each of the others is not among them.</returns>
    public static RunPlan Of(RunPlan plan)
    {
        var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var gate in plan.Gates)
        {
            var made = gate.Facts?.Keys.Where(FactsGate.MadeKinds.Contains).ToList() ?? [];
            if (made.Count > 0)
            {
                others[gate.Id] = $"it judges what a build made ({string.Join(", ", made.Order(StringComparer.Ordinal))}), which is not in the commit";
            }
            else if (GateCatalog.All.FirstOrDefault(known => known.Id == gate.Id)?.MadeInput is { } input)
            {
                others[gate.Id] = $"it judges {input}, which is not in the commit";
            }
        }

        // What rests on such a gate cannot be judged either.
        for (var found = true; found;)
        {
            found = false;
            foreach (var gate in plan.Gates.Where(gate => !others.ContainsKey(gate.Id)))
            {
                if (gate.Needs.FirstOrDefault(others.ContainsKey) is { } need)
                {
                    others[gate.Id] = $"it needs {need}";
                    found = true;
                }
            }
        }

        return plan with { Gates = [.. plan.Gates.Where(gate => !others.ContainsKey(gate.Id))], Unrepeatable = others };
    }
}
