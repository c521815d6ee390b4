using Gates.Formats.LoadResults.Formats.Tools;

namespace Gates.Formats.LoadResults.Formats.Benchmarks;

/// <summary>
/// criterion.rs' <c>estimates.json</c> (nanoseconds) and <c>sample.json</c> (<c>times</c> in nanoseconds of <c>iters</c> iterations each). Neither names its
/// benchmark, which is the folder's name: a file is one benchmark.
/// </summary>
internal sealed class Criterion : ILoadFormat
{
    private const double Milliseconds = 1e-6;

    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (ToolJson.Of(input) is not { } root)
        {
            return null;
        }

        var name = MetricName.Parse(ToolMetrics.Duration);
        if (root.Has("sampling_mode") && root.Has("iters") && root.Has("times"))
        {
            var (iterations, times) = (root.At("iters").Items().ToList(), root.At("times").Items().ToList());
            if (iterations.Count != times.Count || times.Count == 0)
            {
                throw root.At("times").Wrong("a list as long as iters");
            }

            var samples = times.Zip(iterations, (time, count) => time.Number() / Positive(count) * Milliseconds);
            var metric = ToolMetrics.Samples(name, input.Path, samples, isCounted: false);
            return ToolMetrics.Run(input.Path, "criterion samples", [metric]) with { HasSamples = true };
        }

        if (!root.At("mean").Has("point_estimate") || !root.At("median").Has("point_estimate"))
        {
            return null;
        }

        double? Estimate(string key) => root.At(key).Number("point_estimate") * Milliseconds;
        return ToolMetrics.Run(input.Path, "criterion estimates", [
            ToolMetrics.Times(name, input.Path, null, (ToolMetrics.Avg, Estimate("mean")), (ToolMetrics.Med, Estimate("median"))),
        ]);
    }

    private static double Positive(ToolJson count) => count.Number() is > 0 and var number ? number : throw count.Wrong("a number of iterations");
}
