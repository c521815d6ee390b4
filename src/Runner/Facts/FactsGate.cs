using Gates.Policies;

namespace Gates.Runner.Facts;

internal sealed class FactsGate(FactSelection selection) : IGate
{
    public static IReadOnlyList<string> Kinds { get; } = ["files", "yaml", "json"];

    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        throw new EvaluationException("facts are not built yet: " + string.Join(',', selection.Globs.Keys));
}
