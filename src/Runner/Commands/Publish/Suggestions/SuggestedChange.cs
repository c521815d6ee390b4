using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish.Suggestions;

/// <summary>One line as it should be, offered where it stands.</summary>
/// <param name="Reported">The finding that it mends.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, as the diff shows it on its right side.</param>
/// <param name="Text">The whole line after the change.</param>
internal sealed record SuggestedChange(ReportedFinding Reported, string Path, int Line, string Text)
{
    private const int MaxMessage = 600;

    public SuggestionMarker Marker { get; } = SuggestionMarker.From(Reported, Text);

    /// <summary>What the finding's fix makes of the line that is shown there.</summary>
    /// <param name="reported">The finding.</param>
    /// <param name="shown">The lines that the diff shows of its file.</param>
    /// <returns><see langword="null"/> when the line is not shown, or is not what the finding was about.</returns>
    public static SuggestedChange? From(ReportedFinding reported, IReadOnlyDictionary<int, string> shown) =>
        reported.Finding.Finding is { Fix: { Column: { } column } fix, Location: { Line: { } line, Path: var path } }
            && shown.TryGetValue(line, out var now)
            && fix.In(now)?.Column == column
            && fix.ApplyTo(now) is { Length: <= Fix.MaxLineLength } text
            && !string.IsNullOrWhiteSpace(text)
            ? new SuggestedChange(reported, path, line, text)
            : null;

    /// <summary>The comment: why, and the line in a fence that nothing in it can close. Nobody is notified from a fence.</summary>
    public string Render()
    {
        var fence = new string('`', Math.Max(3, LongestRun(Text) + 1));
        var finding = Reported.Finding.Finding;
        return $"{Marker}\n**{ReviewParts.Text(Reported.Gate.GateId)}** {ReviewParts.Text(finding.Rule)}: "
            + $"{ReviewParts.Text(Escape.OneLine(finding.Message), MaxMessage)}\n\n{fence}suggestion\n{Text}\n{fence}\n";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
