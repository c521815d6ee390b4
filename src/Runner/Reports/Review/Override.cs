using System.Globalization;

namespace Gates.Runner.Reports.Review;

/// <summary>Somebody let a pull request pass although its gates did not: shown everywhere, never a pass.</summary>
/// <param name="Login">Who.</param>
/// <param name="Via">The team that lets them, as configured; <see langword="null"/> when they are named themselves.</param>
/// <param name="Label">The label that they put on.</param>
/// <param name="Since">When.</param>
/// <param name="Until">When it ends.</param>
internal sealed record Override(string Login, string? Via, string Label, DateTimeOffset Since, DateTimeOffset Until)
{
    /// <value>How the title of an overridden check begins.</value>
    public const string Beginning = "overridden by @";

    /// <value>In words, the same in every place.</value>
    public string Words => $"{Beginning}{Login}{(Via is null ? "" : $" ({Via})")} until {Time(Until)}";

    /// <summary>A moment to the minute.</summary>
    public static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
