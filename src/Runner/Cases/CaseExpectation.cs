using System.Text.RegularExpressions;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Cases;

/// <summary>What must come of a case: no finding more, none less.</summary>
/// <param name="Verdict">The verdict under <c>mode: enforce</c>.</param>
/// <param name="Error">What the error's text must match; only for <see cref="Verdict.Errored"/>.</param>
/// <param name="Findings">In no particular order.</param>
/// <param name="Nothing">Whether the case is about files of which none is selected.</param>
internal sealed record CaseExpectation(Verdict Verdict, Regex? Error, IReadOnlyList<ExpectedFinding> Findings, bool Nothing = false)
{
    /// <value>What the policy must hand to later steps, no more and no less; <see langword="null"/> when the case does not say.</value>
    public IReadOnlyDictionary<string, string>? Outputs { get; init; }

    /// <value>Where the form of the case's files comes from: a schema's address, or the tool that made them. It decides nothing.</value>
    public string? Source { get; init; }
}

/// <summary>One finding a case waits for; a path, line or message that is left out may be anything.</summary>
internal sealed record ExpectedFinding(string Rule, Severity Severity, string? Path, int? Line, Regex? Message)
{
    /// <value>The edit that the policy must offer.</value>
    public Fix? Fix { get; init; }

    /// <value>Whether the case says that none may be offered; otherwise, where <see cref="Fix"/> is not given either, anything may.</value>
    public bool IsWithoutFix { get; init; }

    public bool Matches(Finding finding) =>
        finding.Rule == Rule
        && finding.Severity == Severity
        && (Path is null || finding.Location?.Path == Path)
        && (Line is null || finding.Location?.Line == Line)
        && (Message is null || Message.IsMatch(finding.Message))
        && HasFixOf(finding);

    public bool HasFixOf(Finding finding) =>
        (Fix is null || (Fix.Replace == finding.Fix?.Replace && Fix.With == finding.Fix?.With)) && (!IsWithoutFix || finding.Fix is null);

    public override string ToString() =>
        CaseDiff.Describe(Severity, Rule, Path, Line) + (Message is null ? "" : $" /{Message}/")
        + (Fix is null ? "" : $" fixed by {Fix.Replace} → {Fix.With}") + (IsWithoutFix ? " without a fix" : "");
}
