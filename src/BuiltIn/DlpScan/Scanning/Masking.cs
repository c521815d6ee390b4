using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Says what may be said about a value: the part every such value has, and a length that helps nobody guess it.</summary>
internal static class Masking
{
    private const int LongEnough = 20;
    private const int MinHidden = 6;

    public static string Of(in RawMatch match)
    {
        if (match.Rule.IsPersonal || match.Rule.Category == RuleCategories.PrivateKey)
        {
            return "hidden";
        }

        // A literal of the repository's own rule may be most of the value.
        var isShown = match.Literal.Length > 0
            && match.Value.Length >= match.Literal.Length + MinHidden
            && match.Value.StartsWith(match.Literal, StringComparison.Ordinal);
        var prefix = isShown ? match.Literal + "…, " : string.Empty;
        return match.Value.Length >= LongEnough || prefix.Length > 0
            ? FormattableString.Invariant($"{prefix}{match.Value.Length} characters")
            : "hidden";
    }
}
