using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>The conditions of a <c>deny</c> that are about images: each compares a part of the image with a list.</summary>
internal sealed partial class DenyDemand : IDemand
{
    private static readonly string[] AllLists = ["containers", "initContainers", "ephemeralContainers"];

    private readonly List<Condition> any = [];
    private readonly List<Condition> all = [];

    private DenyDemand()
    {
    }

    public string Asks => string.Join(" and ", any.Concat(all).Select(condition => condition.Words));

    /// <value>An operator that a cluster uses on all images of a list together, and this gate on each; <see langword="null"/> without one.</value>
    public string? AsksAllTogether => any.Concat(all).FirstOrDefault(condition => condition is { IsOfList: true, Operator: "AllNotIn" or "AllIn" })?.Operator;

    /// <summary>Reads the conditions.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="lists">The lists that a <c>foreach</c> goes through; empty without one.</param>
    /// <param name="problem">Why they cannot be read; <see langword="null"/> when they are read, or are not about images.</param>
    /// <returns><see langword="null"/> when they are not about images, or cannot be read.</returns>
    public static DenyDemand? Read(DocumentNode conditions, IReadOnlyList<string> lists, out string? problem)
    {
        problem = null;
        var demand = new DenyDemand();
        var anyOf = conditions.Get("any")?.Items ?? [];
        var allOf = conditions.Kind == NodeKind.Sequence ? conditions.Items : conditions.Get("all")?.Items ?? [];
        if (!anyOf.Concat(allOf).Any(IsAboutImages))
        {
            return null;
        }

        foreach (var (list, into) in (ReadOnlySpan<(IReadOnlyList<DocumentNode>, List<Condition>)>)[(anyOf, demand.any), (allOf, demand.all)])
        {
            foreach (var node in list)
            {
                // Beside others that must all be true, one that is not about images counts as true: that refuses more, not less.
                if (!IsAboutImages(node) && ReferenceEquals(into, demand.all))
                {
                    continue;
                }

                if (Condition.Parse(node, lists) is not { } condition)
                {
                    problem = $"the condition on {Say.Quote(node.GetText("key") ?? "")} cannot be read here";
                    return null;
                }

                into.Add(condition);
            }
        }

        return demand;
    }

    public RuleAnswer Judge(Workload? workload, string list, ImageTexts image)
    {
        var anyHere = any.Where(condition => condition.Lists.Contains(list)).ToList();
        var allHere = all.Where(condition => condition.Lists.Contains(list)).ToList();
        if (anyHere.Count + allHere.Count == 0)
        {
            return RuleAnswer.Silent;
        }

        var denied = (any.Count == 0 || anyHere.Exists(condition => condition.Holds(image))) && allHere.TrueForAll(condition => condition.Holds(image));
        return denied ? RuleAnswer.Refused : RuleAnswer.Allowed;
    }

    /// <summary>The lists of containers that an expression goes through.</summary>
    public static IReadOnlyList<string> ListsOf(string expression) =>
        expression.Contains("images.*", StringComparison.Ordinal) ? AllLists
        : [.. AllLists.Where(list => Word().Matches(expression).Any(word => word.Value == list))];

    private static bool IsAboutImages(DocumentNode condition) =>
        condition.GetText("key") is { } key
        && (key.Contains(".image", StringComparison.Ordinal) || key.Contains("images.", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^\{\{\s*(?<what>element|images(?:\.[\w*]+|\.?\[[\w, *]*\]|\.""?\{\{\s*element\.name\s*\}\}""?)*|request\.object\.spec(?:\.[\w]+|\.?\[[\w, ]*\*?\])*)"
            + @"\.(?<part>image|registry|path|name|tag|digest)(?:\[\])?\s*(?:\|\|\s*[`'""][^|{}()]*)?\}\}$",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    /// <summary>One condition.</summary>
    private sealed record Condition(IReadOnlyList<string> Lists, string Part, string Operator, IReadOnlyList<string> Values, bool IsOfList)
    {
        private static readonly string[] Operators =
            ["Equals", "Equal", "NotEquals", "NotEqual", "In", "NotIn", "AnyIn", "AllIn", "AnyNotIn", "AllNotIn"];

        public string Words => $"{Part} {Operator} {string.Join(", ", Values.Take(3))}";

        public static Condition? Parse(DocumentNode node, IReadOnlyList<string> lists)
        {
            var match = Key().Match(node.GetText("key") ?? "");
            var value = node.Get("value");
            List<string> values = value is null ? [] : value.Kind == NodeKind.Scalar ? [value.Text] : [.. value.Items.Select(item => item.Text)];
            if (!match.Success
                || values.Exists(text => text.Contains("{{", StringComparison.Ordinal))
                || value?.Kind == NodeKind.Map
                || !Operators.Contains(node.GetText("operator"), StringComparer.Ordinal))
            {
                return null;
            }

            var own = match.Groups["what"].Value == "element" ? lists : ListsOf(match.Value) is { Count: > 0 } named ? named : lists;
            return own.Count == 0 ? null : new Condition(
                own, match.Groups["part"].Value, node.GetText("operator")!, values, match.Groups["what"].Value.Contains('*', StringComparison.Ordinal)
                    || match.Value.Contains("[]", StringComparison.Ordinal));
        }

        public bool Holds(ImageTexts image)
        {
            var texts = Part == "image" ? image.Texts : [image.Part(Part)];
            var isIn = Values.Any(value => texts.Any(text => Wildcard.Matches(value, text)));
            return Operator.Contains("Not", StringComparison.Ordinal) ? !isIn : isIn;
        }
    }
}
