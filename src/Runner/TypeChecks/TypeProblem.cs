using System.Globalization;
using System.Text;

namespace Gates.Runner.TypeChecks;

/// <summary>What does not fit its type.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What is wrong, on one line.</param>
internal sealed record TypeProblem(string File, int Line, int Column, string Message)
{
    private const int LongestSource = 200;

    /// <value>The line as it stands in the file; <see langword="null"/> when it is not known.</value>
    public string? Source { get; init; }

    /// <summary>The message at its place, with the line and a caret below it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message}");
        if (Source is { Length: > 0 and <= LongestSource })
        {
            var number = Line.ToString(CultureInfo.InvariantCulture);
            var indent = string.Concat(Source.Take(Column - 1).Select(c => c == '\t' ? '\t' : ' '));
            text.Append(CultureInfo.InvariantCulture, $"\n  {number} | {Source}\n  {new string(' ', number.Length)} | {indent}^");
        }

        return text.ToString();
    }
}
