using System.Globalization;
using System.Text;

namespace Gates.Runner.TypeScript;

/// <summary>Why a policy cannot be translated.</summary>
/// <param name="File">The file at fault.</param>
/// <param name="Line">From 1; <see langword="null"/> when the whole file is meant.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Source">The line as it stands in the file.</param>
internal sealed record TranslationProblem(string File, int? Line, int? Column, string Message, string? Source)
{
    private const int LongestSource = 200;

    /// <summary>The message at its place, with the line and a caret below it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        text.Append(CultureInfo.InvariantCulture, $"{(Line is null ? "" : $":{Line}:{Column}")}: {Message}");
        if (Source is { Length: > 0 and <= LongestSource } && Line is { } line && Column is { } column)
        {
            var number = line.ToString(CultureInfo.InvariantCulture);
            var indent = string.Concat(Source.Take(column - 1).Select(c => c == '\t' ? '\t' : ' '));
            text.Append(CultureInfo.InvariantCulture, $"\n  {number} | {Source}\n  {new string(' ', number.Length)} | {indent}^");
        }

        return text.ToString();
    }
}
