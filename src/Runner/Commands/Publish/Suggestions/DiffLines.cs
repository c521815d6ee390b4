using System.Globalization;
using System.Text.RegularExpressions;

namespace Gates.Runner.Commands.Publish.Suggestions;

/// <summary>The lines of a file as they are after a change, as far as GitHub's diff shows them: only those can be commented on.</summary>
internal static partial class DiffLines
{
    /// <param name="patch">The hunks, as GitHub has them.</param>
    /// <returns>The lines by their numbers; none of a patch that is no such thing.</returns>
    public static IReadOnlyDictionary<int, string> Of(string patch)
    {
        var shown = new Dictionary<int, string>();
        int? next = null;
        foreach (var line in patch.Split('\n'))
        {
            if (Hunk().Match(line) is { Success: true } hunk)
            {
                next = int.TryParse(hunk.Groups["start"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : null;
            }
            else if (next is { } number && line is [' ' or '+', ..])
            {
                shown[number] = line[1..];
                next = number + 1;
            }
        }

        return shown;
    }

    [GeneratedRegex(
        @"\A@@ -[0-9]{1,9}(?:,[0-9]{1,9})? \+(?<start>[0-9]{1,9})(?:,[0-9]{1,9})? @@",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hunk();
}
