using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Gatekeeper;

/// <summary>The <c>match</c> of a constraint. Where only a cluster knows, the constraint counts.</summary>
internal sealed class ConstraintScope(DocumentNode? match) : IScope
{
    public bool IsGeneral => match is null
        || match.Entries.All(entry => entry.Key is "kinds" or "excludedNamespaces" or "scope" or "source");

    public bool? Covers(Workload workload)
    {
        if (match is null)
        {
            return true;
        }

        var kinds = match.Get("kinds")?.Items ?? [];
        var isDirect = kinds.Count == 0 || kinds.Any(one => IsKind(one, workload.Group, workload.Kind));
        var isPod = isDirect || workload.IsOfPods && kinds.Any(one => IsKind(one, "", "Pod"));
        var labelled = isDirect ? workload.Root : workload.Pod;
        if (!isPod || match.Get("namespaces") is { } namespaces && workload.Namespace is { } own && !IsIn(namespaces, own)
            || match.Get("labelSelector") is { } selector && !ObjectSelector.Matches(selector, labelled.Get("metadata")?.Get("labels"))
            || isDirect && match.GetText("name") is { } name && workload.Name is { } ownName && !Wildcard.Matches(name, ownName))
        {
            return false;
        }

        return match.Get("excludedNamespaces") is { } excluded && workload.Namespace is { } here && IsIn(excluded, here) ? null : true;
    }

    private static bool IsKind(DocumentNode one, string group, string kind) =>
        Has(one.Get("kinds"), kind) && Has(one.Get("apiGroups"), group);

    private static bool Has(DocumentNode? list, string text) => list is null || list.Items.Any(item => item.Text == "*" || item.Text == text);

    private static bool IsIn(DocumentNode list, string name) => list.Items.Any(item => Wildcard.Matches(item.Text, name));
}
