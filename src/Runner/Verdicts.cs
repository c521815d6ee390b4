using Gates.Policies;

namespace Gates.Runner;

/// <summary>The verdict table. Nothing else in the product decides whether something passed.</summary>
internal static class Verdicts
{
    /// <summary>The verdict of one gate that was meant to run.</summary>
    /// <param name="mode">The mode in force.</param>
    /// <param name="errored">Whether the gate could not be evaluated; waivers never cover that.</param>
    /// <param name="findings">What its policy reported.</param>
    public static Verdict OfGate(GateMode mode, bool errored, IEnumerable<GateFinding> findings)
    {
        if (mode is GateMode.Off)
        {
            return Verdict.Skipped;
        }

        if (errored)
        {
            return mode switch { GateMode.Enforce => Verdict.Errored, GateMode.Warn => Verdict.Warned, _ => Verdict.Passed };
        }

        return mode is GateMode.Audit ? Verdict.Passed : findings.Select(finding => OfFinding(mode, finding)).Append(Verdict.Passed).Max();
    }

    /// <value>The verdict of a gate that the run did not wait for, and of a run that was stopped; in every mode, because nothing was seen.</value>
    public const Verdict Interrupted = Verdict.Errored;

    /// <summary>The verdict of the run: the worst of its gates, and never better than passed for a run that had something to do.</summary>
    public static Verdict OfRun(IEnumerable<GateResult> results) => results.Select(result => result.Verdict).Append(Verdict.Passed).Max();

    /// <summary>What the process answers: a gate that could not be evaluated outranks one that failed.</summary>
    public static ExitCode ExitCodeOf(Verdict run) => run switch
    {
        Verdict.Errored => ExitCode.CouldNotEvaluate,
        Verdict.Failed => ExitCode.Fails,
        _ => ExitCode.Holds,
    };

    private static Verdict OfFinding(GateMode mode, GateFinding finding) => (finding.State, finding.Finding.Severity) switch
    {
        (FindingState.Waived, Severity.Error) => Verdict.Waived,
        (FindingState.New, Severity.Error) => mode is GateMode.Enforce ? Verdict.Failed : Verdict.Warned,
        (FindingState.New, Severity.Warning) => Verdict.Warned,
        _ => Verdict.Passed,
    };
}
