using Gates.BuiltIn.CanarySlo.Answers;
using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.CanarySlo.Evaluation;

/// <summary>The state of an error budget.</summary>
/// <param name="Target">The promised share of good requests.</param>
/// <param name="Whole">Over the whole time.</param>
/// <param name="Alerts">The pairs of windows of the SRE workbook.</param>
/// <param name="Windows">The pace in each window.</param>
internal sealed record ErrorBudget(double Target, BurnWindow Whole, IReadOnlyList<BurnAlert> Alerts, IReadOnlyList<BurnWindow> Windows)
{
    /// <value>Shares of a 30-day budget in the long window: 2 %, 5 %, 10 %, 10 %.</value>
    public static IReadOnlyList<(string Long, string Short, double Factor, bool Pages)> Pairs { get; } =
        [("1h", "5m", 14.4, true), ("6h", "30m", 6, true), ("1d", "2h", 3, false), ("3d", "6h", 1, false)];

    /// <summary>Asks for every window; <see langword="null"/> when no budget is set.</summary>
    public static async Task<ErrorBudget?> ReadAsync(PrometheusClient client, BudgetOptions options, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (options.Bad.Length == 0)
        {
            return null;
        }

        var windows = new Dictionary<string, BurnWindow>(StringComparer.Ordinal);
        var over = AnswerCollector.Range(options.Over);
        foreach (var window in Pairs.SelectMany(pair => new[] { pair.Long, pair.Short }).Append(over))
        {
            var total = await ValueAsync(client, options.Total, window, at, cancellationToken);
            var bad = await ValueAsync(client, options.Bad, window, at, cancellationToken) ?? 0;
            double? share = total > 0 && double.IsFinite(bad) ? bad / total : null;
            windows[window] = new BurnWindow(window, share, share / (1 - (options.Target / 100)));
        }

        return new ErrorBudget(options.Target / 100, windows[over], [.. Pairs.Select(pair => Alert(pair, windows))], [.. windows.Values]);
    }

    private static BurnAlert Alert((string Long, string Short, double Factor, bool Pages) pair, Dictionary<string, BurnWindow> windows)
    {
        var (slow, fast) = (windows[pair.Long].Rate, windows[pair.Short].Rate);
        return new BurnAlert(pair.Long, pair.Short, pair.Factor, pair.Pages, slow is null || fast is null ? null : slow > pair.Factor && fast > pair.Factor);
    }

    private static async Task<double?> ValueAsync(PrometheusClient client, string query, string window, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var series = (await client.QueryAsync(query.Replace("$window", window, StringComparison.Ordinal), at, cancellationToken)).Series;
        return series switch
        {
            [] => null,
            [{ IsHistogram: false, Values: [var value] }] => Answer.Number(value),
            _ => throw new EvaluationException($"`budget`: the query {query} gives {series.Count} series; one number is needed, for example with sum(…)"),
        };
    }
}

/// <summary>A pair of windows that both have to burn: the long one is evidence, the short one says that it still goes on.</summary>
/// <param name="Long">The long window.</param>
/// <param name="Short">The short one.</param>
/// <param name="Factor">The burn rate beyond which it is meant.</param>
/// <param name="Pages">Whether it is urgent.</param>
/// <param name="Burns">Whether both do; <see langword="null"/> without data.</param>
internal sealed record BurnAlert(string Long, string Short, double Factor, bool Pages, bool? Burns);

/// <summary>The pace at which an error budget burns over one window.</summary>
/// <param name="Window">Such as 1h.</param>
/// <param name="Share">Failed requests among all; <see langword="null"/> without data.</param>
/// <param name="Rate">1 uses up the budget exactly at the end of its time.</param>
internal sealed record BurnWindow(string Window, double? Share, double? Rate);
