using Gates.Formats.Foundation;
using Gates.Pipeline.Unseen;
using Gates.Policies;

namespace Gates.Runner.Commands.Dlp;

/// <summary>What a scan found.</summary>
/// <param name="Findings">What the policy reported.</param>
/// <param name="Log">What it said beside.</param>
/// <param name="Coverage">What was looked at.</param>
/// <param name="Bytes">How much was read.</param>
internal sealed record Scanned(IReadOnlyList<Finding> Findings, IReadOnlyList<string> Log, CoverageSummary Coverage, long Bytes)
{
    /// <value>How many files there were.</value>
    public int Count { get; init; }

    public int Of(Severity severity) => Findings.Where(finding => finding.Severity == severity).Sum(finding => finding.Count);

    public ExitCode ExitCode => Of(Severity.Error) > 0 ? ExitCode.Fails : Coverage.Problem is not null ? ExitCode.CouldNotEvaluate : ExitCode.Holds;
}
