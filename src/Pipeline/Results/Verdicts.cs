using Gates.Formats.Foundation;
using Gates.Pipeline.Unseen;
using Gates.Policies;

namespace Gates.Pipeline.Results;

/// <summary>The verdict table. Nothing else in the product decides whether something passed.</summary>
internal static class Verdicts
{
    /// <summary>The verdict of one gate that was meant to run.</summary>
    /// <param name="mode">The mode in force.</param>
    /// <param name="errored">Whether the gate could not be evaluated; waivers never cover that.</param>
    /// <param name="findings">What its policy reported.</param>
    /// <param name="coverage">What it looked at; <see langword="null"/> when that is not known.</param>
    public static Verdict OfGate(GateMode mode, bool errored, IEnumerable<GateFinding> findings, CoverageSummary? coverage = null)
    {
        if (mode is GateMode.Off)
        {
            return OfSkipped(coverage?.IsRequired == true);
        }

        if (errored)
        {
            return Unevaluated(mode);
        }

        var counted = findings.ToList();
        var verdict = mode is GateMode.Audit ? Verdict.Passed : counted.Select(finding => OfFinding(mode, finding)).Append(Verdict.Passed).Max();
        return coverage switch
        {
            { HasUnexpected: true } when IsUnevaluated(counted, coverage) => (Verdict)Math.Max((int)verdict, (int)Unevaluated(mode)),
            { SawNothing: true } when verdict is Verdict.Passed || coverage.IsRequired => OfSkipped(coverage.IsRequired),
            _ => verdict,
        };
    }

    /// <value>The verdict of a gate that the run did not wait for, and of a run that was stopped; in every mode, because nothing was seen.</value>
    public const Verdict Interrupted = Verdict.Errored;

    /// <summary>Whether what was not seen keeps a gate from being evaluated. A policy that refuses to be shown nothing has evaluated just that.</summary>
    public static bool IsUnevaluated(IEnumerable<GateFinding> findings, CoverageSummary coverage) =>
        coverage.HasUnexpected
            && !(coverage.IsEmptySelection && findings.Any(finding => finding is { State: FindingState.New, Finding.Severity: Severity.Error }));

    /// <summary>The verdict of a gate that did not run, or looked at nothing.</summary>
    /// <param name="required">Whether the configuration refuses that.</param>
    public static Verdict OfSkipped(bool required) => required ? Verdict.Errored : Verdict.Skipped;

    /// <summary>The verdict of the run: the worst of its gates. Where none looked at anything, nothing passed.</summary>
    public static Verdict OfRun(IEnumerable<GateResult> results) => results.Select(result => result.Verdict).Append(Verdict.Skipped).Max();

    extension(Verdict verdict)
    {
        /// <value>What the process answers: a gate that could not be evaluated outranks one that failed.</value>
        public ExitCode ExitCode => verdict switch
        {
            Verdict.Errored => ExitCode.CouldNotEvaluate,
            Verdict.Failed => ExitCode.Fails,
            _ => ExitCode.Holds,
        };
    }

    private static Verdict Unevaluated(GateMode mode) =>
        mode switch { GateMode.Enforce => Verdict.Errored, GateMode.Warn => Verdict.Warned, _ => Verdict.Passed };

    private static Verdict OfFinding(GateMode mode, GateFinding finding) => (finding.State, finding.Finding.Severity) switch
    {
        (FindingState.Waived, Severity.Error) => Verdict.Waived,
        (FindingState.New, Severity.Error) => mode is GateMode.Enforce ? Verdict.Failed : Verdict.Warned,
        (FindingState.New, Severity.Warning) => Verdict.Warned,
        _ => Verdict.Passed,
    };
}
