using System.Globalization;
using System.Text;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>
/// Finds the day of the build in what it made. An engine's clock cannot be set, so two builds see the same day; a file that holds it would differ tomorrow.
/// </summary>
internal sealed class DayFinder
{
    public const int MaxLength = 16;

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "dd.MM.yyyy", "dd MMM yyyy", "d MMM yyyy", "MMM dd yyyy", "MMM d yyyy", "MMM dd, yyyy", "ddd MMM dd ",
            "MM/dd/yyyy",
    ];

    private readonly List<byte[]> texts;

    private DayFinder(List<byte[]> texts) => this.texts = texts;

    /// <returns><see langword="null"/> when the commit is of that day, so that nobody could tell its day from the build's.</returns>
    /// <param name="now">The day of the build.</param>
    /// <param name="commit">The commit's time.</param>
    public static DayFinder? For(DateTimeOffset now, DateTimeOffset commit) => now.UtcDateTime.Date == commit.UtcDateTime.Date ? null
        : new DayFinder([.. Forms.Select(form => now.UtcDateTime.ToString(form, CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal)
            .Append(string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:MMM} {now.UtcDateTime.Day,2} {now.UtcDateTime:yyyy}"))
            .Append(string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:ddd MMM} {now.UtcDateTime.Day,2} "))
            .Select(Encoding.ASCII.GetBytes)]);

    public bool IsIn(ReadOnlySpan<byte> content)
    {
        foreach (var text in texts)
        {
            if (content.IndexOf(text) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
