using System.Globalization;
using System.Text.RegularExpressions;

namespace Gates.Runner.Commands;

/// <summary>A message that begins with its place: <c>file:line:column: what is wrong</c>, or without the column.</summary>
/// <param name="Path">The file; <see langword="null"/> when the message stands nowhere.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Message">What is wrong.</param>
internal sealed partial record ProblemLine(string? Path, int? Line, int? Column, string Message)
{
    public static ProblemLine Parse(string text)
    {
        var match = Place().Match(text);
        return match.Success && IsFile(match.Groups["path"].Value)
            ? new ProblemLine(match.Groups["path"].Value, Number(match.Groups["line"]), Number(match.Groups["column"]), match.Groups["text"].Value)
            : new ProblemLine(null, null, null, text);
    }

    /// <summary>An option is no file, and what stands at the base stands on another line of it here.</summary>
    private static bool IsFile(string path) => !path.StartsWith("--", StringComparison.Ordinal) && !path.Contains(" at the base ", StringComparison.Ordinal);

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<path>[^\n:]+):(?<line>[0-9]{1,9})(:(?<column>[0-9]{1,9}))?: (?<text>[\s\S]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
