namespace Gates.Pipeline.Results;

/// <summary>
/// The one order of every report: failed gates, then those that could not be evaluated, then the rest; within them what blocks, what this change touched, what
/// is severe.
/// </summary>
internal static class FindingOrder
{
    public static IReadOnlyList<GateResult> Gates(RunReport report) => [.. report.Results.OrderBy(Rank)];

    /// <summary>A gate's findings, the ones to read first first.</summary>
    public static IReadOnlyList<GateFinding> Of(GateResult gate) =>
        [.. Sort(gate.Findings.Select(finding => new ReportedFinding(gate, finding))).Select(reported => reported.Finding)];

    /// <summary>Every finding of a run, the ones to read first first.</summary>
    public static IReadOnlyList<ReportedFinding> All(RunReport report) =>
        [.. Sort(Gates(report).SelectMany(gate => gate.Findings.Select(finding => new ReportedFinding(gate, finding))))];

    private static int Rank(GateResult gate) => (gate.Verdict, gate.Error) switch
    {
        (Verdict.Failed, _) => 0,
        (Verdict.Errored, _) => 1,
        (_, not null) => 2,
        (Verdict.Warned, _) => 3,
        (Verdict.Waived, _) => 4,
        (Verdict.Passed, _) => 5,
        _ => 6,
    };

    private static IEnumerable<ReportedFinding> Sort(IEnumerable<ReportedFinding> findings) =>
        findings
            .OrderByDescending(reported => reported.IsBlocking)
            .ThenBy(reported => reported.Finding.State)
            .ThenByDescending(reported => reported.Finding.InDiff)
            .ThenByDescending(reported => reported.Severity)
            .ThenBy(reported => reported.Finding.Finding.Count > 1)
            .ThenBy(reported => reported.Finding.Finding.Location?.Path, StringComparer.Ordinal)
            .ThenBy(reported => reported.Finding.Finding.Location?.Line)
            .ThenBy(reported => reported.Finding.Finding.Location?.Column);
}
