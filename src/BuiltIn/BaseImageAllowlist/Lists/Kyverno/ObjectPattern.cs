using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>Compares any part of an object with a pattern, as Kyverno does; used for the conditions that stand beside an image.</summary>
internal static class ObjectPattern
{
    public static PatternAnswer Match(DocumentNode? node, DocumentNode pattern)
    {
        switch (pattern.Kind)
        {
            case NodeKind.Map:
                return node is { Kind: NodeKind.Map } ? MatchMap(node, pattern) : PatternAnswer.Fails;
            case NodeKind.Sequence:
                return node is { Kind: NodeKind.Sequence } && pattern.Items.Count > 0 ? MatchItems(node, pattern.Items[0]) : PatternAnswer.Fails;
            default:
                return MatchScalar(node, pattern);
        }
    }

    private static PatternAnswer MatchMap(DocumentNode node, DocumentNode pattern)
    {
        foreach (var (entry, anchor) in Anchor.EntriesOf(pattern))
        {
            var value = node.Get(anchor.Key);
            var answer = anchor.Sign switch
            {
                "X(" => value is null ? PatternAnswer.Holds : PatternAnswer.Fails,
                "=(" or "+(" => value is null ? PatternAnswer.Holds : Match(value, entry.Node),
                "^(" => value is null ? PatternAnswer.Holds : Exists(value, entry.Node),
                "(" => value is not null && Match(value, entry.Node) == PatternAnswer.Holds ? PatternAnswer.Holds : PatternAnswer.Skips,
                "<(" => value is null || Match(value, entry.Node) == PatternAnswer.Holds ? PatternAnswer.Holds : PatternAnswer.Skips,
                _ when entry.Node is { Kind: NodeKind.Scalar, Text: "*" } =>
                    value is { Value: not null } or { Kind: not NodeKind.Scalar } ? PatternAnswer.Holds : PatternAnswer.Fails,
                _ => Match(value, entry.Node),
            };
            if (answer != PatternAnswer.Holds)
            {
                return answer;
            }
        }

        return PatternAnswer.Holds;
    }

    private static PatternAnswer MatchItems(DocumentNode node, DocumentNode pattern)
    {
        var answers = node.Items.Select(item => Match(item, pattern)).ToList();
        return answers.Contains(PatternAnswer.Fails) ? PatternAnswer.Fails
            : answers.Count > 0 && answers.TrueForAll(answer => answer == PatternAnswer.Skips) ? PatternAnswer.Skips
            : PatternAnswer.Holds;
    }

    private static PatternAnswer Exists(DocumentNode node, DocumentNode pattern) =>
        pattern.Items.All(wanted => node.Items.Any(item => Match(item, wanted) == PatternAnswer.Holds)) ? PatternAnswer.Holds : PatternAnswer.Fails;

    private static PatternAnswer MatchScalar(DocumentNode? node, DocumentNode pattern)
    {
        if (node is { Kind: NodeKind.Sequence })
        {
            return node.Items.All(item => MatchScalar(item, pattern) == PatternAnswer.Holds) ? PatternAnswer.Holds : PatternAnswer.Fails;
        }

        var isNothing = node is not { Kind: NodeKind.Scalar, Value: not null };
        var holds = pattern.Value is null ? isNothing || node!.Text is "" or "0" or "false"
            : !isNothing && TextPattern.Matches(pattern.Text, [node!.Text]);
        return holds ? PatternAnswer.Holds : PatternAnswer.Fails;
    }
}

/// <summary>Whether a part of an object is as a pattern has it.</summary>
internal enum PatternAnswer
{
    Holds,
    Fails,

    /// <value>A condition is not met, so that the pattern says nothing.</value>
    Skips,
}
