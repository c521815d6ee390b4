using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands;

/// <summary>One line of anybody's text for a terminal that may be a job's log.</summary>
internal static class TerminalLine
{
    public static string Of(string text) => Escape.LogLine(Escape.Terminal(text));
}
