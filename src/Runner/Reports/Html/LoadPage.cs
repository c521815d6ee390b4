using System.Globalization;
using System.Text;
using Gates.Formats.Foundation.Text;
using Gates.Formats.LoadPlans;
using Gates.Formats.LoadResults;
using Gates.Formats.LoadSummaries;
using Gates.Policies;

namespace Gates.Runner.Reports.Html;

/// <summary>A load test as one page that needs nothing else: the verdict, its numbers, and charts over time.</summary>
internal sealed class LoadPage
{
    private static readonly string[] Shown = ["med", "p(95)", "p(99)", "max"];

    private readonly LoadSummary summary;
    private readonly HtmlWriter html;

    private LoadPage(LoadSummary summary, HtmlWriter html) => (this.summary, this.html) = (summary, html);

    public static byte[] Write(LoadSummary summary)
    {
        using var buffer = new MemoryStream();
        using (var text = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            new LoadPage(summary, new HtmlWriter(text)).Write();
        }

        return buffer.ToArray();
    }

    private void Write()
    {
        html.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {HtmlAsset.Style.Source}; base-uri 'none'; form-action 'none'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Load test: {LoadWords.Verdict(summary)}</title>
            """);
        html.Write("\n<style>");
        html.Write(HtmlAsset.Style);
        html.Write("</style>\n</head>\n<body>\n<main id=\"main\">\n");
        var tone = summary is { Stopped: null, Holds: true } ? "passed" : "failed";
        html.Write($"<section class=\"verdict {tone}\" aria-labelledby=\"verdict\">\n<h1 id=\"verdict\">{LoadWords.Verdict(summary)}</h1>\n");
        html.Write($"<p class=\"sentence\">{LoadWords.Sentence(summary)}</p>\n</section>\n");
        Notes();
        Table("Thresholds", ["threshold", "result", "value"], summary.Thresholds.Select(LoadWords.Row));
        Table(
            "Latency, in milliseconds",
            ["metric", .. Shown],
            summary.Run.Metrics.Values.Where(metric => metric.IsTime).OrderBy(metric => metric.Name.ToString(), StringComparer.Ordinal).Select(Latency));
        Table(
            "Checks",
            ["check", "held", "did not hold"],
            summary.Checks.Select(check => new[] { check.Name, Number(check.Passes), Number(check.Fails) }));
        Table("Failed requests", ["request", "what", "how many", "from", "to"], summary.Failures.Select(one => LoadWords.Failure(summary, one)));
        new HtmlCharts(new HtmlFindings(html, SourceLinks.None), html).Write(Charts());
        html.Write("</main>\n</body>\n</html>\n");
    }

    private void Notes()
    {
        html.Write("<ul class=\"notes\" aria-label=\"Notes\">\n");
        foreach (var note in LoadWords.Notes(summary))
        {
            html.Write($"<li class=\"text\">{note}</li>\n");
        }

        html.Write("</ul>\n");
    }

    private void Table(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        html.Write($"<h3>{title}</h3>\n<div class=\"scroll\" role=\"group\" aria-label=\"{title}\" tabindex=\"0\"><table class=\"overview\"><thead><tr>");
        foreach (var column in columns)
        {
            html.Write($"<th scope=\"col\">{column}</th>");
        }

        html.Write("</tr></thead><tbody>\n");
        foreach (var row in all)
        {
            html.Write("<tr>");
            foreach (var cell in row)
            {
                html.Write($"<td>{Escape.Cut(cell, 300)}</td>");
            }

            html.Write("</tr>\n");
        }

        html.Write("</tbody></table></div>\n");
    }

    private IReadOnlyList<Chart> Charts()
    {
        // The last piece is cut off by the end of the run, and would look like a fall.
        var whole = summary.Timeline.Count > 1 ? summary.Timeline.Take(summary.Timeline.Count - 1).ToList() : summary.Timeline;
        var step = whole.Count > 0 ? whole.Max(moment => moment.Seconds) : 1;
        ChartLine Line(string name, Func<LoadMoment, double?> of) => new(name, [.. whole.Select(of)]);
        return
        [
            new Chart("Latency", summary.Started, step, [Line("p(95)", one => one.P95), Line("median", one => one.Median), Line("p(99)", one => one.P99)])
            {
                Unit = "ms",
                Limits = [.. summary.Thresholds.Select(one => one.Threshold)
                    .Where(one => one is { Metric: "http_req_duration", Expression.Comparison: Comparison.Less or Comparison.LessOrEqual })
                    .Select(one => Line(one.Text, _ => one.Expression.Limit))],
            },
            new Chart(
                "Requests a second",
                summary.Started,
                step,
                [
                    Line("sent", one => one.Requests / one.Seconds), Line("failed", one => one.Failed / one.Seconds),
                    Line("dropped iterations", one => one.Dropped / one.Seconds),
                ]),
            new Chart("Virtual users at work", summary.Started, step, [Line("users", one => one.Users)]),
        ];
    }

    private static string[] Latency(LoadMetric metric) =>
    [
        metric.Name.ToString(),
        .. Shown.Select(name => Aggregation.TryParse(name, out var one) && metric.Get(one) is { } value
            ? value.ToString("0.###", CultureInfo.InvariantCulture)
            : ""),
    ];

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
