using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.Runner.Configuration;

/// <summary>Which gate waits for which.</summary>
internal static class GateNeeds
{
    public static void Check(IReadOnlyList<GateConfiguration> gates, Problems problems)
    {
        var byId = gates.ToDictionary(g => g.Id, StringComparer.Ordinal);
        var known = byId.Keys.ToList();
        foreach (var gate in gates)
        {
            foreach (var need in gate.Needs.Where(n => !byId.ContainsKey(n.Value)))
            {
                problems.Add(
                    need.Place,
                    Key(gate),
                    $"{Say.Quote(need.Value)} names no gate of this file{Suggestion.Words(need.Value, known)} valid: {Say.List(known)}");
            }
        }

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var gate in gates)
        {
            FindCycles(gate, byId, [], done, problems);
        }
    }

    /// <summary>The gates and everything that they wait for, in configuration order.</summary>
    public static IReadOnlyList<GateConfiguration> Closure(IReadOnlyList<GateConfiguration> gates, IReadOnlyCollection<string> wanted)
    {
        var byId = gates.ToDictionary(g => g.Id, StringComparer.Ordinal);
        var selected = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(wanted);
        while (waiting.TryPop(out var id))
        {
            if (selected.Add(id))
            {
                byId[id].Needs.ToList().ForEach(need => waiting.Push(need.Value));
            }
        }

        return [.. gates.Where(g => selected.Contains(g.Id))];
    }

    private static void FindCycles(
        GateConfiguration gate,
        Dictionary<string, GateConfiguration> byId,
        List<string> trail,
        HashSet<string> done,
        Problems problems)
    {
        if (done.Contains(gate.Id))
        {
            return;
        }

        trail.Add(gate.Id);
        foreach (var need in gate.Needs.Where(n => byId.ContainsKey(n.Value)))
        {
            var start = trail.IndexOf(need.Value);
            if (start >= 0)
            {
                problems.Add(need.Place, Key(gate), $"the gates wait for each other: {string.Join(" → ", trail.Skip(start).Append(need.Value))}");
            }
            else
            {
                FindCycles(byId[need.Value], byId, trail, done, problems);
            }
        }

        trail.RemoveAt(trail.Count - 1);
        done.Add(gate.Id);
    }

    private static string Key(GateConfiguration gate) => Say.Key("gates", gate.Id) + ".needs";
}
