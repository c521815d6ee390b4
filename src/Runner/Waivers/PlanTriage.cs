using Gates.Runner.Baselines;
using Gates.Runner.Configuration;

namespace Gates.Runner.Waivers;

/// <summary>Reads what a plan's configuration accepts: its waivers and its baseline, from the same tree as its policies.</summary>
internal static class PlanTriage
{
    /// <exception cref="UsageException">One of the files is not valid.</exception>
    public static RunPlan Apply(RunPlan plan, GatesConfiguration configuration, PlanRequest request) =>
        Apply(plan, configuration, request, Baseline.Find(request.Tree, configuration.Baseline));

    /// <summary>The same with another baseline than the one that is there.</summary>
    public static RunPlan Apply(RunPlan plan, GatesConfiguration configuration, PlanRequest request, Baseline? baseline)
    {
        var waivers = WaiverFile.Find(request.Tree, configuration.Waivers, request.Today);
        return plan with
        {
            Triage = new Triage(waivers, baseline, request.Today),
            Review = waivers is null ? null : Review(waivers, configuration, request),
        };
    }

    private static WaiverReview Review(WaiverFile waivers, GatesConfiguration configuration, PlanRequest request)
    {
        var (mode, reason) = ModeRules.Of(configuration.Review, configuration, request);
        return new WaiverReview(waivers, [.. configuration.Gates.Select(gate => gate.Id)], request.Today, mode, reason);
    }
}
