using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Runs;

/// <summary>
/// Where two gates see the same, one of them says it: of a note in a file of which another gate has a finding that means the same, reports for people tell only
/// the other's, which may name several lines in one. No finding is removed; where the other gate did not run, or saw nothing there, the note is told.
/// </summary>
internal static class SaidOnce
{
    /// <param name="results">The run's gates.</param>
    /// <param name="overlaps">Rules by which two gates say the same.</param>
    public static IReadOnlyList<GateResult> Mark(
        IReadOnlyList<GateResult> results, IReadOnlyList<(string Gate, string Rule, string Other, string OtherRule)> overlaps)
    {
        foreach (var (gate, rule, other, otherRule) in overlaps)
        {
            var files = results.Where(result => result.GateId == other)
                .SelectMany(result => result.Findings)
                .Where(found => found.Finding.Rule == otherRule)
                .Select(found => found.Finding.Location?.Path)
                .ToHashSet(StringComparer.Ordinal);
            results = [.. results.Select(result => result.GateId == gate ? Mark(result, rule, other, files) : result)];
        }

        return results;
    }

    /// <summary>
    /// A folder's own gate and those of its name above find the same things in it. One that blocks says it, else the one above.
    /// </summary>
    /// <param name="results">The run's gates.</param>
    /// <param name="planned">What they are.</param>
    public static IReadOnlyList<GateResult> MarkFolders(IReadOnlyList<GateResult> results, IReadOnlyList<PlannedGate> planned)
    {
        foreach (var gates in planned.GroupBy(gate => gate.Name, StringComparer.Ordinal).Where(gates => gates.Any(gate => gate.Folder.Length > 0)))
        {
            var order = gates.OrderBy(gate => gate.Folder.Length).Select(gate => gate.Id).ToList();
            var tellers = results.Where(result => order.Contains(result.GateId, StringComparer.Ordinal))
                .SelectMany(result => result.Findings.Where(found => found.State == FindingState.New).Select(found => (Result: result, Found: found)))
                .GroupBy(one => Same(one.Found.Finding))
                .ToDictionary(
                    same => same.Key,
                    same => same.OrderByDescending(one => one.Found.IsBlocking(one.Result.Mode))
                        .ThenBy(one => order.IndexOf(one.Result.GateId))
                        .First().Result.GateId);
            results =
            [
                .. results.Select(result => !order.Contains(result.GateId, StringComparer.Ordinal) ? result : result with
                {
                    Findings = [.. result.Findings.Select(found => found.State == FindingState.New
                        && tellers[Same(found.Finding)] is { } teller && teller != result.GateId
                            ? found with { SaidBy = teller }
                            : found)],
                }),
            ];
        }

        return results;
    }

    private static (string, Location?, string) Same(Finding finding) => (finding.Rule, finding.Location, finding.Message);

    private static GateResult Mark(GateResult result, string rule, string other, HashSet<string?> files) => result with
    {
        Findings = [.. result.Findings.Select(found =>
            found.Finding is { Severity: Severity.Note, Location: not null } finding && finding.Rule == rule && files.Contains(finding.Location.Path)
                ? found with { SaidBy = other }
                : found)],
    };
}
