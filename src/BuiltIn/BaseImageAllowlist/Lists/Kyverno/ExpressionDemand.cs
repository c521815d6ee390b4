using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>
/// The one shape of a CEL expression that allow lists have: each container's image begins or ends with one of some texts, holds or is one of them, or does not.
/// Anything else is not read.
/// </summary>
internal sealed partial class ExpressionDemand : IDemand
{
    private readonly List<(IReadOnlyList<string> Lists, List<Choice> Choices)> parts = [];

    public static ExpressionDemand? Read(string expression, IReadOnlyDictionary<string, string> variables)
    {
        var demand = new ExpressionDemand();
        foreach (var part in All().Split(expression.ReplaceLineEndings(" ").Trim()).Select(part => part.Trim()))
        {
            var whole = Whole().Match(part);
            var over = whole.Groups["over"].Value;
            if (!whole.Success || Variable().Match(over) is { Success: true } named && !variables.TryGetValue(named.Groups[1].Value, out over!))
            {
                return null;
            }

            var choices = whole.Groups["body"].Value.Split("||").Select(choice => One().Match(choice.Trim())).ToList();
            var lists = DenyDemand.ListsOf(over);
            if (lists.Count == 0 || choices.Exists(choice => !choice.Success || choice.Groups["name"].Value != whole.Groups["name"].Value))
            {
                return null;
            }

            demand.parts.Add((lists, [.. choices.Select(choice =>
                new Choice(choice.Groups["not"].Length > 0, choice.Groups["how"].Value, choice.Groups["text"].Value))]));
        }

        return demand.parts.Count == 0 ? null : demand;
    }

    public string Asks => string.Join(" or ", parts.SelectMany(part => part.Choices).Select(choice => choice.Words).Distinct(StringComparer.Ordinal).Take(4));

    public RuleAnswer Judge(Workload? workload, string list, ImageTexts image)
    {
        var here = parts.Where(part => part.Lists.Contains(list, StringComparer.Ordinal)).ToList();
        return here.Count == 0 ? RuleAnswer.Silent
            : here.TrueForAll(part => part.Choices.Exists(choice => choice.Holds(image))) ? RuleAnswer.Allowed
            : RuleAnswer.Refused;
    }

    /// <summary>Between the parts that must all hold: not within one's own brackets.</summary>
    [GeneratedRegex(@"(?<=\))\s*&&\s*(?=\(?\s*(?:object|variables)\b)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex All();

    [GeneratedRegex(@"^(?<over>[^|&!]+?)\.all\(\s*(?<name>\w+)\s*,(?<body>[^&]+)\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\(?variables\.(\w+)\)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(
        @"^\(*\s*(?<not>!?)\s*(?<name>\w+)\.image(?:\.(?<how>startsWith|endsWith|contains)\(\s*(?:""(?<text>[^""]+)""|'(?<text>[^']+)')\s*\)"
            + @"|\s*(?<how>[!=]=)\s*(?:""(?<text>[^""]+)""|'(?<text>[^']+)'))\s*\)*$",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex One();

    /// <summary>One of the texts.</summary>
    private sealed record Choice(bool IsNot, string How, string Text)
    {
        public string Words => (IsNot || How == "!=" ? "not " : "") + $"`{Text}`";

        /// <summary>Of an image that may be written in several ways, one is enough, and one is enough to break a "not".</summary>
        public bool Holds(ImageTexts image) => (IsNot || How == "!=") != image.Texts.Any(text => How switch
        {
            "startsWith" => text.StartsWith(Text, StringComparison.Ordinal),
            "endsWith" => text.EndsWith(Text, StringComparison.Ordinal),
            "contains" => text.Contains(Text, StringComparison.Ordinal),
            _ => text == Text,
        });
    }
}
