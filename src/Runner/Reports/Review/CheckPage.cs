using Gates.Doors.GitHub.CheckRuns;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports.Review;

/// <summary>A run as the output of a check run.</summary>
internal static class CheckPage
{
    /// <value>GitHub refuses more than 65,535 characters in the summary, and in the text. In bytes.</value>
    public const int MaxBytes = 65_000;

    private const int MaxTitle = 200;
    private const int MaxMessage = 4_000;
    private const int Closing = 1_000;

    /// <param name="input">The run.</param>
    /// <param name="mostAnnotations">How many annotations may be sent.</param>
    public static CheckOutput Render(ReviewInput input, int mostAnnotations)
    {
        var annotations = Annotations(input.Report).ToList();
        var hidden = Math.Max(0, annotations.Count - mostAnnotations);
        return new CheckOutput(Title(input), Summary(input, hidden), Text(input), [.. annotations.Take(mostAnnotations)]);
    }

    private static string Title(ReviewInput input)
    {
        var blocking = Tally.From(input.Report).Blocking;
        var sentence = Outcome.Sentence(input.Report).TrimEnd('.');
        string[] parts =
        [
            input.Override?.Words ?? "",
            blocking > 0 ? Prose.Count(blocking, "finding blocks", "findings block") : "",
            input.Unverified.Count > 0 ? $"{Prose.Count(input.Unverified.Count, "gate")} not verified" : "",
            sentence,
        ];
        return Escape.Cut(Escape.OneLine(string.Join("; ", parts.Where(part => part.Length > 0))), MaxTitle);
    }

    private static string Summary(ReviewInput input, int hidden)
    {
        var page = new BoundedText(MaxBytes);
        ReviewParts.Head(page, input);
        ReviewParts.Notes(page, input.Report, MaxBytes / 2);
        ReviewParts.Table(page, input, MaxBytes / 3);
        ReviewParts.Unseen(page, input, 4 * Closing);
        ReviewParts.Unverified(page, input, 3 * Closing);
        ReviewParts.Metrics(page, input, 3 * Closing);
        if (hidden > 0)
        {
            page.TryAdd($"\n**{Prose.Count(hidden, "finding has", "findings have")} no annotation**: the most important ones have one.\n");
        }

        ReviewParts.Foot(page, input);
        return page.ToString();
    }

    private static string? Text(ReviewInput input)
    {
        var page = new BoundedText(MaxBytes);
        var findings = FindingGroups.Told(input.Report).ToLookup(reported => reported.IsBlocking);
        List("finding blocks", "findings block", findings[true], (group, number) => ReviewParts.Blocking(group, number, input), MaxBytes / 3);
        List(
            "new finding does not block",
            "new findings do not block",
            findings[false],
            (group, _) => ReviewParts.Listed(group, input),
            2 * Closing);
        return page.IsEmpty ? null : page.ToString();

        void List(string one, string many, IEnumerable<ReportedFinding> members, Func<FindingGroup, int, string> show, int floor)
        {
            var all = FindingGroups.Of(members);
            if (all.Count > 0 && page.TryAdd($"\n### {Prose.Count(ReviewParts.Count(all), one, many)}\n\n", floor))
            {
                var shown = page.AddWhile(all.Select((group, index) => show(group, index + 1)), floor);
                ReviewParts.More(page, ReviewParts.Count(all.Skip(shown)), "more finding", "more findings", input);
            }
        }
    }

    private static IEnumerable<CheckAnnotation> Annotations(RunReport report)
    {
        var lines = new AnnotatedLines(report.Changes);
        foreach (var annotation in Annotation.Of(report).OrderByDescending(annotation => annotation.Severity).ThenBy(annotation => !annotation.IsFirst))
        {
            if (annotation.Place is { Commit: null } place && Escape.RelativeUri(place.Path) is not null)
            {
                var (start, end) = lines.Of(place);
                var column = start == end && place.Line == start && (place.EndLine ?? start) <= start ? place.Column : null;
                yield return new CheckAnnotation(
                    place.Path,
                    start,
                    end,
                    annotation.Severity switch
                    {
                        Severity.Error => AnnotationLevel.Failure,
                        Severity.Warning => AnnotationLevel.Warning,
                        _ => AnnotationLevel.Notice
                    },
                    Escape.Plain(Escape.Cut(annotation.Message, MaxMessage)),
                    Escape.Cut(Escape.OneLine(annotation.Title), MaxTitle),
                    StartColumn: column,
                    EndColumn: column is { } first ? Math.Max(place.EndColumn ?? first, first) : null);
            }
        }
    }
}

/// <summary>What a check run shows.</summary>
/// <param name="Title">Plain text in one line.</param>
/// <param name="Summary">Markdown, at most 65,535 characters.</param>
/// <param name="Text">The findings in Markdown, at most 65,535 characters; <see langword="null"/> when there is none.</param>
/// <param name="Annotations">The most important first.</param>
internal sealed record CheckOutput(string Title, string Summary, string? Text, IReadOnlyList<CheckAnnotation> Annotations);
