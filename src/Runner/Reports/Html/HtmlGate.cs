using System.Text.Encodings.Web;
using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports.Html;

/// <summary>Everything about one gate.</summary>
internal sealed class HtmlGate(GateResult gate, int number, HtmlFindings findings, HtmlWriter html)
{
    private const int MaxLines = 2_000;
    private const int MaxSettings = 50_000;

    private static readonly IndentedJson Indented = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Why the gate did not run, or why its findings do not block; nothing when there is nothing to say.</summary>
    public static void Why(GateResult gate, HtmlWriter html)
    {
        if (Words.Aside(gate) is { Length: > 0 } why)
        {
            html.Write($"<span class=\"why\">{Escape.Cut(why, 500)}</span>");
        }
    }

    public void Write()
    {
        html.Write($"<section class=\"gate\" id=\"gate-{number + 1}\" aria-labelledby=\"gate-{number + 1}-title\">\n<header><h2 id=\"gate-{number + 1}-title\">{Escape.Cut(gate.Title, 200)}</h2> <code class=\"id\">{Escape.Cut(gate.GateId, 200)}</code> <span class=\"badge {RecordedNames.Of(gate.Verdict)}\">{Words.For(gate)}</span>");
        Why(gate, html);
        html.Write("</header>\n");
        if (gate.Error is not null)
        {
            html.Write($"<p class=\"unseen-text\">{Escape.Cut(gate.Error, HtmlFindings.MaxText)}</p>\n");
        }
        else if (gate.Findings.Count == 0 && gate.SkipReason is null)
        {
            html.Write($"<p class=\"none\">{(gate.Verdict is Verdict.Skipped ? "Nothing was looked at." : "Nothing found.")}</p>\n");
        }

        findings.Write(gate);
        new HtmlCharts(findings, html).Write(gate.Charts);
        HtmlMetrics.Write(gate.Metrics, html);
        Pages();
        Lists();
        Provenance();
        html.Write("</section>\n");
    }

    /// <summary>As the policy wrote them: their file and the job's summary show them as pages.</summary>
    private void Pages()
    {
        foreach (var page in gate.Pages.TakeWhile(_ => findings.HasRoom))
        {
            html.Write($"<details><summary><h3>{page.Name}</h3></summary><pre>{Escape.Cut(page.Markdown, PolicyPage.MaxLength)}</pre></details>\n");
        }
    }

    private void Lists()
    {
        if (gate.Passed.Count > 0)
        {
            html.Write($"<details><summary><h3>{Prose.Count(gate.Passed.Count, "passed check")}</h3></summary><ul class=\"checks\">\n");
            foreach (var check in gate.Passed.Take(MaxLines).TakeWhile(_ => findings.HasRoom))
            {
                html.Write($"<li>{Escape.Cut(check.Message, HtmlFindings.MaxText)} <code class=\"quiet\">{Escape.Cut(check.Rule, 200)}</code></li>\n");
            }

            More(gate.Passed.Count);
            html.Write("</ul></details>\n");
        }

        if (gate.Log.Count > 0)
        {
            html.Write($"<details><summary><h3>Log, {Prose.Count(gate.Log.Count, "line")}</h3></summary><ul class=\"log\">\n");
            foreach (var line in gate.Log.Take(MaxLines).TakeWhile(_ => findings.HasRoom))
            {
                html.Write($"<li><code class=\"text\">{Escape.Cut(line, HtmlFindings.MaxText)}</code></li>\n");
            }

            More(gate.Log.Count);
            html.Write("</ul></details>\n");
        }
    }

    private void More(int count)
    {
        if (count > MaxLines || !findings.HasRoom)
        {
            html.Write("<li>The rest is in results.json.</li>\n");
        }
    }

    private void Provenance()
    {
        if (gate.Settings.ValueKind == JsonValueKind.Object && gate.Settings.EnumerateObject().Any())
        {
            html.Write($"<details><summary><h3>Settings</h3></summary><pre>{Escape.Cut(JsonSerializer.Serialize(gate.Settings, Indented.JsonElement), MaxSettings)}</pre></details>\n");
        }

        html.Write($"<p class=\"provenance\">Judged by policy <code>{Escape.Cut(gate.Policy.Name, 200)}</code>, SHA-256 <code>{gate.Policy.Digest}</code>, in {Prose.Time(gate.Elapsed)}.</p>\n");
    }
}
