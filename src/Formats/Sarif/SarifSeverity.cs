using System.Globalization;
using Gates.Formats.Documents;

namespace Gates.Formats.Sarif;

/// <summary>How bad a result is, read as scanners write it: a number from 0 to 10, as number or text, else a word.</summary>
internal static class SarifSeverity
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["critical"] = "critical",
        ["high"] = "high",
        ["medium"] = "medium",
        ["moderate"] = "medium",
        ["low"] = "low",
        ["none"] = "none",
    };

    /// <summary>The number in <c>security-severity</c>: the result's own, else its rule's.</summary>
    public static double? Number(params ReadOnlySpan<DocumentNode?> properties)
    {
        foreach (var one in properties)
        {
            if (one?.Get("security-severity") is { Kind: NodeKind.Scalar } node
                && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number is >= 0 and <= 10)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>The bands that GitHub shows code scanning alerts in.</summary>
    public static string Band(double number) => number switch
    {
        >= 9 => "critical",
        >= 7 => "high",
        >= 4 => "medium",
        > 0 => "low",
        _ => "none",
    };

    /// <summary>
    /// The word in <c>severity</c>, else the tag that is such a word and nothing else: "HIGH CONFIDENCE" says something different.
    /// <c>problem.severity</c> is a level and stays out.
    /// </summary>
    public static string? Word(IEnumerable<string> tags, params ReadOnlySpan<DocumentNode?> properties)
    {
        foreach (var one in properties)
        {
            foreach (var key in (string[])["severity", "security-severity"])
            {
                if (one?.Get(key) is { IsString: true } node && Words.TryGetValue(node.Text, out var word))
                {
                    return word;
                }
            }
        }

        return tags.Select(tag => Words.GetValueOrDefault(tag)).FirstOrDefault(word => word is not (null or "none"));
    }
}
