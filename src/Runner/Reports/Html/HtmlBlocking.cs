using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports.Html;

/// <summary>What stands between this run and green, in full: what blocks, and what could not be evaluated.</summary>
internal sealed class HtmlBlocking(RunReport report, SourceLinks links, HtmlWriter html)
{
    private const int MaxCount = 20;

    public void Write()
    {
        var unseen = FindingOrder.Gates(report).Where(gate => gate.Error is not null).ToList();
        var blocking = FindingOrder.All(report).Where(reported => reported.IsBlocking).ToList();
        if (unseen.Count + blocking.Count == 0)
        {
            return;
        }

        html.Write($"<section aria-labelledby=\"blocking\">\n<h2 id=\"blocking\">{Heading(blocking.Count, unseen)}</h2>\n<ol class=\"blocking\">\n");
        foreach (var reported in blocking.Take(MaxCount))
        {
            Entry(reported);
        }

        foreach (var gate in unseen.Take(MaxCount))
        {
            html.Write($"<li class=\"unseen\"><p class=\"meta\"><strong>{gate.GateId}</strong><span class=\"from\">could not be evaluated{(gate.Blocks ? "" : ", which does not block here")}</span></p><p class=\"text\">{Escape.Cut(gate.Error!, HtmlFindings.MaxText)}</p></li>\n");
        }

        html.Write("</ol>\n");
        var hidden = Math.Max(0, blocking.Count - MaxCount) + Math.Max(0, unseen.Count - MaxCount);
        if (hidden > 0)
        {
            html.Write($"<p class=\"more\">{Prose.Count(hidden, "more", "more")}, under the gates below.</p>\n");
        }

        html.Write("</section>\n");
    }

    private static string Heading(int blocking, List<GateResult> unseen)
    {
        var notSeen = $"{Prose.Count(unseen.Count, "gate")} could not be evaluated";
        return (blocking, unseen.Count) switch
        {
            (0, _) => notSeen,
            (_, 0) => $"{Prose.Count(blocking, "finding blocks", "findings block")}",
            _ => $"{Prose.Count(blocking, "finding blocks", "findings block")}, {notSeen}",
        };
    }

    private void Entry(ReportedFinding reported)
    {
        var finding = reported.Finding.Finding;
        html.Write("<li><p class=\"meta\">");
        HtmlPlaces.Write(html, links, finding.Location);
        html.Write($"<span class=\"from\">{reported.Gate.GateId}: {Escape.Cut(finding.Rule, 200)}</span></p><p class=\"text\">{Escape.Cut(finding.Message, HtmlFindings.MaxText)}</p>");
        if (!string.IsNullOrWhiteSpace(finding.Help))
        {
            html.Write($"<p class=\"fix\"><b>Fix</b>{Escape.Cut(finding.Help, HtmlFindings.MaxText)}</p>");
        }

        html.Write($"<p class=\"waive\"><span>or waive it</span><code>{WaiverCommand.For(reported, report.Started)}</code></p></li>\n");
    }
}
