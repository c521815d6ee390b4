using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports.Html;

/// <summary>A gate's numbers; those of one unit are drawn against each other.</summary>
internal static class HtmlMetrics
{
    private const int MaxCount = 500;

    public static void Write(IReadOnlyList<Metric> metrics, HtmlWriter html)
    {
        if (metrics.Count == 0)
        {
            return;
        }

        var scales = metrics.Where(IsDrawable).GroupBy(metric => metric.Unit ?? "", StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .ToDictionary(group => group.Key, group => group.Max(metric => metric.Value), StringComparer.Ordinal);
        html.Write("<h3>Numbers</h3>\n<table class=\"metrics\"><thead class=\"sr\"><tr><th scope=\"col\">name</th><th scope=\"col\">value</th><th scope=\"col\">bar</th></tr></thead><tbody>\n");
        foreach (var metric in metrics.Take(MaxCount))
        {
            html.Write($"<tr><th scope=\"row\">{Escape.Cut(metric.Name, 200)}</th><td class=\"n\">{Words.Amount(metric)}</td><td>");
            if (IsDrawable(metric) && scales.TryGetValue(metric.Unit ?? "", out var scale) && scale > 0)
            {
                html.Write($"<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{100 * metric.Value / scale}\" height=\"10\"/></svg>");
            }

            html.Write("</td></tr>\n");
        }

        html.Write("</tbody></table>\n");
    }

    private static bool IsDrawable(Metric metric) => double.IsFinite(metric.Value) && metric.Value >= 0;
}
