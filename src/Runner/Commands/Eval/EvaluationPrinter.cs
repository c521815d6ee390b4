using System.Globalization;
using Gates.Formats.Foundation.Text;
using Gates.Policies;
using Gates.Runner.Reports;

namespace Gates.Runner.Commands.Eval;

/// <summary>Shows a policy's author what the policy said, and where in it.</summary>
internal sealed class EvaluationPrinter(TextWriter output, ConsoleStyle style)
{
    private readonly ConsolePaper paper = new(output, style);

    public void Print(EvaluatedPolicy evaluated, bool trace)
    {
        if (trace)
        {
            Trace(evaluated.Trace);
        }

        new ConsoleGate(paper, style).Write(evaluated.Result);
        if (!trace && evaluated is { Trace.Count: 0, Result.Error: null })
        {
            paper.Line(2, (Tone.Quiet, "The policy reported nothing, not even that something holds: did it look at what you meant? See --trace, and report.log."));
        }

        foreach (var line in SourceSnippet.Of(evaluated.Result.Policy, evaluated.Result.ErrorAt))
        {
            paper.Line(2, (Tone.Strong, line));
        }
    }

    private void Trace(IReadOnlyList<ReportCall> calls)
    {
        var places = calls.Select(call => Escape.OneLine(Prose.Place(call.At))).ToList();
        var width = places.Select(place => place.Length).DefaultIfEmpty(0).Max();
        foreach (var (call, place) in calls.Zip(places))
        {
            string[] parts =
            [
                call.Rule ?? "",
                call.Value is { } value ? value.ToString("0.######", CultureInfo.InvariantCulture) : "",
                call.Where is null ? "" : Prose.Place(call.Where),
                call.Text ?? "",
            ];
            paper.Line(
                0,
                (Tone.Strong, place.PadRight(width + 2)),
                (ToneOf(call.Name), call.Name.PadRight(9)),
                (Tone.Plain, Escape.OneLine(Escape.Cut(string.Join("  ", parts.Where(part => part.Length > 0)), style.TextLength))));
        }

        paper.Line(0, (Tone.Quiet, calls.Count == 0 ? "It reported nothing." : $"{Prose.Count(calls.Count, "call")} of report."));
        paper.Blank();
    }

    private static Tone ToneOf(string call) => call switch { "error" => Tone.Bad, "warning" => Tone.Warning, "pass" => Tone.Good, _ => Tone.Quiet };
}
