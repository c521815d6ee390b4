using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports;

/// <summary>A finding, or what kept a gate from being evaluated, as a note on lines. The texts are not escaped.</summary>
/// <param name="Severity">An error only when it blocks.</param>
/// <param name="Title">The gate and the rule.</param>
/// <param name="Message">What is wrong, how to mend it, and how to waive it.</param>
/// <param name="Place">Where, if anywhere.</param>
internal sealed record Annotation(Severity Severity, string Title, string Message, Location? Place)
{
    /// <summary>What deserves a note, the most important first. Findings that were there before, are waived, or are only recorded do not.</summary>
    public static IEnumerable<Annotation> Of(RunReport report)
    {
        foreach (var gate in FindingOrder.Gates(report).Where(gate => gate.Error is not null && gate.Mode != GateMode.Audit))
        {
            yield return new Annotation(gate.Blocks ? Severity.Error : Severity.Warning, $"{gate.GateId}: could not evaluate", gate.Error!, null);
        }

        foreach (var reported in FindingOrder.All(report))
        {
            if (reported.Finding.State == FindingState.New && reported.Gate.Mode != GateMode.Audit)
            {
                var finding = reported.Finding.Finding;
                yield return new Annotation(Effective(reported), $"{reported.Gate.GateId}: {finding.Rule}", Said(reported, report.Started), finding.Location);
            }
        }
    }

    private static Severity Effective(ReportedFinding reported) =>
        reported.Severity == Severity.Error && !reported.IsBlocking ? Severity.Warning : reported.Severity;

    private static string Said(ReportedFinding reported, DateTimeOffset now)
    {
        var finding = reported.Finding.Finding;
        var help = string.IsNullOrWhiteSpace(finding.Help) ? "" : $"\nFix: {finding.Help}";
        var waiver = reported.IsBlocking ? $"\nWaive: {WaiverCommand.For(reported, now)}" : "";
        return Escape.Cut(finding.Message, 2_000) + Escape.Cut(help, 1_000) + waiver;
    }
}
