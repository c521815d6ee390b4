using System.Globalization;
using Gates.Doors.Files;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports.Html;

/// <summary>
/// The report as one page: what failed and why first, then each gate. Everything can be read without its script, which only filters and sorts.
/// </summary>
internal sealed class HtmlPage(RunReport report, SourceLinks links, HtmlWriter html)
{
    private const int MaxNotes = 50;

    private readonly IReadOnlyList<GateResult> gates = FindingOrder.Gates(report);
    private readonly HtmlFindings findings = new(html, links);

    public void Write()
    {
        html.Write("<!doctype html>\n<html lang=\"en\">\n");
        Head();
        html.Write("<body>\n<a class=\"skip\" href=\"#main\">Skip to the verdict</a>\n");
        Bar();
        html.Write("<main id=\"main\" tabindex=\"-1\">\n");
        Verdict();
        new HtmlOverview(gates, html).Write();
        new HtmlBlocking(report, links, html).Write();
        HtmlOwnRules.Write(report, html);
        if (report.Results.Any(gate => gate.Findings.Count > 0))
        {
            Filters();
        }

        for (var number = 0; number < gates.Count; number++)
        {
            new HtmlGate(gates[number], number, findings, html).Write();
        }

        html.Write("</main>\n");
        Foot();
        html.Write("<script>");
        html.Write(HtmlAsset.Script);
        html.Write("</script>\n</body>\n</html>\n");
    }

    private void Head()
    {
        var (style, script, theme) = (HtmlAsset.Style, HtmlAsset.Script, HtmlAsset.Theme);
        html.Write($"""
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {style.Source}; script-src {theme.Source} {script.Source}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Gates: {Words.For(report)}</title>
            """);
        html.Write("\n<script>");
        html.Write(theme);
        html.Write("</script>\n<style>");
        html.Write(style);
        html.Write("</style>\n</head>\n");
    }

    private void Bar() => html.Write("""
        <header class="bar">
        <span class="brand"><svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" d="M2 15V4.5a3 3 0 0 1 6 0V15m0 0V4.5a3 3 0 0 1 6 0V15M1 10h14"/></svg>Gates</span>
        <span class="about">release gate report</span>
        <button type="button" id="theme">Theme</button>
        </header>

        """);

    private void Verdict()
    {
        html.Write($"<section class=\"verdict {RecordedNames.Of(report.Verdict)}\" aria-labelledby=\"verdict\">\n<h1 id=\"verdict\">{Words.For(report)}</h1>\n<p class=\"sentence\">{Outcome.Sentence(report)}</p>\n");
        if (Outcome.Next(report) is { } next)
        {
            html.Write($"<p class=\"next\"><strong>Next:</strong> {next}.</p>\n");
        }

        html.Write("</section>\n");
        Notes();
        html.Write("<dl class=\"facts\">\n");
        Fact("Findings", Outcome.Counts(report));
        Fact("Commit", report.Changes.HeadSha is { } head ? Prose.Commit(head) : null);
        Fact("Compared with", report.Changes.BaseSha is { } start ? Prose.Commit(start) : null);
        Fact("Configuration", report.Configuration);
        Fact("Started", report.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        Fact("Took", Prose.Time(report.Elapsed));
        Fact("Signature", report.Signature is { } signature ? Words.Signature(signature) : null);
        html.Write("</dl>\n");
    }

    private void Notes()
    {
        var notes = report.Notes.Take(MaxNotes).ToList();
        if (report.Proposed is { Count: > 0 } proposed)
        {
            notes.Add(Outcome.Proposed(report, proposed) + ".");
        }

        if (notes.Count == 0)
        {
            return;
        }

        html.Write("<ul class=\"notes\" aria-label=\"Notes\">\n");
        foreach (var note in notes)
        {
            html.Write($"<li class=\"text\">{Escape.Cut(note, HtmlFindings.MaxText)}</li>\n");
        }

        html.Write("</ul>\n");
    }

    private void Fact(string name, string? value)
    {
        if (value is not null)
        {
            html.Write($"<div><dt>{name}</dt><dd>{Escape.Cut(value, 500)}</dd></div>\n");
        }
    }

    private void Filters()
    {
        html.Write("""
            <form id="filters" class="filters" role="search" aria-label="Findings" autocomplete="off">
            <label class="search"><span class="sr">Search findings</span><input type="search" id="q" name="q" placeholder="Search findings  ( / )" spellcheck="false"></label>
            <label><span class="name">Gate</span> <select name="gate"><option value="">all</option>
            """);
        for (var number = 0; number < gates.Count; number++)
        {
            if (gates[number].Findings.Count > 0)
            {
                html.Write($"<option value=\"gate-{number + 1}\">{Escape.Cut(gates[number].GateId, 60)}</option>");
            }
        }

        html.Write("""
            </select></label>
            <fieldset><legend>Severity</legend> <label><input type="checkbox" name="severity" value="error" checked>error</label> <label><input type="checkbox" name="severity" value="warning" checked>warning</label> <label><input type="checkbox" name="severity" value="note" checked>note</label></fieldset>
            <fieldset><legend>State</legend> <label><input type="checkbox" name="state" value="blocking" checked>blocking</label> <label><input type="checkbox" name="state" value="new" checked>new</label> <label><input type="checkbox" name="state" value="existing" checked>existing</label> <label><input type="checkbox" name="state" value="waived" checked>waived</label></fieldset>
            <label><span class="name">Order</span> <select name="order"><option value="">importance</option><option value="severity">severity</option><option value="place">place</option><option value="rule">rule</option></select></label>
            <button type="reset" id="clear" disabled>Clear</button>

            """);
        var total = Tally.From(report).All;
        html.Write($"<output id=\"count\" aria-live=\"polite\">{Prose.Count(total, "finding")}</output>\n</form>\n");
    }

    private void Foot() =>
        html.Write($"<footer>Gates {ToolVersion.Short(report.ToolVersion)}. The same for programs: results.json, results.sarif and results.junit.xml beside this file.</footer>\n");
}
