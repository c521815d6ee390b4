using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports;

/// <summary>One gate's section of the report for people.</summary>
internal sealed class ConsoleGate(ConsolePaper paper, ConsoleStyle style)
{
    public static Tone ToneOf(GateResult gate) => gate.Error is not null && gate.Verdict == Verdict.Warned ? Tone.Warning : ToneOf(gate.Verdict);

    public static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Failed or Verdict.Errored => Tone.Bad,
        Verdict.Warned => Tone.Warning,
        Verdict.Skipped => Tone.Quiet,
        _ => Tone.Good,
    };

    public void Write(GateResult gate)
    {
        var tally = Tally.From(gate);
        string[] details =
        [
            Words.Seen(gate),
            tally.Fresh,
            gate.Verdict == Verdict.Passed && gate.Passed.Count > 0 ? Prose.Count(gate.Passed.Count, "check") + " held" : "",
            Text(Words.Mode(gate)),
        ];
        var detail = string.Join("; ", details.Where(part => part.Length > 0));
        paper.Line(
            0,
            (ToneOf(gate), Words.For(gate).ToUpperInvariant()),
            (Tone.Strong, $"  {Escape.OneLine(gate.GateId)}"),
            (Tone.Plain, gate.Title == gate.GateId ? "" : $": {Text(gate.Title)}"),
            (Tone.Quiet, detail.Length > 0 ? $" ({detail})" : ""));
        if (gate.SkipReason is not null)
        {
            paper.Line(2, (Tone.Plain, $"Did not run: {Text(gate.SkipReason)}"));
        }

        else if (gate.Verdict is Verdict.Skipped)
        {
            paper.Line(2, (Tone.Plain, "Nothing was looked at"));
        }

        if (gate.Error is not null)
        {
            Several(2, (Tone.Bad, ""), gate.Error);
        }

        Findings(gate, tally);
        Extras(gate);
    }

    private void Findings(GateResult gate, Tally tally)
    {
        var fresh = FindingOrder.Of(gate).Where(finding => finding.State == FindingState.New).ToList();
        foreach (var finding in fresh.Take(style.FindingsPerGate))
        {
            Finding(finding.Finding);
        }

        if (fresh.Count > style.FindingsPerGate)
        {
            paper.Line(2, (Tone.Strong, $"{Prose.Count(fresh.Count - style.FindingsPerGate, "more finding")}: see {Everything}"));
        }

        var waived = gate.Findings.Where(finding => finding.Waiver is not null).ToList();
        foreach (var finding in waived.Take(style.LinesPerGate))
        {
            var place = Prose.Place(finding.Finding.Location);
            paper.Line(2, (Tone.Quiet, Text($"{(place.Length > 0 ? place + ": " : "")}{finding.Finding.Rule} {Words.Waived(finding.Waiver!)}")));
        }

        if (tally.Aside.Length > 0)
        {
            paper.Line(2, (Tone.Quiet, $"{tally.Aside}: not blocking, listed in {Everything}"));
        }
    }

    private string Everything => style.Folder is null ? "results.json (written with --out)" : Escape.OneLine(style.Folder.TrimEnd('/')) + "/results.json";

    private void Finding(Finding finding)
    {
        var place = Escape.OneLine(Prose.Place(finding.Location));
        var tone = finding.Severity switch { Severity.Error => Tone.Bad, Severity.Warning => Tone.Warning, _ => Tone.Quiet };
        var lines = Escape.Lines(Escape.Cut(finding.Message, style.TextLength));
        for (var number = 0; number < lines.Count; number++)
        {
            var rule = number == lines.Count - 1 ? $" [{Text(finding.Rule)}]" : "";
            if (number == 0)
            {
                paper.Line(
                    2,
                    (Tone.Strong, place.Length > 0 ? place + ": " : ""),
                    (tone, RecordedNames.Of(finding.Severity) + ": "),
                    (Tone.Plain, lines[0]),
                    (Tone.Quiet, rule));
            }
            else
            {
                paper.Line(4, (Tone.Plain, lines[number]), (Tone.Quiet, rule));
            }
        }

        if (!string.IsNullOrWhiteSpace(finding.Help))
        {
            Several(4, (Tone.Good, "Fix: "), finding.Help);
        }
    }

    private void Extras(GateResult gate)
    {
        string[] lines = [.. gate.Metrics.Select(Words.Metric), .. gate.Log.Select(line => "log: " + line)];
        foreach (var line in lines.Take(style.LinesPerGate))
        {
            paper.Line(2, (Tone.Quiet, Text(line)));
        }

        if (lines.Length > style.LinesPerGate)
        {
            paper.Line(2, (Tone.Quiet, $"{Prose.Count(lines.Length - style.LinesPerGate, "more line")}: see {Everything}"));
        }
    }

    private void Several(int indent, (Tone Tone, string Text) label, string text)
    {
        var first = true;
        foreach (var line in Escape.Lines(Escape.Cut(text, style.TextLength)))
        {
            paper.Line(first ? indent : indent + 2, first ? label : (Tone.Plain, ""), (Tone.Plain, line));
            first = false;
        }
    }

    private string Text(string text) => Escape.OneLine(Escape.Cut(text, style.TextLength));
}
