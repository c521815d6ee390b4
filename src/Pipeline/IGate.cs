using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Pipeline;

/// <summary>Collects facts. It never passes or fails anything: a policy does that.</summary>
internal interface IGate
{
    /// <exception cref="EvaluationException">The facts could not be collected; the gate is errored with this message.</exception>
    Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken);
}
