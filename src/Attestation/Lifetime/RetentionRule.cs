namespace Gates.Attestation.Lifetime;

/// <summary>How long a year's evidence must be kept.</summary>
/// <param name="Years">Whole years after the end of the year that it is of.</param>
internal sealed record RetentionRule(int Years)
{
    public const int Least = 1;
    public const int Most = 100;

    /// <value>Three years.</value>
    public static RetentionRule Usual { get; } = new(3);

    /// <summary>The first moment at which a year's evidence may go.</summary>
    public DateTimeOffset End(int year) => new(year + Years + 1, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The last day on which it must be there.</summary>
    public string LastDay(int year) => FormattableString.Invariant($"{year + Years:D4}-12-31");
}
