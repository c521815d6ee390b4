using Gates.Doors.Files;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports;

/// <summary>The report for people: one section a gate, worst first, then the verdict, where the files are and what to do next.</summary>
internal sealed class ConsoleReporter(TextWriter output, ConsoleStyle style) : IReporter
{
    private readonly ConsolePaper paper = new(output, style);

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        Heading(report);
        var section = new ConsoleGate(paper, style, report.Started);
        bool? compact = null;
        foreach (var gate in FindingOrder.Gates(report))
        {
            var body = HasBody(gate);
            if (compact is not null && (body || compact == false))
            {
                paper.Blank();
            }

            compact = !body;
            section.Write(gate);
        }

        paper.Blank();
        new ConsoleEnding(paper, style).Write(report);
        return output.FlushAsync(cancellationToken);
    }

    private static bool HasBody(GateResult gate) =>
        gate.Error is not null || gate.Log.Count > 0 || gate.Metrics.Count > 0 || gate.Findings.Count > 0;

    private void Heading(RunReport report)
    {
        paper.Line(
            0,
            (Tone.Strong, $"Gates {Escape.OneLine(ToolVersion.Short(report.ToolVersion))}"),
            (Tone.Plain, $", configuration: {Text(report.Configuration)}"));
        if (report.Changes is { HasBase: true, BaseSha: { } sha, Files: var files })
        {
            paper.Line(
                0,
                (Tone.Plain, $"{Prose.Count(files.Count, "file")} changed since {Escape.OneLine(Prose.Commit(sha))}; only what is new since then can block"));
        }

        foreach (var note in report.Notes)
        {
            paper.Line(0, (Tone.Warning, "Note: "), (Tone.Plain, Text(note)));
        }

        paper.Blank();
    }

    private string Text(string text) => Escape.OneLine(Escape.Cut(text, style.TextLength));
}
