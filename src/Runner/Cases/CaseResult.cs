using Gates.Pipeline.Results;

namespace Gates.Runner.Cases;

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Result">The gate's result; <see langword="null"/> when its settings were refused.</param>
/// <param name="Differences">What is not as expected, one line each; none when the case passed.</param>
internal sealed record CaseResult(GateCase Case, GateResult? Result, IReadOnlyList<string> Differences)
{
    public bool Passed => Differences.Count == 0;

    public override string ToString() => Passed
        ? $"{Case.Name}: as expected"
        : $"{Case.Name}: not as expected\n  {string.Join("\n  ", Differences)}";
}
