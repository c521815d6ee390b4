using Gates.Pipeline.Results;

namespace Gates.Runner.Reports;

/// <summary>What a change's own edits of what judges it would make of a gate; shown beside what binds, never instead.</summary>
/// <param name="GateId">The gate.</param>
/// <param name="Binding">Its verdict by the rules that count, in words.</param>
/// <param name="Own">Its verdict by the change's own rules, in words.</param>
/// <param name="Result">What is known of it by the change's own rules; <see langword="null"/> when only the verdict is.</param>
internal sealed record OwnRules(string GateId, string Binding, string Own, GateResult? Result)
{
    public const string Heading = "What this change's own rules would say (not binding)";

    /// <value>Findings that would block by the change's own rules, the ones to read first first.</value>
    public IReadOnlyList<ReportedFinding> Blocking =>
        Result is null
            ? []
            : [.. FindingOrder.Of(Result)
                .Where(finding => finding.State == FindingState.New && finding.IsBlocking(Result.Mode))
                .Select(finding => new ReportedFinding(Result, finding))];

    /// <summary>Of every gate that either side has; nothing where the change does not edit its judge.</summary>
    public static IReadOnlyList<OwnRules> Of(RunReport report)
    {
        if (report.Proposed is not { Count: > 0 } proposed)
        {
            return [];
        }

        var now = report.Results.DistinctBy(gate => gate.GateId, StringComparer.Ordinal).ToDictionary(gate => gate.GateId, StringComparer.Ordinal);
        var own = report.ProposedResults.DistinctBy(gate => gate.GateId, StringComparer.Ordinal).ToDictionary(gate => gate.GateId, StringComparer.Ordinal);
        return
        [
            .. now.Keys.Union(proposed.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => new OwnRules(
                id,
                now.TryGetValue(id, out var gate) ? Words.For(gate) : "no such gate",
                proposed.TryGetValue(id, out var verdict) ? Words.For(verdict) : "not judged",
                own.GetValueOrDefault(id))),
        ];
    }
}
