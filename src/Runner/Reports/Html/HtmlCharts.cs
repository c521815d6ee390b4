using System.Globalization;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports.Charts;

namespace Gates.Runner.Reports.Html;

/// <summary>A gate's charts: what is to be read from them as a table, then a picture each.</summary>
internal sealed class HtmlCharts(HtmlFindings findings, HtmlWriter html)
{
    private const int MaxCount = 50;
    private const int MaxMarks = 20;
    private const int MaxText = 300;
    private const double Left = 56;
    private const double Right = 736;
    private const double Top = 24;
    private const double Bottom = 176;

    private static readonly int[] TimeSteps = [1, 5, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 604_800];

    public void Write(IReadOnlyList<Chart> charts)
    {
        if (charts.Count == 0)
        {
            return;
        }

        html.Write("<h3>Over time</h3>\n");
        foreach (var table in ChartTable.Of([.. charts.Take(MaxCount)]))
        {
            Table(table);
        }

        var drawn = 0;
        foreach (var chart in charts.Take(MaxCount).TakeWhile(_ => findings.HasRoom))
        {
            Figure(chart);
            drawn++;
        }

        if (charts.Count > drawn)
        {
            html.Write($"<p class=\"more\">{Prose.Count(charts.Count - drawn, "more chart")} in results.json.</p>\n");
        }
    }

    private void Table(ChartTable table)
    {
        html.Write("<div class=\"scroll\" role=\"group\" aria-label=\"Table of charts\" tabindex=\"0\"><table class=\"overview\"><thead><tr><th scope=\"col\">name</th><th scope=\"col\">limit</th>");
        foreach (var column in table.Columns)
        {
            html.Write($"<th scope=\"col\">{Escape.Cut(column, 60)}</th>");
        }

        html.Write("</tr></thead><tbody>\n");
        foreach (var chart in table.Rows)
        {
            html.Write($"<tr><th scope=\"row\">{Escape.Cut(chart.Name, 200)}</th><td>{Escape.Cut(ChartTable.Limits(chart), MaxText)}</td>");
            foreach (var (text, severity) in ChartTable.Cells(chart))
            {
                html.Write($"<td class=\"{Tone(severity)}\">{Escape.Cut(text, MaxText)}</td>");
            }

            html.Write("</tr>\n");
        }

        html.Write("</tbody></table></div>\n");
    }

    private void Figure(Chart chart)
    {
        var unit = chart.Unit is null ? "" : $" ({chart.Unit})";
        html.Write($"<figure class=\"chart\"><figcaption><strong>{Escape.Cut(chart.Name + unit, 200)}</strong>");
        Key(chart);
        html.Write($"</figcaption>\n<div class=\"scroll\" role=\"group\" aria-label=\"{Escape.Cut(chart.Name, 200)}\" tabindex=\"0\"><svg viewBox=\"0 0 760 200\" role=\"img\" aria-label=\"{Escape.Cut(Spoken(chart), 2_000)}\">\n");
        var scale = Scale.From(chart);
        Marks(chart);
        Axes(chart, scale);
        Spans(chart);
        Lines(chart, scale);
        html.Write("</svg></div>\n");
        MarkWords(chart);
        html.Write("</figure>\n");
    }

    private void Key(Chart chart)
    {
        for (var number = 0; number < chart.Lines.Count; number++)
        {
            html.Write($" <span class=\"key\"><svg viewBox=\"0 0 20 8\" aria-hidden=\"true\"><path class=\"line line-{number}\" d=\"M1 4h18\"/></svg>{Escape.Cut(chart.Lines[number].Name, 80)}</span>");
        }

        foreach (var limit in chart.Limits)
        {
            html.Write($" <span class=\"key\"><svg viewBox=\"0 0 20 8\" aria-hidden=\"true\"><path class=\"limit\" d=\"M1 4h18\"/></svg>{Escape.Cut(limit.Name, 80)}</span>");
        }
    }

    private static string Spoken(Chart chart)
    {
        var said = ChartTable.Cells(chart).Zip(chart.Spans.Select(span => span.Name + ": ").DefaultIfEmpty(""), (cell, name) => name + cell.Text);
        return $"{chart.Name} from {Time(chart, 0, "yyyy-MM-dd HH:mm")} UTC: {string.Join("; ", said)}";
    }

    private void Marks(Chart chart)
    {
        foreach (var mark in chart.Marks)
        {
            var (from, to) = (X(chart, mark.From), X(chart, mark.To));
            html.Write($"<rect class=\"mark {Tone(mark.Severity)}\" x=\"{from}\" y=\"{Top}\" width=\"{Math.Max(2, to - from)}\" height=\"{Bottom - Top}\"/>\n");
        }
    }

    private void Axes(Chart chart, Scale scale)
    {
        foreach (var tick in scale.Ticks())
        {
            var y = Y(scale, tick);
            html.Write($"<path class=\"grid\" d=\"M{Left} {y}H{Right}\"/><text class=\"y\" x=\"{Left - 6}\" y=\"{y + 3.5}\">{tick.ToString("G4", CultureInfo.InvariantCulture)}</text>\n");
        }

        var seconds = chart.Step * Math.Max(1, chart.Lines[0].Values.Count - 1);
        var step = TimeSteps.FirstOrDefault(step => seconds / step <= 8, TimeSteps[^1]);
        var first = Math.Ceiling(chart.Start.ToUnixTimeSeconds() / (double)step) * step;
        for (var at = first - chart.Start.ToUnixTimeSeconds(); at <= seconds && (at - first) / step < 100; at += step)
        {
            html.Write($"<text class=\"x\" x=\"{Left + ((Right - Left) * at / seconds)}\" y=\"{Bottom + 16}\">{chart.Start.AddSeconds(at).UtcDateTime.ToString(step >= 86_400 ? "MM-dd" : step < 60 ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture)}</text>\n");
        }
    }

    private void Spans(Chart chart)
    {
        foreach (var span in chart.Spans)
        {
            var x = X(chart, span.At);
            html.Write($"<path class=\"edge\" d=\"M{x} {Top - 18}V{Bottom}\"/><text class=\"span\" x=\"{x + 4}\" y=\"{Top - 8}\">{Escape.Cut(span.Name, 24)}</text>\n");
        }
    }

    private void Lines(Chart chart, Scale scale)
    {
        foreach (var limit in chart.Limits)
        {
            html.Write($"<path class=\"limit\" d=\"{LinePath.Of(limit.Values, index => X(chart, index), value => Y(scale, value))}\"/>\n");
        }

        // The first line is what the chart is about, so it lies on top.
        for (var number = chart.Lines.Count - 1; number >= 0; number--)
        {
            html.Write($"<path class=\"line line-{number}\" d=\"{LinePath.Of(chart.Lines[number].Values, index => X(chart, index), value => Y(scale, value))}\"/>\n");
        }
    }

    private void MarkWords(Chart chart)
    {
        foreach (var mark in chart.Marks.Take(MaxMarks))
        {
            html.Write($"<p class=\"marked {Tone(mark.Severity)}\">{Time(chart, mark.From, "HH:mm:ss")} to {Time(chart, mark.To, "HH:mm:ss")} UTC: {Escape.Cut(mark.Text, MaxText)}</p>\n");
        }
    }

    private static string Tone(Severity? severity) => severity is { } known ? RecordedNames.Of(known) : "";

    private static string Time(Chart chart, int index, string form) =>
        chart.Start.AddSeconds(index * chart.Step).UtcDateTime.ToString(form, CultureInfo.InvariantCulture);

    private static double X(Chart chart, int index) => Left + ((Right - Left) * index / Math.Max(1, chart.Lines[0].Values.Count - 1));

    private static double Y(Scale scale, double value) => Bottom - ((Bottom - Top) * scale.Share(value));
}
