using System.Globalization;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.CanarySlo.Alerting;

/// <summary>The objectives of a gate, as an alerting system needs them.</summary>
/// <param name="Objectives">With the limits in force: a service's before a mode's before the global ones.</param>
/// <param name="Budget">The error budget; without queries for none.</param>
internal sealed record AlertedObjectives(IReadOnlyList<Objective> Objectives, BudgetOptions Budget)
{
    /// <value>How long an objective is broken before it is told.</value>
    public required TimeSpan Breach { get; init; }

    /// <value>The range of rates that are made for histograms and raw counters.</value>
    public required TimeSpan RateWindow { get; init; }

    /// <value>What they were made from and by, such as <c>.github/gates.yml, gates 1.2.0</c>.</value>
    public required string Origin { get; init; }

    /// <value>The release they belong to; empty for none.</value>
    public string Release { get; init; } = "";

    /// <value>The service they are of; empty for none.</value>
    public string Service { get; init; } = "";

    public bool HasBudget => Budget.Bad.Length > 0;

    /// <summary>An objective's value as PromQL: a share of bad or good ones, seconds, events a minute, or the number.</summary>
    public string ValueOf(Objective objective)
    {
        var (options, range) = (objective.Options, Durations.Format(RateWindow));
        return objective.Kind switch
        {
            ObjectiveKind.Quantile => Quantile(options, PromText.Selector(options.Histogram + "_bucket", options.Selector), range),
            ObjectiveKind.Counter => $"sum(increase({options.Counter}[1m]))",
            ObjectiveKind.Value => options.Query,
            _ => Share(Rate(options, options.Good.Length > 0 ? options.Good : options.Bad, range), Rate(options, options.Total, range)),
        };
    }

    /// <summary>What a value must be for its limit to be passed, such as <c>&gt; 0.01</c>.</summary>
    public static IEnumerable<string> Beyond(Objective objective)
    {
        if (objective.Max is { } max)
        {
            yield return $"> {Number(max)}";
        }

        if (objective.Min is { } min)
        {
            yield return $"< {Number(min)}";
        }
    }

    /// <summary>A part of all, where a part that is absent is none, and nothing at all is no share.</summary>
    public static string Share(string part, string whole) => $"(({part}) or on() (({whole}) * 0)) / on() (({whole}) > 0)";

    public static string Number(double number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Quantile(ObjectiveOptions options, string buckets, string range) =>
        $"histogram_quantile({Number(options.Quantile!.Value)}, sum by (le) (rate({buckets}[{range}])))";

    private static string Rate(ObjectiveOptions options, string query, string range) => options.Raw ? $"sum(rate({query}[{range}]))" : query;
}
