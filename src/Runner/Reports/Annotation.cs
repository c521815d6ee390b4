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
    /// <value>Whether it is the first of its group, which comes before the others' repetitions. Default: yes.</value>
    public bool IsFirst { get; init; } = true;

    /// <value>How many findings it stands for. Default: 1.</value>
    public int Count { get; init; } = 1;

    /// <summary>What deserves a note, the most important first. Findings that were there before, are waived, or are only recorded do not.</summary>
    public static IEnumerable<Annotation> Of(RunReport report)
    {
        foreach (var gate in FindingOrder.Gates(report).Where(gate => gate.Error is not null && gate.Mode != GateMode.Audit))
        {
            yield return new Annotation(gate.Blocks ? Severity.Error : Severity.Warning, $"{gate.GateId}: could not evaluate", gate.Error!, null);
        }

        foreach (var group in FindingGroups.Of(FindingGroups.Told(report)))
        {
            foreach (var member in group.Members)
            {
                yield return Of(group, member, report.Started);
            }
        }
    }

    private static Annotation Of(FindingGroup group, GroupedFinding member, DateTimeOffset now)
    {
        var finding = member.Found.Finding;
        var isFirst = ReferenceEquals(member, group.Members[0]);
        var more = isFirst && !group.IsSingle ? $"\nThe same in {Prose.Count(group.Count - finding.Count, "other place")}." : "";
        return new Annotation(
            Effective(group),
            $"{group.Gate.GateId}: {finding.Rule}",
            Escape.Cut(finding.Message, 2_000) + Help(finding) + more + Waive(group, member, isFirst, now),
            finding.Location)
        { IsFirst = isFirst, Count = finding.Count };
    }

    private static Severity Effective(FindingGroup group) =>
        group.Finding.Severity == Severity.Error && !group.IsBlocking ? Severity.Warning : group.Finding.Severity;

    private static string Help(Finding finding) => string.IsNullOrWhiteSpace(finding.Help) ? "" : Escape.Cut($"\nFix: {finding.Help}", 1_000);

    private static string Waive(FindingGroup group, GroupedFinding member, bool isFirst, DateTimeOffset now) =>
        !group.IsBlocking ? ""
        : isFirst && !group.IsSingle ? $"\nWaive all: {WaiverCommand.For(group, now)}"
        : $"\nWaive: {WaiverCommand.For(new ReportedFinding(group.Gate, member.Found), now)}";
}
