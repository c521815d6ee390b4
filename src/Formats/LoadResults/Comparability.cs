using System.Globalization;

namespace Gates.Formats.LoadResults;

/// <summary>Whether two sets of runs measured the same thing under the same load. What a file does not say is not held against it.</summary>
internal static class Comparability
{
    private const double DurationTolerance = 0.1;
    private const double LoadTolerance = 0.2;
    private const double DropLimit = 0.001;

    /// <summary>Every reason why they cannot be compared; none when they can.</summary>
    public static IReadOnlyList<string> Refuse(IReadOnlyList<LoadRun> baseline, IReadOnlyList<LoadRun> current)
    {
        LoadRun[] all = [.. baseline, .. current];
        return
        [
            .. Different(all, run => run.ScriptDigest?[..12], "the script is not the same"),
            .. Different(all, run => run.ToolVersion, "the tool's version is not the same"),
            .. Different(
                all,
                run => run.Scenarios.Count == 0 ? null : string.Join(" and ", run.Scenarios.Order(StringComparer.Ordinal)),
                "the scenarios are not the same"),
            .. Different(
                all,
                run => run.HasSamples ? "points" : "a summary",
                "points and summaries are mixed, and one run may be there as both; give one kind"),
            .. all.SelectMany(run => run.Doubts.Select(doubt => $"{run.Path}: {doubt}")),
            .. all.Select(Drops).OfType<string>(),
            .. Duration(all),
            .. Load(baseline, current),
        ];
    }

    private static IEnumerable<string> Different(LoadRun[] runs, Func<LoadRun, string?> of, string reason)
    {
        var values = runs.Select(run => (run.Path, Value: of(run)))
            .Where(one => one.Value is not null)
            .DistinctBy(one => one.Value, StringComparer.Ordinal)
            .Take(2)
            .ToList();
        if (values.Count == 2)
        {
            yield return $"{reason}: {values[0].Value} in {values[0].Path}, {values[1].Value} in {values[1].Path}";
        }
    }

    private static string? Drops(LoadRun run)
    {
        var dropped = run.Get("dropped_iterations", AggregationMethod.Count) ?? 0;
        var share = dropped / (dropped + (run.Get("iterations", AggregationMethod.Count) ?? 0));
        return share > DropLimit
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Path}: {dropped:0} iterations ({share:0.0 %}) were dropped for want of virtual users, and how long they would have taken is nowhere")
            : null;
    }

    private static IEnumerable<string> Duration(LoadRun[] runs)
    {
        var known = runs.Where(run => run.Seconds is not null).OrderBy(run => run.Seconds).ToList();
        if (known.Count > 1 && known[^1].Seconds > known[0].Seconds * (1 + DurationTolerance) && known[^1].Seconds - known[0].Seconds > 1)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the runs took {known[0].Seconds:0.#} s ({known[0].Path}) and {known[^1].Seconds:0.#} s ({known[^1].Path})");
        }
    }

    /// <summary>
    /// A fixed arrival rate keeps the iterations a second; a fixed number of users keeps that times the iteration's duration (Little's law),
    /// and its rate falls because the service is slow. One of the two has to agree.
    /// </summary>
    private static IEnumerable<string> Load(IReadOnlyList<LoadRun> baseline, IReadOnlyList<LoadRun> current)
    {
        var rates = (Before: Mean(baseline, Rate), After: Mean(current, Rate));
        var users = (Before: Mean(baseline, Users), After: Mean(current, Users));
        if (Agree(rates) == false && Agree(users) == false)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the load is not the same: {rates.Before:0.#} iterations a second then, {rates.After:0.#} now");
        }
    }

    private static bool? Agree((double? Before, double? After) pair) =>
        pair.After / pair.Before is { } ratio ? Math.Abs(Math.Log(ratio)) <= Math.Log(1 + LoadTolerance) : null;

    private static double? Rate(LoadRun run) => run.Get("iterations", AggregationMethod.Rate) ?? run.Get("iterations", AggregationMethod.Count) / run.Seconds;

    private static double? Users(LoadRun run) => Rate(run) * run.Get("iteration_duration", AggregationMethod.Avg) / 1000;

    private static double? Mean(IReadOnlyList<LoadRun> runs, Func<LoadRun, double?> of) =>
        runs.Select(of).OfType<double>().ToList() is { Count: > 0 } known ? known.Average() : null;
}
