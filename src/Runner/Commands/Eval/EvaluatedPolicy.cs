using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Commands.Eval;

/// <summary>What a policy made of a piece of evidence.</summary>
/// <param name="Result">As the result of an enforced gate.</param>
/// <param name="Trace">Every call of <c>report</c>, also of a judgement that failed.</param>
internal sealed record EvaluatedPolicy(GateResult Result, IReadOnlyList<ReportCall> Trace)
{
    public ExitCode ExitCode => Result.Verdict.ExitCode;
}
