using Gates.Policies;

namespace Gates.Runner.BuiltIn.BaseImageAllowlist;

internal sealed class BaseImageAllowlistGate(BaseImageAllowlistOptions options) : IGate
{
    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        throw new EvaluationException("base-image-allowlist is not built yet: " + string.Join(',', options.Paths));
}
