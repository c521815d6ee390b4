using System.Globalization;
using System.Text.RegularExpressions;

namespace Gates.Policies.Engine;

/// <summary>
/// A moment as ECMAScript writes it (ECMA-262, date time string format); every other form would be completed with today's date, which is a clock.
/// </summary>
internal static partial class Instant
{
    /// <returns>The moment in UTC, a text without an offset taken as UTC; <see langword="null"/> for every other text.</returns>
    public static DateTimeOffset? Parse(string text)
    {
        if (!Form().IsMatch(text))
        {
            return null;
        }

        const DateTimeStyles InUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, InUtc, out var moment) ? moment : null;
    }

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?\z",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Form();
}
