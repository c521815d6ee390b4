using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports;

/// <summary>The last lines of the console report: verdict, counts, files, what to do next, time.</summary>
internal sealed class ConsoleEnding(ConsolePaper paper, ConsoleStyle style)
{
    public void Write(RunReport report)
    {
        paper.Line(
            0,
            (ConsoleGate.ToneOf(report.Verdict), Words.For(report).ToUpperInvariant()),
            (Tone.Plain, ": " + Escape.OneLine(Outcome.Sentence(report))));
        if (report.Proposed is { Count: > 0 } proposed)
        {
            Row("Edits", Escape.OneLine(Outcome.Proposed(report, proposed)));
        }

        Row("Findings", Outcome.Counts(report));
        if (style.Folder is not null)
        {
            Row("Reports", Escape.OneLine(style.Folder.TrimEnd('/')) + "/ (report.html, results.json, results.sarif, results.junit.xml, summary.md)");
        }

        if (report.Signature is { } signature)
        {
            Row("Signature", Escape.OneLine(Words.Signature(signature)));
        }

        if (Outcome.Next(report) is { } next)
        {
            Row("Next", Escape.OneLine(next));
        }

        Row("Time", Prose.Time(report.Elapsed));
    }

    private void Row(string name, string text) => paper.Line(2, (Tone.Strong, name.PadRight(10)), (Tone.Plain, text));
}
