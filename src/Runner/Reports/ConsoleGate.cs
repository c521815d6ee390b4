using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports.Groups;

namespace Gates.Runner.Reports;

/// <summary>One gate's section of the report for people.</summary>
/// <param name="paper">Where it is written.</param>
/// <param name="style">How it looks.</param>
/// <param name="now">When the run was; <see langword="null"/> where nothing can be waived.</param>
internal sealed class ConsoleGate(ConsolePaper paper, ConsoleStyle style, DateTimeOffset? now = null)
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
            paper.Several(2, (Tone.Bad, ""), Escape.Lines(Escape.Cut(gate.Error, style.TextLength)));
        }

        Findings(gate, tally);
        Extras(gate);
    }

    private void Findings(GateResult gate, Tally tally)
    {
        var groups = FindingGroups.Of(gate).ToLookup(group => group.State);
        var fresh = groups[FindingState.New].ToList();
        var console = new ConsoleFindings(paper, style, now);
        foreach (var group in fresh.Take(style.FindingsPerGate))
        {
            console.Write(group);
        }

        var hidden = Tally.Sum(fresh.Skip(style.FindingsPerGate).SelectMany(group => group.Members).Select(member => member.Found));
        if (hidden > 0)
        {
            paper.Line(2, (Tone.Strong, $"{Prose.Count(hidden, "more finding")}: see {style.Everything}"));
        }

        foreach (var other in gate.Findings.Where(found => found is { State: FindingState.New, SaidBy: not null }).GroupBy(found => found.SaidBy))
        {
            paper.Line(2, (Tone.Quiet, $"{Prose.Count(Tally.Sum(other), "finding")} said by {Escape.OneLine(other.Key!)}"));
        }

        foreach (var group in groups[FindingState.Waived].Where(group => group.First.Waiver is not null).Take(style.LinesPerGate))
        {
            var place = Prose.Place(group.Finding.Location);
            var more = group.IsSingle ? "" : $" and {Prose.Number(group.Count - group.Finding.Count)} more";
            paper.Line(2, (Tone.Quiet, Text($"{(place.Length > 0 ? $"{place}{more}: " : "")}{group.Finding.Rule} {Words.Waived(group.First.Waiver!)}")));
        }

        if (tally.Aside.Length > 0)
        {
            paper.Line(2, (Tone.Quiet, $"{tally.Aside}: not blocking, listed in {style.Everything}"));
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
            paper.Line(2, (Tone.Quiet, $"{Prose.Count(lines.Length - style.LinesPerGate, "more line")}: see {style.Everything}"));
        }
    }

    private string Text(string text) => Escape.OneLine(Escape.Cut(text, style.TextLength));
}
