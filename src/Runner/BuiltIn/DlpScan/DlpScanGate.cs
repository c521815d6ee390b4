using Gates.Policies;

namespace Gates.Runner.BuiltIn.DlpScan;

internal sealed class DlpScanGate(DlpScanOptions options) : IGate
{
    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        throw new EvaluationException("dlp-scan is not built yet: " + string.Join(',', options.Paths));
}
