using Gates.Policies;

namespace Gates.Runner.BuiltIn.HermeticBuild;

internal sealed class HermeticBuildGate(HermeticBuildOptions options) : IGate
{
    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        throw new EvaluationException("hermetic-build is not built yet: " + string.Join(',', options.Paths));
}
