using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports.Html;

/// <summary>One line a gate, with its findings as numbers and as a bar.</summary>
internal sealed class HtmlOverview(IReadOnlyList<GateResult> gates, HtmlWriter html)
{
    public void Write()
    {
        var most = gates.Select(gate => Tally.From(gate).All).DefaultIfEmpty().Max();
        html.Write("""
            <section aria-labelledby="gates">
            <h2 id="gates">Gates</h2>
            <div class="scroll" role="group" aria-label="Table of gates" tabindex="0"><table class="overview">
            <thead><tr><th scope="col">gate</th><th scope="col">verdict</th><th scope="col" class="n">blocking</th><th scope="col" class="n">other new</th><th scope="col" class="n">existing</th><th scope="col" class="n">waived</th><th scope="col"><span class="sr">share of the findings</span></th><th scope="col" class="n">time</th></tr></thead>
            <tbody>

            """);
        for (var number = 0; number < gates.Count; number++)
        {
            Row(gates[number], number, most);
        }

        html.Write("</tbody></table></div>\n</section>\n");
    }

    private void Row(GateResult gate, int number, int most)
    {
        var tally = Tally.From(gate);
        var other = tally.Errors - tally.Blocking + tally.Warnings + tally.Notes;
        html.Write($"<tr><th scope=\"row\"><a href=\"#gate-{number + 1}\">{Escape.Cut(gate.GateId, 200)}</a></th><td><span class=\"badge {RecordedNames.Of(gate.Verdict)}\">{Words.For(gate)}</span>");
        HtmlGate.Why(gate, html);
        html.Write("</td>");
        foreach (var count in new[] { tally.Blocking, other, tally.Existing, tally.Waived })
        {
            html.Write($"<td class=\"n{(count == 0 ? " zero" : "")}\">{Prose.Number(count)}</td>");
        }

        html.Write("<td>");
        Share(tally, other, most);
        html.Write($"</td><td class=\"n\">{Prose.Time(gate.Elapsed)}</td></tr>\n");
    }

    private void Share(Tally tally, int other, int most)
    {
        if (most == 0 || tally.Blocking + other + tally.Existing + tally.Waived == 0)
        {
            return;
        }

        html.Write("<svg class=\"share\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        var left = 0.0;
        foreach (var (count, name) in new[]
        {
            (tally.Blocking, "blocking-share"),
            (other, "new-share"),
            (tally.Existing, "existing-share"),
            (tally.Waived, "waived-share")
        })
        {
            var width = 100.0 * count / most;
            html.Write($"<rect class=\"{name}\" x=\"{left}\" width=\"{width}\" height=\"10\"/>");
            left += width;
        }

        html.Write("</svg>");
    }
}
