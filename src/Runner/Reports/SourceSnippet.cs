using System.Globalization;
using Gates.Formats.Foundation.Text;
using Gates.Policies;

namespace Gates.Runner.Reports;

/// <summary>A line of a policy with a caret under the place that is meant.</summary>
internal static class SourceSnippet
{
    /// <value>Longer lines were not written by hand and would only be noise.</value>
    private const int MaxLength = 160;

    /// <returns>Lines safe for a terminal; none when the place is not known.</returns>
    public static IReadOnlyList<string> Of(PolicySource policy, Location? place)
    {
        if (place is not { Line: { } line } || policy.LineAt(place) is not { Length: > 0 and <= MaxLength } text)
        {
            return [];
        }

        var number = line.ToString(CultureInfo.InvariantCulture);
        var before = text[..Math.Min(text.Length, (place.Column ?? 1) - 1)];
        return
        [
            $"  {number} | {Escape.Terminal(text)}",
            $"  {new string(' ', number.Length)} | {new string(' ', Escape.Terminal(before).Length)}^",
        ];
    }
}
