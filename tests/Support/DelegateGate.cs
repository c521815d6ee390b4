using Gates.Pipeline;
using Gates.Policies;

namespace Support;

/// <summary>A gate that does what the test says.</summary>
internal sealed class DelegateGate(Func<GateContext, CancellationToken, Task<Evidence>> inspect) : IGate
{
    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) => inspect(context, cancellationToken);
}
