using System.Globalization;
using System.Text;
using Gates.Formats.Foundation.Text;
using Gates.Formats.LoadPlans;
using Gates.Formats.LoadResults;
using Gates.Formats.LoadSummaries;
using Gates.Runner.Reports.Html;

namespace Gates.Runner.Commands.Load;

/// <summary>A load test on a terminal.</summary>
internal sealed class LoadPrinter
{
    private const int MaxFailures = 20;
    private static readonly string[] Shown = ["med", "p(95)", "p(99)", "max"];

    private readonly LoadSummary summary;
    private readonly StringBuilder text = new();

    private LoadPrinter(LoadSummary summary) => this.summary = summary;

    public static string Text(LoadSummary summary)
    {
        var printer = new LoadPrinter(summary);
        printer.Numbers();
        printer.Lists();
        return printer.text.ToString();
    }

    private void Numbers()
    {
        Line($"{LoadWords.Verdict(summary)}  {summary.Plan.Path}: {LoadWords.Sentence(summary)} ({Prose.Time(summary.Elapsed)})");
        Line($"  requests    {Counted("http_reqs")}");
        var dropped = LoadWords.Count(summary, "dropped_iterations").ToString("N0", CultureInfo.InvariantCulture);
        Line($"  iterations  {Counted("iterations")}, dropped {dropped}");
        Latency("http_req_duration", "latency   ");
        if (summary.Plan.Scenarios.Any(scenario => scenario.IsOpen))
        {
            Latency(DriverMetrics.Intended, "  intended");
        }
    }

    private void Lists()
    {
        Each("thresholds", summary.Thresholds.Select(one => LoadWords.Row(one) is [var name, var result, var value] ? $"{result,-8} {name}  {value}" : ""));
        Each("checks", summary.Checks.Where(check => check.Fails > 0).Select(check => string.Create(
            CultureInfo.InvariantCulture,
            $"{check.Name}: did not hold {check.Fails:N0} of {check.Passes + check.Fails:N0} times")));
        Each("failed", summary.Failures.Take(MaxFailures).Select(one => LoadWords.Failure(summary, one) is [var name, var reason, var count, var from, var to]
            ? $"{name}: {reason}, {count} from {from} to {to}"
            : ""));
        if (summary.Failures.Count > MaxFailures)
        {
            Line(FormattableString.Invariant($"    and {summary.Failures.Count - MaxFailures} more, which --summary and --page hold"));
        }

        foreach (var note in LoadWords.Notes(summary))
        {
            Line("  " + note);
        }
    }

    private void Line(string line) => text.Append(TerminalLine.Of(Escape.OneLine(line))).Append('\n');

    private void Latency(string metric, string title)
    {
        if (summary.Run.Metrics.GetValueOrDefault(MetricName.Parse(metric)) is { } measured)
        {
            Line($"  {title}  {string.Join(", ", Shown.Select(name => Number(measured, name)))}");
        }
    }

    private void Each(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            Line($"  {title}");
            all.ForEach(line => Line("    " + line));
        }
    }

    private string Counted(string metric) => string.Create(
        CultureInfo.InvariantCulture,
        $"{LoadWords.Count(summary, metric):N0}, {summary.Run.Get(metric, AggregationMethod.Rate) ?? 0:N1} a second");

    private static string Number(LoadMetric metric, string name) =>
        Aggregation.TryParse(name, out var one) ? string.Create(CultureInfo.InvariantCulture, $"{name} {metric.Get(one):0.##} ms") : "";
}
