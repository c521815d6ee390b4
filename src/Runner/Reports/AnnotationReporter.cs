using System.Globalization;
using System.Text;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
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
    private const int MaxMessage = 4_000;

    private const int MaxTitle = 200;

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        // Ten places of one mistake must not hide another one.
        var wanted = Annotation.Of(report).OrderByDescending(annotation => annotation.Severity).ThenBy(annotation => !annotation.IsFirst).ToList();
        var left = Enum.GetValues<Severity>().ToDictionary(severity => severity, _ => Budget);
        if (wanted.GroupBy(annotation => annotation.Severity).Any(group => group.Count() > Budget))
        {
            left[Severity.Note]--;
        }

        var lines = new AnnotatedLines(report.Changes);
        var hidden = 0;
        foreach (var annotation in wanted)
        {
            if (left[annotation.Severity]-- > 0)
            {
                Write(annotation, lines);
            }
            else
            {
                hidden += annotation.Count;
            }
        }

        if (hidden > 0)
        {
            Write(
                new Annotation(
                    Severity.Note,
                    "Gates",
                    $"{Prose.Count(hidden, "more finding")}: GitHub shows ten annotations of a kind for each step. See the job summary or results.json for all of them.",
                    null),
                lines);
        }

        return output.FlushAsync(cancellationToken);
    }

    private void Write(Annotation annotation, AnnotatedLines lines)
    {
        var level = annotation.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        var command = new StringBuilder("::").Append(level).Append(' ');
        if (annotation.Place is { Path.Length: > 0, Commit: null } place)
        {
            command.Append("file=").Append(Escape.CommandProperty(place.Path)).Append(',');
            Lines(command, place, lines);
        }

        command.Append("title=").Append(Escape.CommandProperty(Escape.Cut(annotation.Title, MaxTitle)));
        command.Append("::").Append(Escape.CommandMessage(Escape.Cut(annotation.Message, MaxMessage)));
        output.WriteLine(command.ToString());
    }

    private static void Lines(StringBuilder command, Location place, AnnotatedLines lines)
    {
        if (place.Line is not { } line)
        {
            return;
        }

        var (start, end) = lines.Of(place);
        command.Append(CultureInfo.InvariantCulture, $"line={start},endLine={end},");
        if (start == end && line == start && (place.EndLine ?? line) <= line && place.Column is { } column)
        {
            command.Append(CultureInfo.InvariantCulture, $"col={column},endColumn={Math.Max(place.EndColumn ?? column, column)},");
        }
    }
}
