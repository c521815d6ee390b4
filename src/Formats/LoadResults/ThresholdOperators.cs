namespace Gates.Formats.LoadResults;

/// <summary>What the operators are called and mean.</summary>
internal static class ThresholdOperators
{
    /// <summary>In the order in which k6 looks for them: the first that occurs anywhere splits the expression.</summary>
    private static readonly (string Sign, Comparison Comparison)[] InOrder =
    [
        ("<=", Comparison.LessOrEqual),
        ("<", Comparison.Less),
        (">=", Comparison.GreaterOrEqual),
        (">", Comparison.Greater),
        ("===", Comparison.Equal),
        ("==", Comparison.Equal),
        ("!=", Comparison.NotEqual),
    ];

    /// <summary>Splits an expression at its operator.</summary>
    public static bool TrySplit(string text, out string left, out Comparison comparison, out string right)
    {
        foreach (var (sign, meaning) in InOrder)
        {
            if (text.IndexOf(sign, StringComparison.Ordinal) is var at and >= 0)
            {
                (left, comparison, right) = (text[..at].Trim(), meaning, text[(at + sign.Length)..].Trim());
                return true;
            }
        }

        (left, comparison, right) = ("", default, "");
        return false;
    }

    public static bool Holds(this Comparison comparison, double value, double limit) => comparison switch
    {
        Comparison.Less => value < limit,
        Comparison.LessOrEqual => value <= limit,
        Comparison.Greater => value > limit,
        Comparison.GreaterOrEqual => value >= limit,
        Comparison.Equal => value == limit,
        _ => value != limit,
    };

    public static string Sign(this Comparison comparison) => comparison switch
    {
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        Comparison.Equal => "==",
        _ => "!=",
    };
}
