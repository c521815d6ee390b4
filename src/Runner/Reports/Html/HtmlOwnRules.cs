using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports.Html;

/// <summary>What the change's own rules would say, folded away: it does not count.</summary>
internal static class HtmlOwnRules
{
    private const int MaxGates = 500;
    private const int MaxFindings = 100;

    public static void Write(RunReport report, HtmlWriter html)
    {
        var rules = OwnRules.Of(report);
        if (rules.Count == 0)
        {
            return;
        }

        html.Write($"<section aria-labelledby=\"own\">\n<details class=\"own\"><summary><h2 id=\"own\">{OwnRules.Heading}</h2></summary>\n");
        html.Write("<div class=\"scroll\" role=\"group\" aria-label=\"Table of verdicts by the change's own rules\" tabindex=\"0\"><table class=\"overview\">\n");
        html.Write("<thead><tr><th scope=\"col\">gate</th><th scope=\"col\">by the rules that count</th><th scope=\"col\">by its own</th><th scope=\"col\" class=\"n\">would block</th></tr></thead>\n<tbody>\n");
        foreach (var rule in rules.Take(MaxGates))
        {
            html.Write($"<tr><th scope=\"row\">{Escape.Cut(rule.GateId, 200)}</th><td>{rule.Binding}</td><td>{rule.Own}</td><td class=\"n\">{Prose.Number(rule.Blocking.Count)}</td></tr>\n");
        }

        html.Write("</tbody></table></div>\n");
        var blocking = rules.SelectMany(rule => rule.Blocking).ToList();
        if (blocking.Count > 0)
        {
            html.Write("<ul class=\"checks\">\n");
            foreach (var reported in blocking.Take(MaxFindings))
            {
                var finding = reported.Finding.Finding;
                html.Write($"<li>{Escape.Cut(Prose.Place(finding.Location), 500)} {Escape.Cut(finding.Message, HtmlFindings.MaxText)} <code class=\"quiet\">{Escape.Cut(finding.Rule, 200)}</code></li>\n");
            }

            html.Write("</ul>\n");
            if (blocking.Count > MaxFindings)
            {
                html.Write($"<p>{Prose.Count(blocking.Count - MaxFindings, "more finding")}: see proposed.json.</p>\n");
            }
        }

        html.Write("</details>\n</section>\n");
    }
}
