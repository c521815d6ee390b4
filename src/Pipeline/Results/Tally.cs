using Gates.Formats.Foundation.Text;
using Gates.Policies;

namespace Gates.Pipeline.Results;

/// <summary>
/// Counts of findings, with those that a policy could only count. Only counts: the verdict is read from the report, never from these. A number beyond the
/// largest stays the largest.
/// </summary>
internal readonly record struct Tally(int Blocking, int Errors, int Warnings, int Notes, int Existing, int Waived)
{
    public static Tally From(GateResult gate)
    {
        var tally = default(Tally);
        foreach (var finding in gate.Findings)
        {
            var count = finding.Finding.Count;
            tally += (finding.State, finding.Finding.Severity) switch
            {
                (FindingState.Existing, _) => new Tally(0, 0, 0, 0, count, 0),
                (FindingState.Waived, _) => new Tally(0, 0, 0, 0, 0, count),
                (_, Severity.Error) => new Tally(finding.IsBlocking(gate.Mode) ? count : 0, count, 0, 0, 0, 0),
                (_, Severity.Warning) => new Tally(0, 0, count, 0, 0, 0),
                _ => new Tally(0, 0, 0, count, 0, 0),
            };
        }

        return tally;
    }

    public static Tally From(RunReport report) => report.Results.Select(From).Aggregate(default(Tally), (sum, tally) => sum + tally);

    public static Tally operator +(Tally left, Tally right) => new(
        Add(left.Blocking, right.Blocking),
        Add(left.Errors, right.Errors),
        Add(left.Warnings, right.Warnings),
        Add(left.Notes, right.Notes),
        Add(left.Existing, right.Existing),
        Add(left.Waived, right.Waived));

    /// <summary>How many findings these are.</summary>
    public static int Sum(IEnumerable<GateFinding> findings) => findings.Select(found => found.Finding.Count).Aggregate(0, Add);

    public static int Sum(IEnumerable<ReportedFinding> findings) => Sum(findings.Select(reported => reported.Finding));

    /// <value>All of them.</value>
    public int All => new[] { Errors, Warnings, Notes, Existing, Waived }.Aggregate(0, Add);

    /// <value>New findings in words, such as "2 errors, 1 warning"; empty when there is none.</value>
    public string Fresh => string.Join(", ", Parts([(Errors, "error"), (Warnings, "warning"), (Notes, "note")]));

    /// <value>Findings that do not count, in words; empty when there is none.</value>
    public string Aside =>
        string.Join(", ", new[] { (Existing, "existing"), (Waived, "waived") }
            .Where(part => part.Item1 > 0)
            .Select(part => $"{Prose.Number(part.Item1)} {part.Item2}"));

    private static int Add(int left, int right) => (int)Math.Min((long)left + right, int.MaxValue);

    private static IEnumerable<string> Parts(IEnumerable<(int Count, string Word)> parts) =>
        parts.Where(part => part.Count > 0).Select(part => Prose.Count(part.Count, part.Word));
}
