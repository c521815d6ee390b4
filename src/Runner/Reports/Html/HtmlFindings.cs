using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports.Html;

/// <summary>
/// A gate's findings by state, as tables of a few rows: the browser lays out only those in sight, so ten thousand stay quick.
/// Whole findings are left out, counted, and said, when the page would grow too large to open.
/// </summary>
internal sealed class HtmlFindings(HtmlWriter html, SourceLinks links)
{
    /// <value>Characters of one text.</value>
    public const int MaxText = 4_000;

    private const int Rows = 50;

    /// <value>Characters of the whole page.</value>
    private const long MaxPage = 40_000_000;

    public bool HasRoom => html.Length < MaxPage;

    public void Write(GateResult gate)
    {
        var groups = FindingOrder.Of(gate).ToLookup(finding => StateOf(finding, gate.Mode), StringComparer.Ordinal);
        Group(gate, "blocking", "Blocking", groups["blocking"], folded: false);
        Group(gate, "new", "New, not blocking", groups["new"], folded: false);
        Group(gate, "existing", "Existing: there before this change, or in the baseline", groups["existing"], folded: true);
        Group(gate, "waived", "Waived", groups["waived"], folded: true);
    }

    /// <summary>The line that a finding is about, where it may be shown.</summary>
    public static void Line(HtmlWriter html, GateFinding found)
    {
        if (!string.IsNullOrWhiteSpace(found.Line))
        {
            html.Write($"<pre class=\"source\">{found.Line}</pre>");
        }
    }

    private static string StateOf(GateFinding finding, GateMode mode) => finding.IsBlocking(mode) ? "blocking" : RecordedNames.Of(finding.State);

    private void Group(GateResult gate, string state, string heading, IEnumerable<GateFinding> members, bool folded)
    {
        var findings = members.ToList();
        if (findings.Count == 0)
        {
            return;
        }

        html.Write($"<div class=\"group\" data-state=\"{state}\">\n");
        if (folded)
        {
            html.Write("<details><summary>");
        }

        html.Write($"<h3>{heading} <span class=\"quiet shown\">{Prose.Number(Tally.Sum(findings))}</span></h3>");
        if (folded)
        {
            html.Write("</summary>");
        }

        html.Write("\n");
        var shown = 0;
        while (shown < findings.Count && HasRoom)
        {
            shown += Chunk($"{gate.GateId}: {heading}", findings, shown);
        }

        if (shown < findings.Count)
        {
            html.Write($"<p class=\"more\">{Prose.Count(Tally.Sum(findings.Skip(shown)), "more finding")}: see results.json.</p>\n");
        }

        if (folded)
        {
            html.Write("</details>\n");
        }

        html.Write("</div>\n");
    }

    private int Chunk(string name, List<GateFinding> findings, int from)
    {
        var count = Math.Min(Rows, findings.Count - from);
        html.Write($"<div class=\"{(count == Rows ? "chunk long" : "chunk")}\" data-size=\"{Rows}\"><table class=\"findings\"><caption class=\"sr\">{Escape.Cut(name, 300)}, {from + 1} to {from + count}</caption><colgroup><col class=\"c1\"><col class=\"c2\"><col></colgroup><thead class=\"{(from == 0 ? "first" : "sr")}\"><tr><th scope=\"col\">severity</th><th scope=\"col\">place</th><th scope=\"col\">finding</th></tr></thead><tbody>\n");
        foreach (var finding in findings.GetRange(from, count))
        {
            Row(finding);
        }

        html.Write("</tbody></table></div>\n");
        return count;
    }

    private void Row(GateFinding found)
    {
        var finding = found.Finding;
        var severity = RecordedNames.Of(finding.Severity);
        html.Write($"<tr data-severity=\"{severity}\" data-count=\"{finding.Count}\">");
        html.Write($"<td><span class=\"severity {severity}\">{severity}</span></td><th scope=\"row\" class=\"where\">");
        HtmlPlaces.Write(html, links, finding.Location);
        html.Write($"</th><td><p class=\"text\">{Escape.Cut(finding.Message, MaxText)}</p>");
        Line(html, found);
        if (!string.IsNullOrWhiteSpace(finding.Help))
        {
            html.Write($"<p class=\"fix\"><b>Fix</b>{Escape.Cut(finding.Help, MaxText)}</p>");
        }

        if (found.Waiver is { } waiver)
        {
            html.Write($"<p class=\"fix quiet\">{Escape.Cut(Words.Waived(waiver), MaxText)}</p>");
        }

        html.Write($"<span class=\"marks\"><code class=\"rule\">{Escape.Cut(finding.Rule, 200)}</code><code>{WaiverCommand.Short(found)}</code></span></td></tr>\n");
    }
}
