using Gates.Formats.Foundation.Text;
using Gates.Policies;

namespace Gates.Pipeline.Results;

/// <summary>Counts of findings. Only counts: the verdict is read from the report, never from these.</summary>
internal readonly record struct Tally(int Blocking, int Errors, int Warnings, int Notes, int Existing, int Waived)
{
    public static Tally From(GateResult gate)
    {
        var tally = default(Tally);
        foreach (var finding in gate.Findings)
        {
            tally += (finding.State, finding.Finding.Severity) switch
            {
                (FindingState.Existing, _) => new Tally(0, 0, 0, 0, 1, 0),
                (FindingState.Waived, _) => new Tally(0, 0, 0, 0, 0, 1),
                (_, Severity.Error) => new Tally(finding.IsBlocking(gate.Mode) ? 1 : 0, 1, 0, 0, 0, 0),
                (_, Severity.Warning) => new Tally(0, 0, 1, 0, 0, 0),
                _ => new Tally(0, 0, 0, 1, 0, 0),
            };
        }

        return tally;
    }

    public static Tally From(RunReport report) => report.Results.Select(From).Aggregate(default(Tally), (sum, tally) => sum + tally);

    public static Tally operator +(Tally left, Tally right) => new(
        left.Blocking + right.Blocking,
        left.Errors + right.Errors,
        left.Warnings + right.Warnings,
        left.Notes + right.Notes,
        left.Existing + right.Existing,
        left.Waived + right.Waived);

    /// <value>New findings in words, such as "2 errors, 1 warning"; empty when there is none.</value>
    public string Fresh => string.Join(", ", Parts([(Errors, "error"), (Warnings, "warning"), (Notes, "note")]));

    /// <value>Findings that do not count, in words; empty when there is none.</value>
    public string Aside =>
        string.Join(", ", new[] { Existing == 0 ? "" : $"{Existing} existing", Waived == 0 ? "" : $"{Waived} waived" }.Where(part => part.Length > 0));

    private static IEnumerable<string> Parts(IEnumerable<(int Count, string Word)> parts) =>
        parts.Where(part => part.Count > 0).Select(part => Prose.Count(part.Count, part.Word));
}
