using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>A <c>match</c>, an <c>exclude</c>, or the <c>match</c> of an exception: yes, no, or <see langword="null"/> where only a cluster knows.</summary>
internal static class ResourceFilter
{
    private static readonly string[] OfRequests = ["subjects", "roles", "clusterRoles"];

    /// <param name="filter">The filter.</param>
    /// <param name="workload">The object.</param>
    public static bool? Matches(DocumentNode filter, Workload workload)
    {
        var any = filter.Get("any")?.Items ?? [];
        var all = filter.Get("all")?.Items ?? [];
        if (any.Count == 0 && all.Count == 0)
        {
            return One(filter, workload);
        }

        var answers = new List<bool?>();
        if (any.Count > 0)
        {
            var each = any.Select(one => One(one, workload)).ToList();
            answers.Add(each.Contains(true) ? true : each.Contains(null) ? null : false);
        }

        answers.AddRange(all.Select(one => One(one, workload)));
        return And(answers);
    }

    /// <summary>Whether it holds for pods everywhere.</summary>
    public static bool IsGeneral(DocumentNode filter)
    {
        var any = filter.Get("any")?.Items ?? [];
        var all = filter.Get("all")?.Items ?? [];
        return any.Count == 0 && all.Count == 0 ? IsKindsOnly(filter)
            : (any.Count == 0 || any.Any(IsKindsOnly)) && all.All(IsKindsOnly);
    }

    private static bool IsKindsOnly(DocumentNode one) =>
        !OfRequests.Any(key => one.Get(key) is not null)
        && (one.Get("resources") is not { } resources || resources.Entries.All(entry => entry.Key is "kinds" or "operations"));

    private static bool? One(DocumentNode one, Workload workload)
    {
        var answers = new List<bool?>();
        if (OfRequests.Any(key => one.Get(key) is not null))
        {
            answers.Add(null);
        }

        if (one.Get("resources") is { } resources)
        {
            answers.AddRange(Resources(resources, workload));
        }

        return answers.Count == 0 ? false : And(answers);
    }

    private static IEnumerable<bool?> Resources(DocumentNode resources, Workload workload)
    {
        var kinds = resources.Get("kinds")?.Items.Select(item => item.Text).ToList() ?? [];
        var isDirect = kinds.Count == 0 || kinds.Exists(kind => KindPattern.Matches(kind, workload.Group, workload.Kind));

        // What makes pods is judged as the pods it makes, in its namespace and with the labels of its template.
        var isPod = isDirect || workload.IsOfPods && kinds.Exists(kind => KindPattern.Matches(kind, "", "Pod"));
        yield return isPod;
        if (Texts(resources, "operations") is { Count: > 0 } operations)
        {
            yield return operations.Exists(operation => operation is "CREATE" or "UPDATE" or "*");
        }

        if (Texts(resources, "namespaces") is { Count: > 0 } namespaces)
        {
            yield return workload.Namespace is { } name ? namespaces.Exists(pattern => Wildcard.Matches(pattern, name)) : null;
        }

        List<string> names = [.. Texts(resources, "names"), .. resources.GetText("name") is { } single ? [single] : Array.Empty<string>()];
        if (names.Count > 0)
        {
            yield return !isDirect || workload.Name is null ? null : names.Exists(pattern => Wildcard.Matches(pattern, workload.Name));
        }

        var labelled = isDirect && kinds.Count > 0 ? workload.Root : workload.Pod;
        if (resources.Get("selector") is { } selector)
        {
            yield return ObjectSelector.Matches(selector, labelled.Get("metadata")?.Get("labels"));
        }

        if (resources.Get("annotations") is { } annotations)
        {
            var own = labelled.Get("metadata")?.Get("annotations");
            yield return annotations.Entries.All(wanted => own?.Entries.Any(entry =>
                Wildcard.Matches(wanted.Key, entry.Key) && Wildcard.Matches(wanted.Node.Text, entry.Node.Text)) == true);
        }

        if (resources.Get("namespaceSelector") is not null)
        {
            yield return null;
        }
    }

    private static bool? And(List<bool?> answers) => answers.Contains(false) ? false : answers.Contains(null) ? null : true;

    private static List<string> Texts(DocumentNode node, string key) => node.Get(key)?.Items.Select(item => item.Text).ToList() ?? [];
}
