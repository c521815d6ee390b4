using Gates.Pipeline;
using Gates.Pipeline.Unseen;
using Gates.Policies;

namespace Gates.Runner.Commands.Record;

/// <summary>Keeps what a gate collected, also when its policy makes nothing of it.</summary>
internal sealed class CapturingGate(IGate gate) : IGate
{
    public Evidence? Evidence { get; private set; }

    public async Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        Evidence = CoveredEvidence.Of(await gate.InspectAsync(context, cancellationToken), context.Coverage.Summary());
}
