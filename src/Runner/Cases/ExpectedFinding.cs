using System.Text.RegularExpressions;
using Gates.Policies;

namespace Gates.Runner.Cases;

/// <summary>One finding a case waits for; a path, line or message that is left out may be anything.</summary>
internal sealed record ExpectedFinding(string Rule, Severity Severity, string? Path, int? Line, Regex? Message)
{
    public bool Matches(Finding finding) =>
        finding.Rule == Rule
        && finding.Severity == Severity
        && (Path is null || finding.Location?.Path == Path)
        && (Line is null || finding.Location?.Line == Line)
        && (Message is null || Message.IsMatch(finding.Message));

    public override string ToString() =>
        CaseDiff.Describe(Severity, Rule, Path, Line) + (Message is null ? "" : $" /{Message}/");
}
