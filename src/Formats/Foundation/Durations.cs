using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Formats.Foundation;

/// <summary>Durations as people write them: <c>5m</c>, <c>90s</c>, <c>500ms</c>, <c>1h30m</c>.</summary>
internal static partial class Durations
{
    /// <summary>The syntax, for the JSON schema; units from large to small, each at most once.</summary>
    public const string Pattern = "^(?=[0-9])([0-9]{1,6}h)?([0-9]{1,6}m)?([0-9]{1,6}s)?([0-9]{1,6}ms)?$";

    public const string Examples = "5m, 90s, 500ms, 1h30m";

    public static bool TryParse(string text, out TimeSpan duration)
    {
        var match = Syntax().Match(text);
        duration = match.Success
            ? TimeSpan.FromHours(Part(match, 1, 1)) + TimeSpan.FromMinutes(Part(match, 2, 1)) + TimeSpan.FromSeconds(Part(match, 3, 1))
                + TimeSpan.FromMilliseconds(Part(match, 4, 2))
            : TimeSpan.Zero;
        return match.Success;
    }

    public static string Format(TimeSpan duration)
    {
        var text = new StringBuilder();
        Append((long)duration.TotalHours, "h");
        Append(duration.Minutes, "m");
        Append(duration.Seconds, "s");
        Append(duration.Milliseconds, "ms");
        return text.Length == 0 ? "0s" : text.ToString();

        void Append(long count, string unit)
        {
            if (count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{count}{unit}");
            }
        }
    }

    private static long Part(Match match, int group, int unit) =>
        match.Groups[group].Success ? long.Parse(match.Groups[group].ValueSpan[..^unit], CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?=[0-9])([0-9]{1,6}h)?([0-9]{1,6}m)?([0-9]{1,6}s)?([0-9]{1,6}ms)?\\z", RegexOptions.None, 1000)]
    private static partial Regex Syntax();
}
