using Gates.Pipeline;
using Gates.Policies;

namespace Gates.Runner.Cases;

/// <summary>Stands in for a gate and hands out what was collected before.</summary>
internal sealed class RecordedEvidence(Evidence evidence) : IGate
{
    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) => Task.FromResult(evidence);
}
