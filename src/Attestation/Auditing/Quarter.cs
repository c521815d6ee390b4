using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Auditing;

/// <summary>A quarter of a calendar year, UTC.</summary>
/// <param name="Year">From 2000.</param>
/// <param name="Number">1 to 4.</param>
internal sealed record Quarter(int Year, int Number)
{
    private const int Months = 3;
    private const int FirstYear = 2000;

    /// <value>The first moment.</value>
    public DateTimeOffset From => new(Year, ((Number - 1) * Months) + 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <value>The first moment after.</value>
    public DateTimeOffset To => From.AddMonths(Months);

    /// <exception cref="UsageException">It is no quarter.</exception>
    public static Quarter Parse(string text) =>
        text is [_, _, _, _, 'Q', >= '1' and <= '4']
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= FirstYear and < 9999
                ? new Quarter(year, text[^1] - '0')
                : throw new UsageException($"--quarter {Say.Quote(text)}: not a quarter; it is written as a year, Q and 1 to 4, such as 2026Q4");

    public bool Contains(DateTimeOffset time) => time >= From && time < To;

    public override string ToString() => FormattableString.Invariant($"{Year:D4}Q{Number}");
}
