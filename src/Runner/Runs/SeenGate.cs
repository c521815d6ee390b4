using Gates.Pipeline;
using Gates.Policies;

namespace Gates.Runner.Runs;

/// <summary>A gate whose facts are there already; only at the base it looks itself.</summary>
internal sealed class SeenGate(IGate gate, Evidence seen) : IGate
{
    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        context.Needs is null ? gate.InspectAsync(context, cancellationToken) : Task.FromResult(seen);
}
