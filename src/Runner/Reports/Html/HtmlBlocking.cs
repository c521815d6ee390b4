using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports.Groups;

namespace Gates.Runner.Reports.Html;

/// <summary>What stands between this run and green, in full: what blocks, and what could not be evaluated.</summary>
internal sealed class HtmlBlocking(RunReport report, SourceLinks links, HtmlWriter html)
{
    private const int MaxCount = 20;
    private const int MaxPlaces = 200;
    private const int MaxIds = 8;

    /// <value>Places that are shown without being asked for.</value>
    private const int MaxOpen = 8;

    public void Write()
    {
        var unseen = FindingOrder.Gates(report).Where(gate => gate.Error is not null).ToList();
        var blocking = FindingGroups.Of(FindingOrder.All(report).Where(reported => reported.IsBlocking));
        var count = Count(blocking);
        if (unseen.Count + blocking.Count == 0)
        {
            return;
        }

        html.Write($"<section aria-labelledby=\"blocking\">\n<h2 id=\"blocking\">{Heading(count, unseen)}</h2>\n<ol class=\"blocking\">\n");
        foreach (var group in blocking.Take(MaxCount))
        {
            Entry(group);
        }

        foreach (var gate in unseen.Take(MaxCount))
        {
            html.Write($"<li class=\"unseen\"><p class=\"meta\"><strong>{gate.GateId}</strong><span class=\"from\">could not be evaluated{(gate.Blocks ? "" : ", which does not block here")}</span></p><p class=\"text\">{Escape.Cut(gate.Error!, HtmlFindings.MaxText)}</p></li>\n");
        }

        html.Write("</ol>\n");
        var hidden = Count(blocking.Skip(MaxCount)) + Math.Max(0, unseen.Count - MaxCount);
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

    private static int Count(IEnumerable<FindingGroup> groups) => Tally.Sum(groups.SelectMany(group => group.Members).Select(member => member.Found));

    private void Entry(FindingGroup group)
    {
        var finding = group.Finding;
        html.Write("<li><p class=\"meta\">");
        HtmlPlaces.Write(html, links, finding.Location);
        var count = group.IsSingle ? "" : $", 1 of {Prose.Number(group.Count)}";
        html.Write($"<span class=\"from\">{group.Gate.GateId}: {Escape.Cut(finding.Rule, 200)}{count}</span></p>");
        html.Write($"<p class=\"text\">{Escape.Cut(finding.Message, HtmlFindings.MaxText)}</p>");
        HtmlFindings.Line(html, group.First);
        if (!string.IsNullOrWhiteSpace(finding.Help))
        {
            html.Write($"<p class=\"fix\"><b>Fix</b>{Escape.Cut(finding.Help, HtmlFindings.MaxText)}</p>");
        }

        Others(group);
        html.Write($"<p class=\"waive\"><span>or waive {(group.IsSingle ? "it" : "all of them")}</span>");
        html.Write($"<code>{WaiverCommand.For(group, report.Started)}</code></p></li>\n");
    }

    private void Others(FindingGroup group)
    {
        var others = group.Others();
        if (others.Count == 0)
        {
            return;
        }

        if (others.Count <= MaxOpen)
        {
            html.Write("<details class=\"others\" open>");
        }
        else
        {
            html.Write("<details class=\"others\">");
        }

        html.Write($"<summary>{Prose.Count(group.Count - group.Finding.Count, "other place")}</summary><ul>\n");
        foreach (var places in others.Take(MaxPlaces))
        {
            html.Write("<li>");
            HtmlPlaces.Write(html, links, places);
            html.Write(" <span class=\"ids\">");
            foreach (var found in places.Findings.Take(MaxIds))
            {
                html.Write($"<code>{WaiverCommand.Short(found)}</code> ");
            }

            html.Write("</span></li>\n");
        }

        if (GroupWords.Rest([.. others.Skip(MaxPlaces)]) is { } rest)
        {
            html.Write($"<li>{rest}, under the gate below.</li>\n");
        }

        html.Write("</ul></details>\n");
    }
}
