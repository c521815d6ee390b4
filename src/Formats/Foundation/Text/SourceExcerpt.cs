using System.Globalization;

namespace Gates.Formats.Foundation.Text;

/// <summary>A message about a policy with the line that it is about, and a caret below.</summary>
internal static class SourceExcerpt
{
    /// <value>Longer lines were not written by hand and would only be noise.</value>
    private const int MaxLineLength = 200;

    /// <param name="message">The message, with its place.</param>
    /// <param name="source">The line, if it is known.</param>
    /// <param name="line">Its number, from 1.</param>
    /// <param name="column">From 1.</param>
    public static string Below(string message, string? source, int? line, int? column)
    {
        if (source is not { Length: > 0 and <= MaxLineLength } || line is not { } row || column is not { } place)
        {
            return message;
        }

        var number = row.ToString(CultureInfo.InvariantCulture);
        var indent = string.Concat(source.Take(place - 1).Select(c => c == '\t' ? '\t' : ' '));
        return $"{message}\n  {number} | {source}\n  {new string(' ', number.Length)} | {indent}^";
    }
}
