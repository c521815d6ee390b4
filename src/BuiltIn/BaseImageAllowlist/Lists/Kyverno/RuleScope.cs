using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>The objects of a rule of Kyverno: those that match, less those excluded and those that an exception leaves out.</summary>
/// <remarks>Where only a cluster knows, the rule counts: an exclusion that may not hold excludes nothing.</remarks>
internal sealed class RuleScope : IScope
{
    public DocumentNode? Match { get; init; }

    public DocumentNode? Exclude { get; init; }

    /// <value>The matches of the exceptions.</value>
    public IReadOnlyList<DocumentNode> Exceptions { get; init; } = [];

    /// <value>The only namespace, of a policy that stands in one.</value>
    public string? Namespace { get; init; }

    public bool IsGeneral => Namespace is null && (Match is null || ResourceFilter.IsGeneral(Match));

    public bool? Covers(Workload workload)
    {
        if (Namespace is not null && workload.Namespace is { } own && own != Namespace || Match is not null && ResourceFilter.Matches(Match, workload) == false)
        {
            return false;
        }

        var isLeftOut = Exclude is not null && ResourceFilter.Matches(Exclude, workload) == true
            || Exceptions.Any(match => ResourceFilter.Matches(match, workload) == true);
        return isLeftOut ? null : true;
    }
}
