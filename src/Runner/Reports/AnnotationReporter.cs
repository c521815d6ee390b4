using System.Globalization;
using System.Text;
using Gates.Policies;

namespace Gates.Runner.Reports;

/// <summary>
/// Writes findings as workflow commands, which GitHub shows on the lines of a change. A step may have ten of each level, so the most
/// important come first and the rest is counted. Findings that were there before, are waived, or are only recorded are left out.
/// </summary>
internal sealed class AnnotationReporter(TextWriter output) : IReporter
{
    private const int Budget = 10;

    /// <value>The runner cuts longer messages without a word.</value>
    private const int MostMessage = 4_000;

    private const int MostTitle = 200;

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        var wanted = Wanted(report).ToList();
        var left = new Dictionary<string, int>(StringComparer.Ordinal) { ["error"] = Budget, ["warning"] = Budget, ["notice"] = Budget };
        if (wanted.GroupBy(annotation => annotation.Level, StringComparer.Ordinal).Any(group => group.Count() > Budget))
        {
            left["notice"]--;
        }

        var hidden = 0;
        foreach (var annotation in wanted)
        {
            if (left[annotation.Level]-- > 0)
            {
                Write(annotation);
            }
            else
            {
                hidden++;
            }
        }

        if (hidden > 0)
        {
            Write(new Annotation("notice", "Gates", $"{Words.Count(hidden, "more finding")}: GitHub shows ten annotations of a kind for each step. See the job summary or results.json for all of them.", null));
        }

        return output.FlushAsync(cancellationToken);
    }

    private static IEnumerable<Annotation> Wanted(RunReport report)
    {
        foreach (var gate in FindingOrder.Gates(report).Where(gate => gate.Error is not null && gate.Mode != GateMode.Audit))
        {
            yield return new Annotation(gate.Blocks ? "error" : "warning", $"{gate.GateId}: could not evaluate", gate.Error!, null);
        }

        foreach (var reported in FindingOrder.All(report))
        {
            if (reported.Finding.State == FindingState.New && reported.Gate.Mode != GateMode.Audit)
            {
                var finding = reported.Finding.Finding;
                var message = string.IsNullOrWhiteSpace(finding.Help) ? finding.Message : $"{finding.Message}\nFix: {finding.Help}";
                yield return new Annotation(Level(reported), $"{reported.Gate.GateId}: {finding.Rule}", message, finding.Location);
            }
        }
    }

    private static string Level(ReportedFinding reported) => reported.Severity switch
    {
        Severity.Error when reported.IsBlocking => "error",
        Severity.Note => "notice",
        _ => "warning",
    };

    private void Write(Annotation annotation)
    {
        var command = new StringBuilder("::").Append(annotation.Level).Append(' ');
        if (annotation.Place is { Path.Length: > 0 } place)
        {
            command.Append("file=").Append(Escape.CommandProperty(place.Path)).Append(',');
            Lines(command, place);
        }

        command.Append("title=").Append(Escape.CommandProperty(Escape.Cut(annotation.Title, MostTitle)));
        command.Append("::").Append(Escape.CommandMessage(Escape.Cut(annotation.Message, MostMessage)));
        output.WriteLine(command.ToString());
    }

    private static void Lines(StringBuilder command, Location place)
    {
        if (place.Line is not { } line)
        {
            return;
        }

        var end = Math.Max(place.EndLine ?? line, line);
        command.Append(CultureInfo.InvariantCulture, $"line={line},endLine={end},");
        if (end == line && place.Column is { } column)
        {
            command.Append(CultureInfo.InvariantCulture, $"col={column},endColumn={Math.Max(place.EndColumn ?? column, column)},");
        }
    }

    private sealed record Annotation(string Level, string Title, string Message, Location? Place);
}
