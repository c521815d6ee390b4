using System.Globalization;
using Gates.BuiltIn.Waivers;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Waivers;

namespace Gates.Runner.Configuration;

/// <summary>Reads what a plan's configuration accepts: its waivers and its baseline, from the same tree as its policies.</summary>
internal static class PlanTriage
{
    /// <exception cref="UsageException">One of the files is not valid.</exception>
    public static RunPlan Apply(RunPlan plan, GatesConfiguration configuration, PlanRequest request)
    {
        var baseline = Baseline.Find(request.Tree, configuration.Baseline);
        return Apply(plan, configuration, request, baseline, RepositorySalt.Find(request.Tree, baseline?.HeldSalt));
    }

    /// <summary>The same with another salt than the one that is there.</summary>
    public static RunPlan Apply(RunPlan plan, GatesConfiguration configuration, PlanRequest request, Baseline? baseline, RepositorySalt? salt)
    {
        var waivers = WaiverFile.Find(request.Tree, configuration.Waivers, request.Today);
        return plan with
        {
            Triage = new Triage(waivers, baseline, request.Today) { Salt = salt },
            Review = waivers is null ? null : Review(waivers, configuration, request),
            Notes = [.. plan.Notes, .. OldForms(baseline, waivers)],
        };
    }

    private static IEnumerable<string> OldForms(Baseline? baseline, WaiverFile? waivers)
    {
        if (baseline?.Entries.Select(entry => entry.Fingerprint).Where(print => print.IsOld).ToList() is { Count: > 0 } recorded)
        {
            yield return Say(recorded, baseline.Path, "gates baseline");
        }

        if (waivers?.Waivers.Select(waiver =>
            waiver.Fingerprint).OfType<string>().Select(text => new Fingerprint(text)).Where(print => print.IsOld).ToList() is { Count: > 0 } waived)
        {
            yield return Say(waived, waivers.Path, "gates waive --rewrite");
        }

        static string Say(List<Fingerprint> old, string path, string command)
        {
            var forms = string.Join(" and ", old.Select(print => print.IsFirst ? "v1" : "v2m").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{old.Count} {(old.Count == 1 ? "entry" : "entries")} of {path} {(old.Count == 1 ? "is" : "are")} {forms}, which may mean another finding of the same file as well: run `{command}`.");
        }
    }

    private static ClosingGate Review(WaiverFile waivers, GatesConfiguration configuration, PlanRequest request)
    {
        var (mode, reason) = ModeRules.Of(configuration.Review, configuration, request);
        return new ClosingGate(mode, new WaiverReview(waivers, [.. configuration.Gates.Select(gate => gate.Id)], request.Today, mode, reason).Of);
    }
}
