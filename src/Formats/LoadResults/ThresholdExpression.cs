using System.Globalization;

namespace Gates.Formats.LoadResults;

/// <summary>A threshold in k6's grammar: an aggregation, an operator and a number.</summary>
internal sealed record ThresholdExpression(Aggregation Aggregation, Comparison Comparison, double Limit)
{
    private const int MaxLength = 200;

    /// <exception cref="FormatException">It is none; the message says what would be right.</exception>
    public static ThresholdExpression Parse(string text)
    {
        if (text.Length > MaxLength || !ThresholdOperators.TrySplit(text, out var left, out var comparison, out var right))
        {
            throw new FormatException("is not a threshold; write an aggregation, an operator and a number, such as \"p(95) < 500\"");
        }

        var aggregation = ReadAggregation(left);
        return double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) && double.IsFinite(limit)
            ? new ThresholdExpression(aggregation, comparison, limit)
            : throw new FormatException($"has \"{right}\" where a number belongs; there are no units here: times are milliseconds, shares go from 0 to 1");
    }

    /// <exception cref="FormatException">There is no such aggregation.</exception>
    internal static Aggregation ReadAggregation(string text) => Aggregation.TryParse(text, out var aggregation)
        ? aggregation
        : throw new FormatException($"has \"{text}\" where an aggregation belongs; valid: {Aggregation.Known}");

    public bool Holds(double value) => Comparison.Holds(value, Limit);

    /// <summary>The expression in one way of writing, so that two spellings of it are equal.</summary>
    public override string ToString() => $"{Aggregation} {Comparison.Sign()} {Limit.ToString("R", CultureInfo.InvariantCulture)}";
}
