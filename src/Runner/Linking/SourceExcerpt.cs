using System.Globalization;
using Gates.Policies;

namespace Gates.Runner.Linking;

/// <summary>A message about a policy with the line that it is about, and a caret below.</summary>
internal static class SourceExcerpt
{
    private const int LongestLine = 200;

    public static string Describe(PolicyException exception, IReadOnlyDictionary<string, string> texts)
    {
        if (exception is not { Line: { } line, Column: { } column } || !texts.TryGetValue(exception.Policy, out var text) || LineOf(text, line) is not { Length: > 0 and <= LongestLine } source)
        {
            return exception.Message;
        }

        var number = line.ToString(CultureInfo.InvariantCulture);
        var indent = string.Concat(source.Take(column - 1).Select(c => c == '\t' ? '\t' : ' '));
        return $"{exception.Message}\n  {number} | {source}\n  {new string(' ', number.Length)} | {indent}^";
    }

    private static string? LineOf(string text, int line)
    {
        var reader = new StringReader(text);
        for (var i = 1; i < line; i++)
        {
            reader.ReadLine();
        }

        return reader.ReadLine();
    }
}
