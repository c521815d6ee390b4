using System.Text;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline;

namespace Gates.Runner.Commands;

/// <summary>
/// The gates at work and for how long, in one line of a terminal that is written again in place. The cursor stays visible, so that no end leaves the terminal
/// changed.
/// </summary>
internal sealed class LiveLine(ProgressPlace place)
{
    private const string Empty = "\r\e[K";

    private readonly long started = place.Time.GetTimestamp();
    private readonly SortedDictionary<string, string> running = new(StringComparer.Ordinal);

    /// <param name="report">What happened; <see langword="null"/> when only time has passed.</param>
    public void Show(GateProgress? report)
    {
        if (report is { Result: not null })
        {
            running.Remove(report.GateId);
        }
        else if (report is not null)
        {
            running[report.GateId] = report.Note is null ? report.GateId : $"{report.GateId}: {report.Note}";
        }

        var text = $"{Prose.Time(place.Time.GetElapsedTime(started))}  {(running.Count == 0 ? "finishing" : string.Join(", ", running.Values))}";
        place.Error.Write(Empty + Cut(Escape.OneLine(text), place.Width() - 1));
    }

    public void Clear() => place.Error.Write(Empty);

    /// <summary>
    /// A line that is too long would break, and only its last part be written again. What is not ASCII may be two columns wide, or a spelling of several.
    /// </summary>
    private static string Cut(string text, int columns)
    {
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            columns -= rune.IsAscii ? 1 : 10;
            if (columns < 0)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }
}
