using System.Globalization;
using System.Text.RegularExpressions;

namespace Gates.Runner.Reports.Review;

/// <summary>Somebody let a pull request pass although its gates did not: shown everywhere, never a pass.</summary>
/// <param name="Login">Who.</param>
/// <param name="Via">The team that lets them, as configured; <see langword="null"/> when they are named themselves.</param>
/// <param name="Label">The label that they put on.</param>
/// <param name="Since">When.</param>
/// <param name="Until">When it ends.</param>
internal sealed partial record Override(string Login, string? Via, string Label, DateTimeOffset Since, DateTimeOffset Until)
{
    private const string Beginning = "overridden by @";

    /// <value>In words, the same in every place.</value>
    public string Words => $"{Beginning}{Login}{(Via is null ? "" : $" ({Via})")} until {Time(Until)}";

    /// <summary>A moment to the minute.</summary>
    public static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Whether the title of a check is that of an overridden one.</summary>
    public static bool IsTitle(string? title) => title?.StartsWith(Beginning, StringComparison.Ordinal) == true;

    /// <summary>What the title of a check says of an override; <see langword="null"/> when it says of none.</summary>
    public static ShownOverride? Read(string title) => Title().Match(title) is { Success: true } words
        ? new ShownOverride(
            words.Groups["login"].Value,
            words.Groups["team"] is { Success: true, Value: var team } ? team : null,
            words.Groups["until"].Value,
            words.Groups["rest"].Value)
        : null;

    [GeneratedRegex(
        "^" + Beginning + @"(?<login>[A-Za-z0-9-]{1,39})( \((?<team>@[A-Za-z0-9-]+/[A-Za-z0-9._-]+)\))?"
            + @" until (?<until>\d{4}-\d\d-\d\d \d\d:\d\d UTC)(; (?<rest>.*))?\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();
}

/// <summary>An override as a check shows it.</summary>
/// <param name="Login">Who.</param>
/// <param name="Team">The team that lets them; <see langword="null"/> when they are named themselves.</param>
/// <param name="Until">When it ends, in words.</param>
/// <param name="Rest">What the title says besides.</param>
internal sealed record ShownOverride(string Login, string? Team, string Until, string Rest);
