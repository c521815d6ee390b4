using System.Globalization;

namespace Gates.Formats.LoadResults;

/// <summary>A limit relative to the baseline: <c>p(95) &lt;= baseline * 1.10</c>, or short <c>p95: +10%</c>.</summary>
/// <param name="Aggregation">What is compared.</param>
/// <param name="Comparison">One of &lt;, &lt;=, &gt;, &gt;=.</param>
/// <param name="Factor">What the baseline's value is multiplied by.</param>
internal sealed record BudgetExpression(Aggregation Aggregation, Comparison Comparison, double Factor)
{
    private const int MaxLength = 200;
    private const string Examples = "write \"p(95) <= baseline * 1.10\", or short \"p95: +10%\"";

    /// <value>Whether more is worse; otherwise less is.</value>
    public bool IsUpperLimit => Comparison is Comparison.Less or Comparison.LessOrEqual;

    /// <exception cref="FormatException">It is none; the message says what would be right.</exception>
    public static BudgetExpression Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new FormatException($"is too long; {Examples}");
        }

        return ThresholdOperators.TrySplit(text, out var left, out var comparison, out var right)
            ? Long(left, comparison, right)
            : Short(text);
    }

    public bool Holds(double current, double baseline) => Comparison.Holds(current, baseline * Factor);

    public override string ToString() => $"{Aggregation} {Comparison.Sign()} baseline * {Factor.ToString("0.####", CultureInfo.InvariantCulture)}";

    private static BudgetExpression Long(string left, Comparison comparison, string right)
    {
        if (comparison is Comparison.Equal or Comparison.NotEqual)
        {
            throw new FormatException("compares for equality, which no two runs are; use <, <=, > or >=");
        }

        if (!right.StartsWith("baseline", StringComparison.Ordinal))
        {
            throw new FormatException($"does not name the baseline; {Examples}; limits that do not depend on it belong under `thresholds`");
        }

        var rest = right["baseline".Length..].Trim();
        var factor = rest.Length == 0 ? 1
            : rest[0] == '*' && TryNumber(rest[1..], out var number) && number > 0 ? number
            : TryPercent(rest, out var percent) ? 1 + percent
            : throw new FormatException($"has \"{rest}\" after `baseline`; valid: * 1.10, + 10%, or nothing");
        return new BudgetExpression(ThresholdExpression.ReadAggregation(left), comparison, factor);
    }

    private static BudgetExpression Short(string text)
    {
        var parts = text.Split(':', 2);
        if (parts.Length != 2 || !TryPercent(parts[1].Trim(), out var change))
        {
            throw new FormatException($"is not a budget; {Examples}");
        }

        return Aggregation.TryParseKey(parts[0].Trim(), out var aggregation)
            ? new BudgetExpression(aggregation, change >= 0 ? Comparison.LessOrEqual : Comparison.GreaterOrEqual, 1 + change)
            : throw new FormatException($"has \"{parts[0].Trim()}\" where an aggregation belongs; valid: {Aggregation.Known}");
    }

    /// <summary>Reads <c>+10%</c> or <c>- 5 %</c>; the sign is needed, and nothing falls by all of itself.</summary>
    private static bool TryPercent(string text, out double share)
    {
        share = 0;
        if (text.Length < 3 || text[0] is not ('+' or '-') || text[^1] != '%' || !TryNumber(text[1..^1], out var percent))
        {
            return false;
        }

        share = (text[0] == '-' ? -percent : percent) / 100;
        return percent >= 0 && share > -1;
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
