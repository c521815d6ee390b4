using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;

namespace Gates.Pipeline;

/// <summary>What will run, and by whose configuration.</summary>
/// <param name="Gates">The gates, in configuration order.</param>
/// <param name="Source">How reports name the configuration: a path, a path at a commit, or "built-in defaults".</param>
/// <param name="Notes">What a reader must know about the plan, such as gates that others need.</param>
internal sealed record RunPlan(IReadOnlyList<PlannedGate> Gates, string Source, IReadOnlyList<string> Notes)
{
    /// <value>Which findings count, by the waivers and the baseline of the plan. Default: all.</value>
    public Triage Triage { get; init; } = Triage.None;

    /// <value>Where gates read their rules; <see langword="null"/> means among the files that are inspected.</value>
    public ISourceTree? Rules { get; init; }

    /// <value>The gates that do not run, by id, and why; see <see cref="Without"/>. Default: none.</value>
    public IReadOnlyDictionary<string, string> LeftOut { get; private init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <value>The look at the waivers that ends the run; <see langword="null"/> when there is no such file.</value>
    public ClosingGate? Review { get; init; }

    /// <summary>The plan without some gates, and without those that need them.</summary>
    /// <param name="reasons">Why they do not run, by id.</param>
    public RunPlan Without(IReadOnlyDictionary<string, string> reasons)
    {
        var leftOut = new SortedDictionary<string, string>(LeftOut.ToDictionary(), StringComparer.Ordinal);
        foreach (var (gate, reason) in reasons)
        {
            leftOut[gate] = reason;
        }

        for (var found = true; found;)
        {
            found = false;
            foreach (var gate in Gates.Where(gate => !leftOut.ContainsKey(gate.Id)))
            {
                if (gate.Needs.FirstOrDefault(leftOut.ContainsKey) is { } need)
                {
                    leftOut[gate.Id] = $"it needs {need}";
                    found = true;
                }
            }
        }

        return this with { Gates = [.. Gates.Where(gate => !leftOut.ContainsKey(gate.Id))], LeftOut = leftOut };
    }
}

/// <summary>A gate that is made when all others have finished, from their results.</summary>
/// <param name="Mode">Its mode.</param>
/// <param name="Of">Makes it.</param>
internal sealed record ClosingGate(GateMode Mode, Func<IReadOnlyList<GateResult>, PlannedGate> Of);
