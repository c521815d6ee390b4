using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists;

/// <summary>A selector of labels as Kubernetes has it; Kyverno takes stars in it as well.</summary>
internal static class ObjectSelector
{
    public static bool Matches(DocumentNode selector, DocumentNode? labels)
    {
        var own = labels?.Entries.ToList() ?? [];
        var matchLabels = selector.Get("matchLabels")?.Entries ?? [];
        return matchLabels.All(wanted => own.Exists(label => Wildcard.Matches(wanted.Key, label.Key) && Wildcard.Matches(wanted.Node.Text, label.Node.Text)))
            && (selector.Get("matchExpressions")?.Items ?? []).All(expression => Matches(expression, own));
    }

    private static bool Matches(DocumentNode expression, List<DocumentEntry> labels)
    {
        var label = labels.Find(one => one.Key == expression.GetText("key"));
        var values = expression.Get("values")?.Items.Select(item => item.Text).ToList() ?? [];
        return expression.GetText("operator") switch
        {
            "In" => label is not null && values.Contains(label.Node.Text, StringComparer.Ordinal),
            "NotIn" => label is null || !values.Contains(label.Node.Text, StringComparer.Ordinal),
            "Exists" => label is not null,
            "DoesNotExist" => label is null,
            _ => false,
        };
    }
}
